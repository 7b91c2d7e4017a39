import { text } from '../../language/text.ts';
import type { PulseAnswer } from '../../surveys/answers.ts';
import { type AskedAction, isHelpKey } from '../../surveys/asked-actions.ts';
import { SMALLEST_FOR_COMMENTS, SMALLEST_GROUP } from '../../surveys/groups.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { AskedQuestion, Instrument } from '../../surveys/questions.ts';
import type { Message } from './answer.ts';
import { type ButtonSpec, buttons, context, escaped, section } from './mrkdwn.ts';
import { helpMessage, nextAction, ownHelpLines } from './pulse-help.ts';
import { type Privacy, previewPromiseText, promiseText } from './pulse-mode.ts';

/** One score, one action: Slack wants their ids to differ within a message. */
export const scoreAction = (score: number): string => `pulse_score_${score}`;

export const pulseActions = {
  back: 'pulse_back',
  later: 'pulse_later',
  decline: 'pulse_decline',
  comment: 'pulse_comment',
  replies: 'pulse_replies',
  add: 'pulse_add',
} as const;

const DONE = 'pulse.done';
const DECLINED = 'pulse.declined';
/** The blocks of an ask that say that nothing is left to do. */
export const throughBlocks: readonly string[] = [DONE, DECLINED];

/** What each button of an ask carries: the word by which its answer is known stands here and nowhere else. */
export interface PulseButton {
  round: string;
  token: string;
  /** Which question a score answers. */
  question?: string;
  /** From the first question to the last, whatever was answered before. */
  again?: boolean;
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
export function pulseMessage(asked: PulseAsked, { scores, comment }: PulseAnswer, button: PulseButton): Message {
  const { round, token, again = false } = button;
  const carried = { round, token, ...(again ? { again } : {}) };
  const isPast = again && isHelpKey(button.question ?? '');
  const next = isPast ? undefined : nextQuestion(asked.questions, scores, button);
  if (next) return questionMessage(asked, next, carried, !again && Object.keys(scores).length === 0);
  const action = nextAction(asked.actions, scores, button);
  const value = (key: string) => JSON.stringify({ ...carried, question: key });
  if (action) return helpMessage(action, value, promiseText(asked.privacy));
  return doneMessage(asked, scores, comment, { round, token });
}

function nextQuestion(questions: readonly AskedQuestion[], scores: PulseAnswer['scores'], pressed: PulseButton) {
  const { question, again } = pressed;
  if (again) return questions[questions.findIndex(({ id }) => id === question) + 1];
  return questions.find(({ id }) => scores[id] === undefined);
}

function questionMessage(asked: PulseAsked, question: AskedQuestion, button: PulseButton, mayLeave: boolean): Message {
  const head = titleText(asked);
  const leaving: ButtonSpec[] = (['later', 'decline'] as const).map((action) => ({
    actionId: pulseActions[action],
    label: text(`pulse.${action}`),
    value: JSON.stringify(button),
  }));
  return {
    text: `${head} ${question.text}`,
    blocks: [
      section(`${escaped(head)}\n${questionText(asked, question)}`),
      buttons('pulse.scores', scoreButtons(question, button)),
      context(scaleText(question)),
      ...(mayLeave ? [buttons('pulse.leave', leaving)] : []),
      ...(button.again && asked.privacy.mode === 'anonymous'
        ? [buttons('pulse.replies', [repliesButton(button)])]
        : []),
      context(promiseText(asked.privacy)),
    ],
  };
}

function scoreButtons({ id, from, to }: AskedQuestion, button: PulseButton): ButtonSpec[] {
  const scores = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return scores.map((score) => ({
    actionId: scoreAction(score),
    label: String(score),
    value: JSON.stringify({ ...button, question: id }),
    spoken: text('pulse.spoken', { score, most: to, meaning: to === 5 ? meaningOf(score) : 'none' }),
  }));
}

const meaningOf = (score: number): string => text(`pulse.scale.5.${score as 1 | 2 | 3 | 4 | 5}`);

const titleText = ({ instrument, questions, until }: Omit<PulseAsked, 'privacy' | 'actions'>): string =>
  text(`pulse.title.${instrument}`, { count: questions.length, until });

const questionText = ({ questions }: Pick<PulseAsked, 'questions'>, question: AskedQuestion): string =>
  text('pulse.progress', {
    number: questions.findIndex(({ id }) => id === question.id) + 1,
    count: questions.length,
    question: escaped(question.text),
  });

const scaleText = ({ to }: AskedQuestion): string => text(to === 10 ? 'pulse.scale.10' : 'pulse.scale.5');

function doneMessage(
  { questions, actions, until, privacy }: PulseAsked,
  scores: PulseAnswer['scores'],
  comment: string | null,
  button: PulseButton,
): Message {
  const line = text('pulse.done', { until });
  const own = questions.map(({ id, text: question }) =>
    text('pulse.own', { question: escaped(question), score: scores[id] ?? '–' }),
  );
  const value = JSON.stringify(button);
  return {
    text: line,
    blocks: [
      section([line, ...own, ...ownHelpLines(actions, scores), ...(comment ? [quoted(comment)] : [])].join('\n')),
      buttons(DONE, [
        { actionId: pulseActions.comment, label: text('pulse.comment'), value },
        { actionId: pulseActions.back, label: text('pulse.back'), value },
        ...(privacy.mode === 'anonymous' ? [repliesButton(button)] : []),
      ]),
      context(promiseText(privacy)),
    ],
  };
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

/** What would be asked, for who sets it up. `people`: how many would get it. */
export function pulsePreviewMessage(
  asked: Omit<PulseAsked, 'privacy' | 'actions'>,
  mode: Mode,
  people: number,
): Message {
  const head = titleText(asked);
  const small = people < SMALLEST_GROUP ? [text('pulse.preview.small', { least: SMALLEST_GROUP })] : [];
  return {
    text: head,
    blocks: [
      section([escaped(head), ...asked.questions.map((question) => questionText(asked, question))].join('\n')),
      context(previewPromiseText(mode)),
      context([text('pulse.preview', { people }), ...small].join(' ')),
    ],
  };
}

/** What is kept of an answer, column by column, for those who are asked. */
export function privacyMessage(): Message {
  const limits = { least: SMALLEST_GROUP, comments: SMALLEST_FOR_COMMENTS };
  const parts = [
    'confidential',
    'intro',
    'answer',
    'invitation',
    'deliveries',
    'results',
    'comments',
    'replies',
    'actions',
    'log',
    'limits',
  ] as const;
  const head = text('pulse.privacy');
  return {
    text: [head, ...parts.map((part) => text(`pulse.privacy.${part}`, limits))].join('\n'),
    blocks: [section(head), ...parts.map((part) => section(text(`pulse.privacy.${part}`, limits)))],
  };
}
