/** Questions as people write them, one a line: those of standups and of surveys are read by the same rules. */

export type WrittenQuestion =
  | { kind: 'text'; text: string }
  | { kind: 'scale'; text: string; from: number; to: number }
  | { kind: 'choice'; text: string; choices: string[] };

/** Slack shows no more in a list. */
const MOST_CHOICES = 100;
const WIDEST_SCALE = 10;

/** The lines in which something stands. */
export const questionLines = (written: string): string[] =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/**
 * `How was it? (1-5)` is a scale, `Where are you? (office | home)` a choice, and all else asks for words: a bracket that is
 * neither belongs to the question.
 */
export function readQuestionLine(line: string): WrittenQuestion {
  const [, before = '', within = ''] = /^(.*\S)\s*\(([^()]+)\)$/.exec(line) ?? [];
  const [, from, to] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(within.trim()) ?? [];
  const width = Number(to) - Number(from);
  if (width > 0 && width <= WIDEST_SCALE) return { kind: 'scale', text: before, from: Number(from), to: Number(to) };
  const choices = [...new Set(within.split('|').map((choice) => choice.trim()))].filter(Boolean);
  if (choices.length >= 2 && choices.length <= MOST_CHOICES) return { kind: 'choice', text: before, choices };
  return { kind: 'text', text: line };
}

/** A question as it is written. */
export function writtenQuestion(question: WrittenQuestion): string {
  if (question.kind === 'scale') return `${question.text} (${question.from}-${question.to})`;
  if (question.kind === 'choice') return `${question.text} (${question.choices.join(' | ')})`;
  return question.text;
}
