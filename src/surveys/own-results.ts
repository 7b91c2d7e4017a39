/** What a round has published of the questions that somebody wrote for it. */
import { isOwn } from './own-questions.ts';
import { type AskedQuestion, rangeOf } from './questions.ts';

export interface OwnResult {
  question: AskedQuestion;
  /** How many gave each answer, from the lowest up; null: too few answered it, or all of them alike, or it asks for words. */
  counts: readonly number[] | null;
}

/** Each own question in their order. @param rows what is published of one group */
export const ownResultsIn = (
  questions: readonly AskedQuestion[],
  rows: readonly { question: string | null; counts: readonly number[] }[],
): OwnResult[] =>
  questions.filter(isOwn).map((question) => ({
    question,
    counts: rows.find((row) => row.question === question.id)?.counts ?? null,
  }));

/** Of a scale the mean, the variance of that mean, and how many answered. */
export function meanOf(question: AskedQuestion, counts: readonly number[]) {
  const from = rangeOf(question)?.from ?? 0;
  const answers = counts.reduce((sum, count) => sum + count, 0);
  const sumOf = (of: (score: number) => number) =>
    counts.reduce((sum, count, step) => sum + count * of(from + step), 0);
  const mean = sumOf((score) => score) / answers;
  const variance = sumOf((score) => (score - mean) ** 2) / (answers - 1) / answers;
  return { mean, variance, answers };
}

/**
 * By how much the mean of a scale differs from that of a round before, where that is more than chance would do, by Welch's test at
 * 95 %. null: it is not.
 */
export function meanChange(question: AskedQuestion, now: readonly number[], before: readonly number[]): number | null {
  const [one, other] = [meanOf(question, now), meanOf(question, before)];
  const by = one.mean - other.mean;
  const variance = one.variance + other.variance;
  const degrees = variance ** 2 / (one.variance ** 2 / (one.answers - 1) + other.variance ** 2 / (other.answers - 1));
  return Math.abs(by) > studentsT(degrees) * Math.sqrt(variance) ? by : null;
}

/** Student's t at 97.5 %, by the Cornish–Fisher expansion of the normal quantile: from 4 degrees of freedom on exact to 1 %. */
function studentsT(degrees: number): number {
  const z = 1.96;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}
