/** What chance alone may do to a survey's score, so that not every difference is called a change. */
import { SMALLEST_FOR_COMMENTS } from './groups.ts';
import type { ScaleQuestion } from './questions.ts';

/** The spread is told in steps, and never below the least: whether all said the same does not show in it. */
const STEP = 5;
const LEAST = 10;

/**
 * How far apart people are: the standard deviation of their mean answers, on the scale from 0 to 100. One number of a whole
 * round, and of no group of it: what squares tell of few, and of what remains beside them, is too near to their single answers.
 *
 * @returns null where fewer have answered than comments are read of
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

/** A score with what chance may do to it. */
export interface Measured {
  score: number;
  margin: number;
}

/** What has become of a score: a difference beyond what chance does to both, as of independent samples, or none to speak of. */
export function changeOf(now: Measured, before: Measured): 'rose' | 'fell' | 'same' {
  const by = now.score - before.score;
  if (Math.round(by) === 0 || Math.abs(by) < Math.hypot(now.margin, before.margin)) return 'same';
  return by > 0 ? 'rose' : 'fell';
}
