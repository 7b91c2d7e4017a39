/** Tells that there are replies to comments, but never whose comments. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import type { Asking } from '../../kpi/evaluate.ts';
import { dayLabel } from '../../language/dates.ts';
import { zoneOf } from '../../people/own-clock.ts';
import { calendarSettings } from '../../people/workspace.ts';
import { pulseContent, pulseRoundSchema } from '../../surveys/content.ts';
import { findRound, invitationOf, type Round } from '../../surveys/rounds.ts';
import { answeredNews, repliesNews, roundName } from '../messages/pulse-replies.ts';
import type { Composer } from './outgoing.ts';
import { ownAsk } from './own-ask.ts';

/** Tells everybody who was asked, in a new message: in the thread of an old one it would be missed. */
const replies: Composer = async (asking, { workspaceId, content, memberId }) => {
  const round = await findRound(asking.db, workspaceId, pulseRoundSchema.parse(content).roundId);
  if (!round || !memberId || !(await invitationOf(asking.db, round, memberId))) return null;
  const ask = await ownAsk(asking.db, { workspaceId: round.workspaceId, roundId: round.id, memberId });
  const askedOn = ask && dayLabel(dayOf(ask.ts, zoneOf(memberId, asking.directory, asking.workspace)), 'day');
  const message = repliesNews(surveyName(round, asking), askedOn);
  return { message: () => message };
};

/** Tells people who replied that they got an answer. */
const answered: Composer = async (asking, { workspaceId, content }) => {
  const round = await findRound(asking.db, workspaceId, pulseRoundSchema.parse(content).roundId);
  if (!round) return null;
  const message = answeredNews(surveyName(round, asking), round.id);
  return { message: () => message };
};

export const replyComposers: Readonly<Record<string, Composer>> = {
  [pulseContent.replies]: replies,
  [pulseContent.answered]: answered,
};

/** The day of a Slack message in somebody's time zone. */
const dayOf = (ts: string, zone: string) =>
  localDay(Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000)), zone);

/** What people call a round. */
export function surveyName(
  { instrument, openedAt }: Pick<Round, 'instrument' | 'openedAt'>,
  { workspace }: Pick<Asking, 'workspace'>,
): string {
  const { calendar } = calendarSettings(workspace);
  return roundName(instrument, dayLabel(localDay(openedAt, workspace.zone), 'month', calendar));
}
