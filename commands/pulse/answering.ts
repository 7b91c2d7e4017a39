import { z } from 'zod';
import { startOfTomorrow } from '../../src/calendar/local-day.ts';
import { nextWorkingMoment } from '../../src/calendar/working-moment.ts';
import { Problem } from '../../src/errors.ts';
import { momentLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { workingHoursOf } from '../../src/people/own-clock.ts';
import { remindAt } from '../../src/schedule/put-off.ts';
import { type ActionHandler, type Asked, type Reply, say } from '../../src/slack/command.ts';
import { section } from '../../src/slack/messages/mrkdwn.ts';
import { closedMessage, declinedMessage, pulseMessage } from '../../src/slack/messages/pulse.ts';
import { type PulseAsked, type PulseButton, pulseActions, scoreAction } from '../../src/slack/messages/pulse-asked.ts';
import { everyHelp, helpAction } from '../../src/slack/messages/pulse-help.ts';
import { ownAsk } from '../../src/slack/outgoing/own-ask.ts';
import { closingText, privacyOf } from '../../src/slack/outgoing/pulse.ts';
import { surveyTitle } from '../../src/slack/outgoing/survey-title.ts';
import type { PulseAnswer } from '../../src/surveys/answers.ts';
import { askedIn, type Help, helpKey, helps } from '../../src/surveys/asked-actions.ts';
import { type Answerer, keepOwn, ownAnswer } from '../../src/surveys/own-answer.ts';
import { type AskedQuestion, rangeOf } from '../../src/surveys/questions.ts';
import { findRound, invitationOf, isOpen, mustBeOpen, type Round } from '../../src/surveys/rounds.ts';

const buttonSchema = z.object({
  round: z.guid(),
  token: z.string().min(1),
  question: z.string().optional(),
  again: z.boolean().optional(),
});

/** What a button or form of a survey question is about. We check who presses it, but store nothing about that. */
export interface Answering {
  button: PulseButton;
  round: Round;
  own: Answerer;
  asked: PulseAsked;
}

/** @throws Problem if there is nothing to answer, or not any more */
export async function answering(value: string, asked: Asked): Promise<Answering> {
  const found = await pressed(value, asked);
  mustBeOpen(found.round, asked.now);
  return found;
}

/** The same, also after the round has closed. @throws Problem if the round did not ask this person */
export async function pressed(value: string, asked: Asked): Promise<Answering> {
  const parsed = buttonSchema.safeParse(JSON.parse(value));
  if (!parsed.success) throw new Problem('slack.unknown_action');
  const { round: id, token, question, again } = parsed.data;
  const button = { round: id, token, ...(question ? { question } : {}), ...(again ? { again } : {}) };
  const round = await findRound(asked.db, asked.workspace.id, id);
  const invitation = round && (await invitationOf(asked.db, round, asked.member.id));
  if (!round || !invitation) throw new Problem('pulse.not_asked');
  const { id: memberId } = asked.member;
  const own = { token, teamId: invitation.teamId, memberId };
  const theirs = askedIn(round, invitation.teamId);
  const said = {
    privacy: privacyOf(round, own, asked),
    until: closingText(round, memberId, asked),
    survey: await surveyTitle(round, asked),
  };
  return { button, round: theirs, own, asked: { ...theirs, ...said } };
}

/** One click: stores the score and shows the next question in place of this one. */
const score =
  (given: number): ActionHandler =>
  async (value, asked) => {
    const found = await answering(value, asked);
    const { button, round, own } = found;
    const question = round.questions.find(({ id }) => id === button.question);
    const range = question && rangeOf(question);
    if (!range || given < range.from || given > range.to) throw new Problem('slack.unknown_action');
    await keepOwn(asked.db, round, own, { scores: { [question.id]: given } });
    return shown(found, await ownAnswer(asked.db, round, own));
  };

/** One click: stores whether something promised earlier helped. */
const help =
  (given: Help): ActionHandler =>
  async (value, asked) => {
    const found = await answering(value, asked);
    const { button, round, own } = found;
    const action = round.actions.find((each) => helpKey(each) === button.question);
    if (!action) throw new Problem('slack.unknown_action');
    await keepOwn(asked.db, round, own, { scores: { [helpKey(action)]: helps[given] } });
    return shown(found, await ownAnswer(asked.db, round, own));
  };

/** The next question, or that there is none left. */
function shown({ button, asked }: Answering, answer: PulseAnswer): Reply {
  const message = pulseMessage(asked, answer, button);
  return { message: () => message, isDone: true };
}

const back: ActionHandler = async (value, asked) => {
  const found = await answering(value, asked);
  const { round, button, own } = found;
  return shown({ ...found, button: { ...button, again: true } }, await ownAnswer(asked.db, round, own));
};

/**
 * *Leave it out*, or going on after writing: leaving it out is stored as an answer, too, so that it is not asked again.
 */
const goOn: ActionHandler = async (value, asked) => {
  const found = await answering(value, asked);
  const { round, own } = found;
  const { id } = textAsked(found);
  const { texts } = await ownAnswer(asked.db, round, own);
  if (texts[id] === undefined) await keepOwn(asked.db, round, own, { texts: { [id]: '' } });
  return shown(found, await ownAnswer(asked.db, round, own));
};

/** The text question that a button is about. @throws Problem if it is about none */
export function textAsked({ round, button }: Pick<Answering, 'round' | 'button'>): AskedQuestion {
  const question = round.questions.find(({ id, kind }) => kind === 'text' && id === button.question);
  if (!question) throw new Problem('slack.unknown_action');
  return question;
}

/** *Leave it at that*: nobody has to give reasons for their scores. */
const through: ActionHandler = async (value, asked) => {
  const found = await answering(value, asked);
  const { round, button, own } = found;
  return shown({ ...found, button: { ...button, through: true } }, await ownAnswer(asked.db, round, own));
};

/** After a form is handed in: updates the question's message to what comes next, or to what was answered. */
export async function nextInAsk(
  { round, button, own, asked: put }: Answering,
  asked: Asked,
): Promise<Pick<Reply, 'changes'>> {
  const place = await ownAsk(asked.db, {
    workspaceId: round.workspaceId,
    roundId: round.id,
    memberId: asked.member.id,
  });
  if (!place) return {};
  const message = pulseMessage(put, await ownAnswer(asked.db, round, own), button);
  return { changes: { place, message } };
}

const decline: ActionHandler = async (value, asked) => {
  const { button } = await answering(value, asked);
  const message = declinedMessage(button);
  return { message: () => message, isDone: true };
};

/** *Tomorrow*: plans a reminder for the person's next working hours after today; the question stays where it is. */
const later: ActionHandler = async (value, asked) => {
  const { button, round, asked: put } = await answering(value, asked);
  const { until } = put;
  const { member, directory, workspace, now } = asked;
  const hours = workingHoursOf(member.id, directory, workspace);
  const { zone } = hours;
  const at = nextWorkingMoment(startOfTomorrow(now, zone), hours);
  const isBefore = await remindAt(asked, round, at, zone);
  const line = isBefore
    ? text('pulse.put_off', { at: momentLabel(at, now, zone), until })
    : text('pulse.too_late', { until });
  const { blocks } = pulseMessage(put, { scores: {}, texts: {}, comment: null }, button);
  return { ...say(line, [...blocks, section(line)]), isDone: true };
};

/** Pressed after the round has closed, it says so and still leads to the replies. */
const whileOpen =
  (handler: ActionHandler): ActionHandler =>
  async (value, asked) => {
    const { button, round, asked: put } = await pressed(value, asked);
    if (isOpen(round, asked.now)) return handler(value, asked);
    const message = closedMessage(button, put.survey, round.mode);
    return { message: () => message, isDone: true };
  };

/** No trace is stored of who pressed one of these, or when. */
export const pulsePresses: Readonly<Record<string, ActionHandler>> = {
  ...Object.fromEntries(Array.from({ length: 11 }, (_, given) => [scoreAction(given), whileOpen(score(given))])),
  ...Object.fromEntries(everyHelp.map((given) => [helpAction(given), whileOpen(help(given))])),
  [pulseActions.back]: whileOpen(back),
  [pulseActions.goOn]: whileOpen(goOn),
  [pulseActions.through]: whileOpen(through),
  [pulseActions.decline]: whileOpen(decline),
  [pulseActions.later]: whileOpen(later),
};
