/** What a standup asks, and what may be said to it. */
import { z } from 'zod';
import { text } from '../language/text.ts';

const asked = { id: z.string(), text: z.string().min(1) };

export const questionSchema = z.discriminatedUnion('kind', [
  /** `blocks`: what is said to it stands on top of the digest, and is talked about in a thread. */
  z.object({ ...asked, kind: z.literal('text'), blocks: z.boolean() }),
  z.object({ ...asked, kind: z.literal('scale'), from: z.int(), to: z.int() }),
  z.object({ ...asked, kind: z.literal('choice'), choices: z.array(z.string()).min(2) }),
]);

export type StandupQuestion = z.infer<typeof questionSchema>;

export const MOST_QUESTIONS = 10;
/** Slack shows no more in a list. */
const MOST_CHOICES = 100;
const WIDEST_SCALE = 10;

/** What is asked unless somebody wants it otherwise, as it is written. */
export const defaultQuestions = (): string =>
  [text('standup.ask.yesterday'), text('standup.ask.today'), `! ${text('standup.ask.blockers')}`].join('\n');

/**
 * Reads questions, one a line: `How was it? (1-5)` is a scale, `Where are you? (office | home)` a choice, and what begins
 * with `!` asks what is in the way.
 */
export function readQuestions(written: string): StandupQuestion[] {
  const lines = written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.map((line, index) => readQuestion(line, `q${index + 1}`));
}

function readQuestion(line: string, id: string): StandupQuestion {
  const blocks = line.startsWith('!');
  const words = line.replace(/^!\s*/, '');
  const [, before = '', within = ''] = /^(.*\S)\s*\(([^()]+)\)$/.exec(words) ?? [];
  const [, from, to] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(within) ?? [];
  const width = Number(to) - Number(from);
  if (width > 0 && width <= WIDEST_SCALE)
    return { id, kind: 'scale', text: before, from: Number(from), to: Number(to) };
  const choices = [...new Set(within.split('|').map((choice) => choice.trim()))].filter(Boolean);
  if (choices.length >= 2 && choices.length <= MOST_CHOICES) return { id, kind: 'choice', text: before, choices };
  return { id, kind: 'text', text: words, blocks };
}

/** Questions as they are written. */
export const writtenQuestions = (questions: readonly StandupQuestion[]): string =>
  questions
    .map((question) => {
      if (question.kind === 'scale') return `${question.text} (${question.from}-${question.to})`;
      if (question.kind === 'choice') return `${question.text} (${question.choices.join(' | ')})`;
      return question.blocks ? `! ${question.text}` : question.text;
    })
    .join('\n');

/** What can be chosen from; null: anything can be written. */
export function choicesOf(question: StandupQuestion): string[] | null {
  switch (question.kind) {
    case 'text':
      return null;
    case 'choice':
      return question.choices;
    case 'scale':
      return Array.from({ length: question.to - question.from + 1 }, (_, step) => String(question.from + step));
  }
}

/** What people write who mean that nothing is in their way. */
const NOTHING = /^(no|none|nope|nothing|nil|n\/?a|-+|–|all (good|clear|fine))[.!]*$/i;

export const saysNothing = (words: string): boolean => NOTHING.test(words.trim());
