/** The parts of a survey's message to a person: what its buttons carry, and how questions and answers are shown. */
import { text } from '../../language/text.ts';
import type { PulseAnswer } from '../../surveys/answers.ts';
import { type AskedAction, helpKey } from '../../surveys/asked-actions.ts';
import type { AskedQuestion, Instrument } from '../../surveys/questions.ts';
import { type ButtonSpec, escaped } from './mrkdwn.ts';
import type { Privacy } from './pulse-mode.ts';

/** Each score has its own action id, as Slack wants them to differ within a message. */
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

/** What each button of a question carries; the answer's token is stored here and nowhere else. */
export interface PulseButton {
  round: string;
  token: string;
  /** The question that a score answers. */
  question?: string;
  /** Going through all questions again, whatever was answered before. */
  again?: boolean;
  /** Nothing more is asked, although something was left out. Never stored in a message. */
  through?: boolean;
}

/** What a person is asked. */
export interface PulseAsked {
  instrument: Instrument;
  questions: readonly AskedQuestion[];
  /** Earlier promises, asked about after the questions. */
  actions: readonly AskedAction[];
  /** In the time zone of the person asked. */
  until: string;
  /** The survey and who asks: Pulse of North, from Marta Lindqvist */
  survey: string;
  privacy: Privacy;
}

/** A text skipped on purpose is an answer, too. */
export const isAnswered = ({ kind, id }: AskedQuestion, { scores, texts }: PulseAnswer): boolean =>
  (kind === 'text' ? texts[id] : scores[id]) !== undefined;

/** Whether everything is answered that must be: optional texts may be missing. */
export const isThrough = ({ questions, actions }: PulseAsked, answer: PulseAnswer): boolean =>
  questions.some((each) => isAnswered(each, answer)) &&
  !questions.some((each) => isOpen(each, answer)) &&
  actions.every((action) => answer.scores[helpKey(action)] !== undefined);

/** Whether nothing is left open, optional texts included. */
export const isComplete = ({ questions, actions }: PulseAsked, answer: PulseAnswer): boolean =>
  questions.every((each) => isAnswered(each, answer)) &&
  actions.every((action) => answer.scores[helpKey(action)] !== undefined);

export const isOpen = (question: AskedQuestion, answer: PulseAnswer): boolean =>
  question.kind !== 'text' && !isAnswered(question, answer);

export const titleText = ({
  instrument,
  questions,
  until,
  survey,
}: Pick<PulseAsked, 'instrument' | 'questions' | 'until' | 'survey'>): string =>
  text(`pulse.title.${instrument}`, { count: questions.length, until, survey });

export const questionText = ({ questions }: Pick<PulseAsked, 'questions'>, question: AskedQuestion): string =>
  text('pulse.progress', {
    number: questions.findIndex(({ id }) => id === question.id) + 1,
    count: questions.length,
    question: escaped(question.text),
  });

/** An answer as shown: a number, or the words of a choice. */
export const answerText = (question: AskedQuestion, score: number): string =>
  question.kind === 'choice' ? (question.choices[score] ?? '–') : String(score);

/** A question with the person's answer. */
export function ownText(question: AskedQuestion, { scores, texts }: PulseAnswer): string {
  const asked = { question: escaped(question.text) };
  if (question.kind === 'text') {
    const written = texts[question.id];
    return [text('pulse.own.words', asked), ...(written ? [quoted(written)] : [])].join('\n');
  }
  const score = scores[question.id];
  return text('pulse.own', { ...asked, score: score === undefined ? '–' : escaped(answerText(question, score)) });
}

/** Somebody's words as a quotation. */
export const quoted = (words: string): string =>
  escaped(words)
    .split('\n')
    .map((line) => text('pulse.results.said', { words: line }))
    .join('\n');

/** The comment added to an answer, which is separate from texts written as answers. */
export const commentLines = (comment: string | null): string[] =>
  comment ? [text('pulse.own.comment'), quoted(comment)] : [];

/** What several people said, each under its own number: otherwise two quotations in a row look like one. */
export const saidApart = (all: readonly string[]): string[] =>
  all.map((words, index) => [text('pulse.results.said_by_one', { number: index + 1 }), quoted(words)].join('\n'));

/** Shown to everybody, whether or not they wrote a comment. */
export const repliesButton = ({ round, token }: PulseButton): ButtonSpec => ({
  actionId: pulseActions.replies,
  label: text('pulse.replies'),
  value: JSON.stringify({ round, token }),
});
