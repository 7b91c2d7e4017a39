/** Margins of error of survey scores: not every difference is a change. */
import { SMALLEST_FOR_COMMENTS } from './groups.ts';
import type { ScaleQuestion } from './questions.ts';

/** The spread is published in steps and with a minimum, so that it does not show whether all said the same. */
const STEP = 5;
const LEAST = 10;

/**
 * The spread: the standard deviation of people's mean answers, on the scale from 0 to 100. Published once for a whole
 * round and for no group of it: a group's sum of squares, or that of the remaining people, would come too close to
 * single answers.
 *
 * @returns null if fewer have answered than comments need
 */
export function spreadOf(
  questions: readonly Pick<ScaleQuestion, 'id' | 'from' | 'to'>[],
  answers: readonly { scores: Readonly<Record<string, number>> }[],
): number | null {
  const means = answers.flatMap(({ scores }) => {
    const given = questions.flatMap(({ id, from, to }) => {
      const score = scores[id];
      return score === undefined || to <= from ? [] : [(100 * (score - from)) / (to - from)];
    });
    return given.length > 0 ? [mean(given)] : [];
  });
  if (means.length < SMALLEST_FOR_COMMENTS) return null;
  const middle = mean(means);
  const squares = means.reduce((sum, each) => sum + (each - middle) ** 2, 0);
  return Math.max(LEAST, STEP * Math.ceil(Math.sqrt(squares / (means.length - 1)) / STEP));
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** A score with its margin of error. */
export interface Measured {
  score: number;
  margin: number;
}

/**
 * How a score changed: the difference if it is beyond both margins of error, as of independent samples, or "about the
 * same".
 */
export function changeOf(now: Measured, before: Measured): 'rose' | 'fell' | 'same' {
  const by = now.score - before.score;
  if (Math.round(by) === 0 || Math.abs(by) < Math.hypot(now.margin, before.margin)) return 'same';
  return by > 0 ? 'rose' : 'fell';
}
