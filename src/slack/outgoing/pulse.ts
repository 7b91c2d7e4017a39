import { surveyReader } from '../../kpi/survey-reader.ts';
import { momentLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import { memberWithId } from '../../people/of-member.ts';
import { zoneOf } from '../../people/own-clock.ts';
import { peopleAsked } from '../../schedule/pulse.ts';
import { audienceOf, pulseOf } from '../../schedule/pulse-round.ts';
import { recipientsOf } from '../../schedule/recipients.ts';
import { findSchedule } from '../../schedule/schedule.ts';
import { newToken } from '../../surveys/answers.ts';
import { askedIn } from '../../surveys/asked-actions.ts';
import { notHeldSchema, pulseAskSchema, pulseRoundSchema } from '../../surveys/content.ts';
import { limitsOf } from '../../surveys/limits.ts';
import { isReadByOwner, namedAnswer } from '../../surveys/named-answers.ts';
import { enpsQuestion, nextQuestions } from '../../surveys/questions.ts';
import { findReadable } from '../../surveys/readable.ts';
import { findRound, invitationOf, type Round } from '../../surveys/rounds.ts';
import { readersOfWords } from '../../surveys/words-readers.ts';
import { section } from '../messages/mrkdwn.ts';
import { pulseMessage, pulseReminderMessage } from '../messages/pulse.ts';
import { throughBlocks } from '../messages/pulse-blocks.ts';
import type { Privacy } from '../messages/pulse-mode.ts';
import { pulsePreviewMessage } from '../messages/pulse-preview.ts';
import { pulseResultsMessage } from '../messages/pulse-results.ts';
import { whatText } from '../messages/schedule.ts';
import type { Composer } from './outgoing.ts';
import { ownAsk } from './own-ask.ts';
import { pictureOf, resultsFor } from './pulse-results.ts';
import { surveyTitle } from './survey-title.ts';

type Asking = Parameters<Composer>[0];
type Delivery = Parameters<Composer>[1];

/**
 * Asks a person. The token that leads to their answer is made here and stored nowhere else. Without a round it is a
 * preview.
 */
export const pulseAsk: Composer = async (asking, delivery) => {
  const about = pulseAskSchema.parse(delivery.content);
  if (!about.roundId) return preview(asking, delivery, about.scheduleId);
  const round = await findRound(asking.db, asking.workspace.id, about.roundId);
  if (!round || round.closedOn || !delivery.memberId || hasLeft(asking, delivery.memberId)) return null;
  const invitation = await invitationOf(asking.db, round, delivery.memberId);
  if (!invitation) return null;
  const button = { round: round.id, token: newToken() };
  const asked = {
    ...askedIn(round, invitation.teamId),
    privacy: privacyOf(round, { memberId: delivery.memberId, teamId: invitation.teamId }, asking),
    until: closingText(round, delivery.memberId, asking),
    survey: await surveyTitle(round, asking),
  };
  const message = pulseMessage(asked, { scores: {}, texts: {}, comment: null }, button);
  return { message: () => message };
};

async function preview({ db, workspace, directory, now }: Asking, { memberId }: Delivery, scheduleId: string) {
  const schedule = await findSchedule(db, workspace.id, scheduleId);
  const what = schedule && pulseOf(schedule);
  if (!what || !memberId) return null;
  const questions = what.instrument === 'enps' ? [enpsQuestion()] : (what.questions ?? nextQuestions(what.howMany, []));
  const closesAt = now.add({ hours: 24 * what.openDays });
  const until = momentLabel(closesAt, now, zoneOf(memberId, directory, workspace));
  const { teamId, role, oneIn } = audienceOf(schedule);
  const about = { workspaceId: workspace.id, scheduleId, instrument: what.instrument, questions, teamId, role, oneIn };
  const survey = await surveyTitle(about, { db, workspace, directory });
  const people = peopleAsked(schedule, recipientsOf(schedule, workspace, directory, now).length);
  const message = pulsePreviewMessage(
    { instrument: what.instrument, questions, until, survey },
    what.mode ?? 'anonymous',
    people,
  );
  return { message: () => message };
}

/** Reminds somebody who has not answered, below the questions. */
export const pulseReminder: Composer = async (asking, { workspaceId, content, memberId }) => {
  const { roundId } = pulseRoundSchema.parse(content);
  const round = await findRound(asking.db, workspaceId, roundId);
  if (!round || round.closedOn || !memberId || hasLeft(asking, memberId)) return null;
  const invitation = await invitationOf(asking.db, round, memberId);
  if (!invitation || (await hasAnswered(asking, round, memberId))) return null;
  const asked = await ownAsk(asking.db, { workspaceId, roundId, memberId });
  // People the question did not reach need no reminder.
  if (!asked) return null;
  const message = pulseReminderMessage(
    closingText(round, memberId, asking),
    await surveyTitle(round, asking),
    round.mode,
  );
  // Who has answered an anonymous round is stored nowhere: only their own message shows it, or that they declined.
  const unless = { message: asked, shows: throughBlocks };
  return { message: () => message, thread: asked.ts, unless };
};

/** Left since they were invited: they stay counted, but nobody asks them any more. */
const hasLeft = ({ directory }: Pick<Asking, 'directory'>, memberId: string): boolean =>
  Boolean(memberWithId(directory, memberId)?.deactivatedOn);

/** Whether somebody has answered a confidential round in full. */
async function hasAnswered({ db }: Pick<Asking, 'db'>, round: Round, memberId: string): Promise<boolean> {
  if (round.mode !== 'confidential') return false;
  const { scores } = await namedAnswer(db, round, memberId);
  return round.questions.every(({ id, kind }) => kind === 'text' || scores[id] !== undefined);
}

/** A round's results, for somebody whom it asked or who leads one of its teams. */
export const pulseResults: Composer = async (asking, { workspaceId, content, memberId }) => {
  const { db, directory } = asking;
  const reader = directory.members.find(({ id }) => id === memberId);
  if (!reader) return null;
  const { roundId } = pulseRoundSchema.parse(content);
  const round = await findReadable(db, workspaceId, surveyReader(reader, directory), roundId);
  if (!round) return null;
  const told = await resultsFor(round, reader, asking);
  return {
    message: (picture) => pulseResultsMessage(told, picture),
    picture: () => pictureOf(told, asking.workspace),
  };
};

/** When a round closes, in a person's time zone. */
export const closingText = (
  { closesAt }: Pick<Round, 'closesAt'>,
  memberId: string,
  { directory, workspace, now }: Pick<Asking, 'directory' | 'workspace' | 'now'>,
): string => momentLabel(closesAt, now, zoneOf(memberId, directory, workspace));

/** Who reads what a person says in a round; `teamId`: the team they are counted in. */
export function privacyOf(
  round: Pick<Round, 'mode' | 'ownerId' | 'openedAt' | 'unread' | 'teamId'>,
  { memberId, teamId }: { memberId: string; teamId: string | null },
  { directory, workspace, now }: Pick<Asking, 'directory' | 'workspace' | 'now'>,
): Privacy {
  const { mode, ownerId } = round;
  if (mode === 'anonymous') return { mode, readers: readersOfWords(round, teamId, directory) };
  const owner = directory.members.find(({ id }) => id === ownerId)?.name ?? null;
  return { mode, owner, reads: isReadByOwner(round, memberId, directory, workspace.zone, now) };
}

/** Tells a survey's owner why it was not held. */
export const pulseNotHeld: Composer = async ({ db, workspace, directory }, { content }) => {
  const { scheduleId, ...no } = notHeldSchema.parse(content);
  const schedule = await findSchedule(db, workspace.id, scheduleId);
  if (!schedule) return null;
  const what = whatText(schedule, directory);
  const line = text(`pulse.not_held.${no.why}`, { what, ...limitsOf(no, workspace) });
  return { message: () => ({ text: line, blocks: [section(line)] }) };
};
