/** What a round has published about the questions somebody wrote for it. */
import { isOwn } from './own-questions.ts';
import { type AskedQuestion, rangeOf } from './questions.ts';

export interface OwnResult {
  question: AskedQuestion;
  /** How many gave each answer, lowest first; null: too few answered, all gave the same, or it asks for words. */
  counts: readonly number[] | null;
}

/** The own questions' results, in order. @param rows what was published about one group */
export const ownResultsIn = (
  questions: readonly AskedQuestion[],
  rows: readonly { question: string | null; counts: readonly number[] }[],
): OwnResult[] =>
  questions.filter(isOwn).map((question) => ({
    question,
    counts: rows.find((row) => row.question === question.id)?.counts ?? null,
  }));

/** A scale's mean, the variance of that mean, and the number of answers. */
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
 * The difference between a scale's mean and that of an earlier round, if it is more than chance (Welch's test at 95 %);
 * null: it is not.
 */
export function meanChange(question: AskedQuestion, now: readonly number[], before: readonly number[]): number | null {
  const [one, other] = [meanOf(question, now), meanOf(question, before)];
  const by = one.mean - other.mean;
  const variance = one.variance + other.variance;
  const degrees = variance ** 2 / (one.variance ** 2 / (one.answers - 1) + other.variance ** 2 / (other.answers - 1));
  return Math.abs(by) > studentsT(degrees) * Math.sqrt(variance) ? by : null;
}

/**
 * Student's t at 97.5 %, by the Cornish–Fisher expansion of the normal quantile: accurate to 1 % from 4 degrees of
 * freedom.
 */
function studentsT(degrees: number): number {
  const z = 1.96;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}
