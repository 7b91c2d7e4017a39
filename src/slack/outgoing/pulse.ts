import { momentLabel } from '../../language/dates.ts';
import { pulseOf } from '../../schedule/pulse.ts';
import { recipientsOf, zoneOf } from '../../schedule/recipients.ts';
import { findSchedule } from '../../schedule/schedule.ts';
import { newToken } from '../../surveys/answers.ts';
import { pulseAskSchema, pulseContent, pulseRoundSchema } from '../../surveys/content.ts';
import { enpsQuestion, nextQuestions } from '../../surveys/questions.ts';
import { findRound, invitationOf, type Round } from '../../surveys/rounds.ts';
import { pulseMessage, pulsePreviewMessage, pulseReminderMessage } from '../messages/pulse.ts';
import { pulseResultsMessage } from '../messages/pulse-results.ts';
import type { Composer } from './outgoing.ts';
import { resultsFor } from './pulse-results.ts';

type Asking = Parameters<Composer>[0];
type Delivery = Parameters<Composer>[1];

/** Asks a person; the word by which the answer will be known is made here, and kept nowhere. Without a round it is a preview. */
export const pulseAsk: Composer = async (asking, delivery) => {
  const about = pulseAskSchema.parse(delivery.content);
  if (!about.roundId) return preview(asking, delivery, about.scheduleId);
  const round = await findRound(asking.db, asking.workspace.id, about.roundId);
  if (!round || round.closedOn || !delivery.memberId) return null;
  if (!(await invitationOf(asking.db, round, delivery.memberId))) return null;
  const button = { round: round.id, token: newToken() };
  const asked = { ...round, until: closingText(round, delivery.memberId, asking) };
  const message = pulseMessage(asked, { scores: {}, comment: null }, button);
  return { message: () => message };
};

async function preview(asking: Asking, { memberId }: Delivery, scheduleId: string) {
  const { db, workspace, directory, now } = asking;
  const schedule = await findSchedule(db, workspace.id, scheduleId);
  const what = schedule && pulseOf(schedule);
  if (!what || !memberId) return null;
  const questions = what.instrument === 'enps' ? [enpsQuestion()] : nextQuestions(what.howMany, []);
  const closesAt = now.add({ hours: 24 * what.openDays });
  const until = momentLabel(closesAt, now, zoneOf(memberId, directory, workspace));
  const people = recipientsOf(schedule, workspace, directory, now).length;
  const message = pulsePreviewMessage({ instrument: what.instrument, questions, until }, people);
  return { message: () => message };
}

/** Reminds who has not answered, below the questions. */
export const pulseReminder: Composer = async (asking, { workspaceId, content, memberId }) => {
  const { roundId } = pulseRoundSchema.parse(content);
  const round = await findRound(asking.db, workspaceId, roundId);
  if (!round || round.closedOn || !memberId) return null;
  const invitation = await invitationOf(asking.db, round, memberId);
  if (!invitation || invitation.isDone) return null;
  const asked = await asking.db.delivery.findFirst({
    where: {
      ...{ workspaceId, memberId, state: 'sent' },
      AND: [
        { content: { path: ['kind'], equals: pulseContent.ask } },
        { content: { path: ['roundId'], equals: roundId } },
      ],
    },
    select: { ts: true },
  });
  // Who was not reached need not be reminded.
  if (!asked?.ts) return null;
  const message = pulseReminderMessage(closingText(round, memberId, asking));
  return { message: () => message, thread: asked.ts };
};

/** What came of a round, for one whom it asked. */
export const pulseResults: Composer = async (asking, { workspaceId, content, memberId }) => {
  const round = await findRound(asking.db, workspaceId, pulseRoundSchema.parse(content).roundId);
  const reader = asking.directory.members.find(({ id }) => id === memberId);
  if (!round || !reader) return null;
  const message = pulseResultsMessage(await resultsFor(round, reader, asking));
  return { message: () => message };
};

/** When a round closes, by the clock of a person. */
export const closingText = (
  { closesAt }: Pick<Round, 'closesAt'>,
  memberId: string,
  { directory, workspace, now }: Pick<Asking, 'directory' | 'workspace' | 'now'>,
): string => momentLabel(closesAt, now, zoneOf(memberId, directory, workspace));
