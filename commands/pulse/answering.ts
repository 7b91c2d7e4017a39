import { z } from 'zod';
import { nextWorkingMoment } from '../../src/calendar/working-moment.ts';
import { Problem } from '../../src/errors.ts';
import { momentLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { memberCalendar } from '../../src/people/working-calendar.ts';
import { remindAt } from '../../src/schedule/pulse.ts';
import { zoneOf } from '../../src/schedule/recipients.ts';
import { type ActionHandler, type Asked, type Reply, say } from '../../src/slack/command.ts';
import { section } from '../../src/slack/messages/mrkdwn.ts';
import {
  closedMessage,
  declinedMessage,
  type PulseButton,
  pulseActions,
  pulseMessage,
  scoreAction,
} from '../../src/slack/messages/pulse.ts';
import { closingText } from '../../src/slack/outgoing/pulse.ts';
import { answerBy, keepAnswer, type PulseAnswer } from '../../src/surveys/answers.ts';
import { findRound, invitationOf, isOpen, mustBeOpen, type Round } from '../../src/surveys/rounds.ts';

const buttonSchema = z.object({
  round: z.guid(),
  token: z.string().min(1),
  question: z.string().optional(),
  again: z.boolean().optional(),
});

/** What a button or a form of an ask is about. Who presses it is looked at, and not kept. */
export interface Answering {
  button: PulseButton;
  round: Round;
  /** The group the answer is counted in. */
  teamId: string | null;
  until: string;
}

/** @throws Problem where there is nothing to answer (any more) */
export async function answering(value: string, asked: Asked): Promise<Answering> {
  const found = await pressed(value, asked);
  mustBeOpen(found.round, asked.now);
  return found;
}

/** … also after the round has closed. @throws Problem to whom it did not ask */
export async function pressed(value: string, asked: Asked): Promise<Answering> {
  const parsed = buttonSchema.safeParse(JSON.parse(value));
  if (!parsed.success) throw new Problem('slack.unknown_action');
  const { round: id, token, question, again } = parsed.data;
  const button = { round: id, token, ...(question ? { question } : {}), ...(again ? { again } : {}) };
  const round = await findRound(asked.db, asked.workspace.id, id);
  const invitation = round && (await invitationOf(asked.db, round, asked.member.id));
  if (!round || !invitation) throw new Problem('pulse.not_asked');
  return { button, round, teamId: invitation.teamId, until: closingText(round, asked.member.id, asked) };
}

/** One click: the score is kept, and the next question takes the place of this one. */
const score =
  (given: number): ActionHandler =>
  async (value, asked) => {
    const { button, round, teamId, until } = await answering(value, asked);
    const question = round.questions.find(({ id }) => id === button.question);
    if (!question || given < question.from || given > question.to) throw new Problem('slack.unknown_action');
    await keepAnswer(asked.db, round, { token: button.token, teamId, scores: { [question.id]: given } });
    return shown({ button, round, teamId, until }, await answerBy(asked.db, round, button.token));
  };

/** The next thing to say to an answer. */
function shown({ button, round, until }: Answering, answer: PulseAnswer): Reply {
  const message = pulseMessage({ ...round, until }, answer, button);
  return { message: () => message, isDone: true };
}

const back: ActionHandler = async (value, asked) => {
  const found = await answering(value, asked);
  const { round, button } = found;
  return shown({ ...found, button: { ...button, again: true } }, await answerBy(asked.db, round, button.token));
};

const decline: ActionHandler = async (value, asked) => {
  const { button } = await answering(value, asked);
  const message = declinedMessage(button);
  return { message: () => message, isDone: true };
};

/** *Tomorrow*: a reminder in the next working hours of another day; the question stays where it is. */
const later: ActionHandler = async (value, asked) => {
  const { button, round, until } = await answering(value, asked);
  const { member, directory, workspace, now } = asked;
  const zone = zoneOf(member.id, directory, workspace);
  const tomorrow = now.toZonedDateTimeISO(zone).add({ days: 1 }).startOfDay().toInstant();
  const at = nextWorkingMoment(tomorrow, { ...memberCalendar(member.id, directory, workspace), zone });
  const isBefore = await remindAt(asked, round, at);
  const line = isBefore
    ? text('pulse.put_off', { at: momentLabel(at, now, zone), until })
    : text('pulse.too_late', { until });
  const { blocks } = pulseMessage({ ...round, until }, { scores: {}, comment: null }, button);
  return { ...say(line, [...blocks, section(line)]), isDone: true };
};

/** What is pressed too late says so, and still leads to the replies. */
const whileOpen =
  (handler: ActionHandler): ActionHandler =>
  async (value, asked) => {
    const { button, round } = await pressed(value, asked);
    if (isOpen(round, asked.now)) return handler(value, asked);
    const message = closedMessage(button);
    return { message: () => message, isDone: true };
  };

/** Nothing is kept of who pressed one of these, and when. */
export const pulsePresses: Readonly<Record<string, ActionHandler>> = {
  ...Object.fromEntries(Array.from({ length: 11 }, (_, given) => [scoreAction(given), whileOpen(score(given))])),
  [pulseActions.back]: whileOpen(back),
  [pulseActions.decline]: whileOpen(decline),
  [pulseActions.later]: whileOpen(later),
};
