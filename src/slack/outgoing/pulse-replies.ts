/** News of replies to comments: that there are some, never whose comment it is. */
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

/** Everybody who was asked hears that somebody has replied: by itself, as what stands in a thread of long ago is easily missed. */
const replies: Composer = async (asking, { workspaceId, content, memberId }) => {
  const round = await findRound(asking.db, workspaceId, pulseRoundSchema.parse(content).roundId);
  if (!round || !memberId || !(await invitationOf(asking.db, round, memberId))) return null;
  const ask = await ownAsk(asking.db, { workspaceId: round.workspaceId, roundId: round.id, memberId });
  const askedOn = ask && dayLabel(dayOf(ask.ts, zoneOf(memberId, asking.directory, asking.workspace)), 'day');
  const message = repliesNews(surveyName(round, asking), askedOn);
  return { message: () => message };
};

/** Who replied hears that they were answered. */
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

/** The day of a message of Slack's, by somebody's clock. */
const dayOf = (ts: string, zone: string) =>
  localDay(Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000)), zone);

/** A round as people call it. */
export function surveyName(
  { instrument, openedAt }: Pick<Round, 'instrument' | 'openedAt'>,
  { workspace }: Pick<Asking, 'workspace'>,
): string {
  const { calendar } = calendarSettings(workspace);
  return roundName(instrument, dayLabel(localDay(openedAt, workspace.zone), 'month', calendar));
}
