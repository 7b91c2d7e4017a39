import { Temporal } from 'temporal-polyfill';
import { Problem } from '../../src/errors.ts';
import { dayLabel, timeLabel } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { zoneOf } from '../../src/people/own-clock.ts';
import { findSchedule } from '../../src/schedule/schedule.ts';
import { type Standup, standupOf } from '../../src/schedule/standup.ts';
import { type Asked, type Filled, type Form, type Reply, say as saying, type Thread } from '../../src/slack/command.ts';
import { whoseText } from '../../src/slack/messages/schedule.ts';
import { doneText, standupActions, standupSaidMessage } from '../../src/slack/messages/standup.ts';
import { standupAnswerFaults, standupAnswersIn, standupAnswerView } from '../../src/slack/modals/standup-answer.ts';
import {
  type Answers,
  mustBeOpen,
  type Said,
  type Saying,
  saidBy,
  saidInTime,
  say,
} from '../../src/standups/answers.ts';
import { type Ask, askedIn, asksOf, type Session, sessionSchema } from '../../src/standups/asks.ts';
import { doneBy } from '../../src/standups/numbers.ts';
import { choicesOf, type StandupQuestion } from '../../src/standups/questions.ts';

const ID = 'standup.answer';

/** *Answer*: a field for each question, the first filled in with what was logged. */
export const standupAnswerForm: Form = {
  id: ID,
  opener: standupActions.answer,
  title: text('standup.form.title'),
  async open(value, asked) {
    const { session, standup, ask, said, isLate } = await openSession(sessionIn(value, asked), asked);
    const { whose } = standup;
    const questions = isLate ? unsaidOf(standup.questions, saidInTime(said)) : standup.questions;
    const written = new Map(said?.answers.map(({ id, words }) => [id, words]) ?? []);
    const first = questions.find((each) => each.kind === 'text' && !each.blocks);
    if (!said && first) written.set(first.id, doneText(await doneBy(asked, asked.member.id, ask)));
    const team = whoseText(whose, asked.directory);
    const day = dayLabel(Temporal.PlainDate.from(session.day), 'day');
    const intro = text(isLate ? 'standup.form.late' : 'standup.form.intro', { team, day, until: closing(ask, asked) });
    const { scheduleId } = session;
    return standupAnswerView(ID, { scheduleId, day: session.day, questions }, { intro, written });
  },
  faults: standupAnswerFaults,
  async submit(filled: Filled, asked): Promise<Reply> {
    const { kept, answers } = standupAnswersIn(filled);
    const open = await openSession({ workspaceId: asked.workspace.id, ...kept }, asked);
    return { ...saying((await take(open, () => answers, asked)).thanks), isDone: true };
  },
};

/** *Nothing to report*, in one click. Replaces the question, and can be changed. */
async function skip(value: string, asked: Asked): Promise<Reply> {
  const open = await openSession(sessionIn(value, asked), asked);
  const nothing = (before: Answers | null): Answers => {
    if (before && before.length > 0) throw new Problem('standup.all_said');
    return [];
  };
  const { isLate, answers } = await take(open, nothing, asked);
  const { scheduleId, day } = open.session;
  const message = standupSaidMessage({
    team: whoseText(open.standup.whose, asked.directory),
    button: { scheduleId, day },
    until: closing(open.ask, asked),
    answers,
    isLate,
  });
  return { message: () => message, isDone: true };
}

export const standupPresses = { [standupActions.skip]: skip };

/**
 * Takes a reply in the question's thread: each line answers the next open question, and any lines left over belong to
 * the last. null: the thread is not under a standup's question.
 */
export async function answerInThread(words: string, thread: Thread, asked: Asked): Promise<Reply | null> {
  const { db, workspace, member } = asked;
  const found = await askedIn(db, workspace.id, { memberId: member.id, ...thread });
  return found && saying(await answerByLines(words, { workspaceId: workspace.id, ...found }, asked));
}

/** Takes each line as the answer to the next open question; returns what to reply. */
export async function answerByLines(words: string, session: Session, asked: Asked): Promise<string> {
  const open = await openSession(session, asked);
  const { questions } = open.standup;
  const lines = words.split('\n').filter((line) => line.trim());
  const added = (before: Answers | null): Answers => {
    const unsaid = unsaidOf(questions, before ?? []);
    if (unsaid.length === 0) throw new Problem('standup.all_said');
    const now = unsaid.slice(0, lines.length).map((question, index, { length }) => {
      const said = index === length - 1 ? lines.slice(index).join('\n') : (lines[index] ?? '');
      return { id: question.id, question: question.text, words: fitting(said.trim(), question) };
    });
    return [...(before ?? []), ...now];
  };
  const { thanks, answers, isLate } = await take(open, added, asked);
  const [next] = unsaidOf(questions, answers);
  if (!next) return thanks;
  return [isLate ? thanks : text('standup.noted'), text('standup.next', { question: next.text })].join(' ');
}

const unsaidOf = (questions: readonly StandupQuestion[], said: Answers): StandupQuestion[] =>
  questions.filter(({ id }) => !said.some((each) => each.id === id));

/** The answer as typed, or the matching choice if the question has choices. @throws Problem if none matches */
function fitting(words: string, question: StandupQuestion): string {
  const choices = choicesOf(question);
  if (!choices) return words;
  const chosen = choices.find((choice) => choice.toLowerCase() === words.toLowerCase());
  if (chosen) return chosen;
  throw new Problem('standup.no_such_choice', { words, question: question.text, choices: choices.join(', ') });
}

interface Open {
  session: Session;
  standup: Standup;
  ask: Ask;
  /** What they have said already. */
  said: Said | null;
  /** Whether the window has closed; the answer is accepted all the same. */
  isLate: boolean;
}

/** @throws Problem if there is nothing to answer, or not any more */
async function openSession(session: Session, { db, member, now }: Asked): Promise<Open> {
  const schedule = await findSchedule(db, session.workspaceId, session.scheduleId);
  const standup = schedule && standupOf(schedule);
  if (!standup) throw new Problem('standup.gone');
  const [asks, said] = await Promise.all([asksOf(db, session), saidBy(db, session, member.id)]);
  const ask = asks.find(({ memberId }) => memberId === member.id);
  const questions = ask?.questions ?? standup.questions;
  const isLate = mustBeOpen(ask, { said, questions }, now);
  if (!ask) throw new Problem('standup.not_asked');
  return { session, standup: { ...standup, questions }, ask, said, isLate };
}

/** Stores the answers, and says what becomes of them. */
async function take({ session, standup, ask }: Open, answering: Saying['answering'], asked: Asked) {
  const { db, member, deed, now } = asked;
  const saying = { ...session, memberId: member.id, answering, deed };
  const { isLate, answers } = await say(db, saying, standup.questions, now);
  const channel = standup.channelId;
  const thanks = isLate
    ? text('standup.saved_late', { channel, fixed: saidInTime({ answers }).length })
    : text('standup.saved', { channel, until: closing(ask, asked) });
  return { isLate, answers, thanks };
}

const closing = ({ closesAt }: Ask, { member, directory, workspace }: Asked): string =>
  timeLabel(closesAt, zoneOf(member.id, directory, workspace));

function sessionIn(value: string, { workspace }: Asked): Session {
  const session = sessionSchema.safeParse(JSON.parse(value));
  if (!session.success) throw new Problem('slack.unknown_action');
  return { workspaceId: workspace.id, ...session.data };
}
