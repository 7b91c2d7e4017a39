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

/** What a button or a form of an ask is about. Who presses it is looked at, and not kept. */
export interface Answering {
  button: PulseButton;
  round: Round;
  own: Answerer;
  asked: PulseAsked;
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

/** One click: the score is kept, and the next question takes the place of this one. */
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

/** One click: whether something helped that was promised before. */
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

/** The next thing to say to an answer. */
function shown({ button, asked }: Answering, answer: PulseAnswer): Reply {
  const message = pulseMessage(asked, answer, button);
  return { message: () => message, isDone: true };
}

const back: ActionHandler = async (value, asked) => {
  const found = await answering(value, asked);
  const { round, button, own } = found;
  return shown({ ...found, button: { ...button, again: true } }, await ownAnswer(asked.db, round, own));
};

/** *Leave it out*, or on from what was written: that nothing was is an answer, too, so that it is not asked again. */
const goOn: ActionHandler = async (value, asked) => {
  const found = await answering(value, asked);
  const { round, own } = found;
  const { id } = textAsked(found);
  const { texts } = await ownAnswer(asked.db, round, own);
  if (texts[id] === undefined) await keepOwn(asked.db, round, own, { texts: { [id]: '' } });
  return shown(found, await ownAnswer(asked.db, round, own));
};

/** Which question a button asks for words about. @throws Problem where it is none */
export function textAsked({ round, button }: Pick<Answering, 'round' | 'button'>): AskedQuestion {
  const question = round.questions.find(({ id, kind }) => kind === 'text' && id === button.question);
  if (!question) throw new Problem('slack.unknown_action');
  return question;
}

/** *Leave it at that*: the reason of a score is up to everybody. */
const through: ActionHandler = async (value, asked) => {
  const found = await answering(value, asked);
  const { round, button, own } = found;
  return shown({ ...found, button: { ...button, through: true } }, await ownAnswer(asked.db, round, own));
};

/** Once something is written in a form: the ask says what comes next, or what was answered. */
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

/** *Tomorrow*: a reminder in the next working hours of another day; the question stays where it is. */
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

/** What is pressed too late says so, and still leads to the replies. */
const whileOpen =
  (handler: ActionHandler): ActionHandler =>
  async (value, asked) => {
    const { button, round, asked: put } = await pressed(value, asked);
    if (isOpen(round, asked.now)) return handler(value, asked);
    const message = closedMessage(button, put.survey, round.mode);
    return { message: () => message, isDone: true };
  };

/** Nothing is kept of who pressed one of these, and when. */
export const pulsePresses: Readonly<Record<string, ActionHandler>> = {
  ...Object.fromEntries(Array.from({ length: 11 }, (_, given) => [scoreAction(given), whileOpen(score(given))])),
  ...Object.fromEntries(everyHelp.map((given) => [helpAction(given), whileOpen(help(given))])),
  [pulseActions.back]: whileOpen(back),
  [pulseActions.goOn]: whileOpen(goOn),
  [pulseActions.through]: whileOpen(through),
  [pulseActions.decline]: whileOpen(decline),
  [pulseActions.later]: whileOpen(later),
};
