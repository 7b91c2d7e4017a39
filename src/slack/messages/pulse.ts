import { text } from '../../language/text.ts';
import type { PulseAnswer } from '../../surveys/answers.ts';
import { type AskedAction, helpKey, isHelpKey } from '../../surveys/asked-actions.ts';
import { SMALLEST_FOR_COMMENTS } from '../../surveys/groups.ts';
import type { Mode } from '../../surveys/mode.ts';
import { isOwn } from '../../surveys/own-questions.ts';
import { type AskedQuestion, type Instrument, rangeOf } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';
import { helpMessage, nextAction, ownHelpLines } from './pulse-help.ts';
import { type Privacy, promiseText } from './pulse-mode.ts';

/** One score, one action: Slack wants their ids to differ within a message. */
export const scoreAction = (score: number): string => `pulse_score_${score}`;

export const pulseActions = {
  back: 'pulse_back',
  later: 'pulse_later',
  decline: 'pulse_decline',
  comment: 'pulse_comment',
  write: 'pulse_write',
  goOn: 'pulse_go_on',
  through: 'pulse_through',
  replies: 'pulse_replies',
  add: 'pulse_add',
  change: 'pulse_change',
} as const;

const DONE = 'pulse.done';
const DECLINED = 'pulse.declined';
/** What is left is for words, and may be left out. */
const WHY = 'pulse.why';
const WORDS_LEFT = 'pulse.words_left';
/** Who has answered everything goes through it once more. */
const AGAIN = 'pulse.again';
/** The blocks of an ask that say that nothing is left that one should do. */
export const throughBlocks: readonly string[] = [DONE, DECLINED, WHY, WORDS_LEFT, AGAIN];

/** What each button of an ask carries: the word by which its answer is known stands here and nowhere else. */
export interface PulseButton {
  round: string;
  token: string;
  /** Which question a score answers. */
  question?: string;
  /** From the first question to the last, whatever was answered before. */
  again?: boolean;
  /** Nothing more is asked, though something was left out. Never in a message. */
  through?: boolean;
}

/** What a person is asked. */
export interface PulseAsked {
  instrument: Instrument;
  questions: readonly AskedQuestion[];
  /** What was promised before, asked about after the questions. */
  actions: readonly AskedAction[];
  /** By the clock of who is asked. */
  until: string;
  privacy: Privacy;
}

/** What comes after a button: the next question, or, when there is none, what was answered. */
export function pulseMessage(asked: PulseAsked, answer: PulseAnswer, button: PulseButton): Message {
  const { round, token, again = false, through = false } = button;
  const carried = { round, token, ...(again ? { again } : {}) };
  const isPast = isHelpKey(button.question ?? '');
  const next = again && isPast ? undefined : nextQuestion(asked.questions, answer, button);
  if (next) return questionMessage(asked, next, answer, carried);
  // Who has gone on from there is not asked again.
  const asksWhy = asked.instrument === 'enps' && !answer.comment && !through && !isPast;
  if (asksWhy) return whyMessage(asked, answer, { round, token });
  const action = nextAction(asked.actions, answer.scores, button);
  const value = (key: string) => JSON.stringify({ ...carried, question: key });
  if (action)
    return helpMessage(action, {
      ...{ value, promise: promiseText(asked.privacy) },
      block: isThrough(asked, answer) ? AGAIN : 'pulse.help',
    });
  return doneMessage(asked, answer, { round, token });
}

function nextQuestion(questions: readonly AskedQuestion[], answer: PulseAnswer, pressed: PulseButton) {
  const { question, again } = pressed;
  if (again) return questions[questions.findIndex(({ id }) => id === question) + 1];
  return questions.find((each) => !isAnswered(each, answer));
}

/** Words that are left out on purpose are an answer, too. */
const isAnswered = ({ kind, id }: AskedQuestion, { scores, texts }: PulseAnswer): boolean =>
  (kind === 'text' ? texts[id] : scores[id]) !== undefined;

/** Whether nothing is left that one should do, whatever is asked once more. */
const isThrough = ({ questions, actions }: PulseAsked, answer: PulseAnswer): boolean =>
  questions.some((each) => isAnswered(each, answer)) &&
  !questions.some((each) => isOpen(each, answer)) &&
  actions.every((action) => answer.scores[helpKey(action)] !== undefined);

function questionMessage(
  asked: PulseAsked,
  question: AskedQuestion,
  answer: PulseAnswer,
  button: PulseButton,
): Message {
  const head = titleText(asked);
  const mayLeave = !button.again && !asked.questions.some((each) => isAnswered(each, answer));
  const leaving: ButtonSpec[] = (['later', 'decline'] as const).map((action) => ({
    actionId: pulseActions[action],
    label: text(`pulse.${action}`),
    value: JSON.stringify(button),
  }));
  return {
    text: `${head} ${question.text}`,
    blocks: [
      section(`${escaped(head)}\n${questionText(asked, question)}`),
      ...(question.kind === 'text'
        ? wordsBlocks(asked, question, answer, button)
        : [
            buttons(isThrough(asked, answer) ? AGAIN : 'pulse.scores', scoreButtons(question, button)),
            ...scaleBlocks(question),
          ]),
      ...(mayLeave ? [buttons('pulse.leave', leaving)] : []),
      ...(button.again && asked.privacy.mode === 'anonymous'
        ? [buttons('pulse.replies', [repliesButton(button)])]
        : []),
      context(promiseText(asked.privacy)),
    ],
  };
}

function scoreButtons(question: AskedQuestion, button: PulseButton): ButtonSpec[] {
  const { from, to } = rangeOf(question) ?? { from: 0, to: -1 };
  const scores = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const value = JSON.stringify({ ...button, question: question.id });
  return scores.map((score) => ({
    ...{ actionId: scoreAction(score), value, label: answerText(question, score) },
    ...(question.kind === 'scale'
      ? { spoken: text('pulse.spoken', { score, most: to, meaning: question.driver ? meaningOf(score) : 'none' }) }
      : {}),
  }));
}

const meaningOf = (score: number): string => text(`pulse.scale.5.${score as 1 | 2 | 3 | 4 | 5}`);

/** An answer as it is shown: a number, or the words of a choice. */
const answerText = (question: AskedQuestion, score: number): string =>
  question.kind === 'choice' ? (question.choices[score] ?? '–') : String(score);

/** Writing is up to everybody: one goes on without. */
function wordsBlocks(asked: PulseAsked, question: AskedQuestion, answer: PulseAnswer, button: PulseButton) {
  const { questions } = asked;
  const written = answer.texts[question.id] ?? '';
  const value = JSON.stringify({ ...button, question: question.id });
  const isLeft = questions.some((each) => isAnswered(each, answer)) && !questions.some((each) => isOpen(each, answer));
  const spoken = text('pulse.write.spoken', { question: question.text });
  return [
    ...(written ? [section(quoted(written))] : []),
    buttons(isLeft ? WORDS_LEFT : 'pulse.words', [
      { actionId: pulseActions.write, label: text(written ? 'pulse.rewrite' : 'pulse.write'), value, spoken },
      { actionId: pulseActions.goOn, label: text(written ? 'pulse.go_on' : 'pulse.leave_out'), value },
    ]),
    context(hintText(asked.privacy)),
  ];
}

const isOpen = (question: AskedQuestion, answer: PulseAnswer): boolean =>
  question.kind !== 'text' && !isAnswered(question, answer);

/** After the score of an eNPS: what one writes is its comment. */
function whyMessage(asked: PulseAsked, answer: PulseAnswer, button: PulseButton): Message {
  const [question] = asked.questions;
  const line = text('pulse.why', { score: question ? (answer.scores[question.id] ?? '–') : '–' });
  const value = JSON.stringify(button);
  return {
    text: line,
    blocks: [
      section(line),
      buttons(WHY, [
        { actionId: pulseActions.comment, label: text('pulse.say_why'), value, spoken: text('pulse.say_why.spoken') },
        { actionId: pulseActions.through, label: text('pulse.no_why'), value, spoken: text('pulse.no_why.spoken') },
      ]),
      context(hintText(asked.privacy)),
      context(promiseText(asked.privacy)),
    ],
  };
}

/** Who reads what one writes. */
const hintText = ({ mode }: Privacy): string =>
  text(mode === 'confidential' ? 'pulse.comment.hint.confidential' : 'pulse.comment.hint', {
    least: SMALLEST_FOR_COMMENTS,
  });

export const titleText = ({ instrument, questions, until }: Omit<PulseAsked, 'privacy' | 'actions'>): string =>
  text(`pulse.title.${instrument}`, { count: questions.length, until });

export const questionText = ({ questions }: Pick<PulseAsked, 'questions'>, question: AskedQuestion): string =>
  text('pulse.progress', {
    number: questions.findIndex(({ id }) => id === question.id) + 1,
    count: questions.length,
    question: escaped(question.text),
  });

function scaleBlocks(question: AskedQuestion) {
  if (question.kind !== 'scale') return [];
  const { from, to } = question;
  if (isOwn(question)) return [context(text('pulse.scale.own', { from, to }))];
  return [context(text(to === 10 ? 'pulse.scale.10' : 'pulse.scale.5'))];
}

function doneMessage(
  { instrument, questions, actions, until, privacy }: PulseAsked,
  answer: PulseAnswer,
  button: PulseButton,
): Message {
  const { comment } = answer;
  const line = text('pulse.done', { until });
  const own = questions.map((question) => ownText(question, answer));
  const value = JSON.stringify(button);
  const label = text(instrument === 'enps' ? 'pulse.say_why' : 'pulse.comment');
  return {
    text: line,
    blocks: [
      section(
        [line, ...own, ...ownHelpLines(actions, answer.scores), ...(comment ? [quoted(comment)] : [])].join('\n'),
      ),
      buttons(DONE, [
        { actionId: pulseActions.comment, label, value },
        { actionId: pulseActions.back, label: text('pulse.back'), value },
        ...(privacy.mode === 'anonymous' ? [repliesButton(button)] : []),
      ]),
      context(promiseText(privacy)),
    ],
  };
}

/** A question with what somebody answered to it. */
export function ownText(question: AskedQuestion, { scores, texts }: PulseAnswer): string {
  const asked = { question: escaped(question.text) };
  if (question.kind === 'text') {
    const written = texts[question.id];
    return [text('pulse.own.words', asked), ...(written ? [quoted(written)] : [])].join('\n');
  }
  const score = scores[question.id];
  return text('pulse.own', { ...asked, score: score === undefined ? '–' : escaped(answerText(question, score)) });
}

/** What somebody wrote, as a quotation. */
export const quoted = (words: string): string =>
  escaped(words)
    .split('\n')
    .map((line) => text('pulse.results.said', { words: line }))
    .join('\n');

/** It is there for everybody, whether they have written a comment or not. */
const repliesButton = ({ round, token }: PulseButton): ButtonSpec => ({
  actionId: pulseActions.replies,
  label: text('pulse.replies'),
  value: JSON.stringify({ round, token }),
});

/** What an ask becomes when it is pressed too late. */
export function closedMessage(button: PulseButton, mode: Mode): Message {
  if (mode === 'confidential') {
    const line = text('pulse.closed.confidential');
    return { text: line, blocks: [section(line)] };
  }
  const line = text('pulse.closed');
  return { text: line, blocks: [section(line), buttons(DONE, [repliesButton(button)])] };
}

/** Who does not take part this time can do so after all. */
export function declinedMessage(button: PulseButton): Message {
  const line = text('pulse.declined');
  const value = JSON.stringify(button);
  return {
    text: line,
    blocks: [section(line), buttons(DECLINED, [{ actionId: pulseActions.back, label: text('pulse.join'), value }])],
  };
}

/** Below the questions, for who has not answered them. */
export function pulseReminderMessage(until: string, mode: Mode): Message {
  const line = text(mode === 'confidential' ? 'pulse.reminder.confidential' : 'pulse.reminder', { until });
  return { text: line, blocks: [section(line)] };
}
