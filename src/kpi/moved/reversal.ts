import { type Change, type Count, changeOf, isMadeOf, weightOf } from './contributions.ts';
import { BEYOND_CHANCE, LEAST_COUNTED } from './news.ts';

/** Of a mean of many: the sum of the squares of what each brought to the numerator, beside how many and their sum. */
export interface Sample extends Count {
  denominator: number;
  squares: number;
}

export interface Part {
  before: Sample;
  after: Sample;
}

/** What is counted beside those there are when it is judged how much chance there is in a part: few say little. */
export interface Prior {
  counted: number;
  sum: number;
  squares: number;
}

export interface Reversal {
  /** The parts that can be told of, as indices; and those of them that moved the other way than the whole. */
  parts: number[];
  against: number[];
  /** The part whose size changed most in the way of the whole, and whether its ratio is above the whole's. */
  cause: number;
  isHigher: boolean;
}

/** The parts that can be told of make up so much of the whole, and so much of those moved the other way. */
const NEARLY_ALL = 0.9;

/**
 * Where a whole moved one way and nearly all of its parts the other (E. H. Simpson, "The Interpretation of Interaction in
 * Contingency Tables", Journal of the Royal Statistical Society B 13, 1951): the whole has become another mixture of them.
 * Null where that is not so, or the parts together did not move the other way by more than chance: their changes, weighed by
 * their mean share of both periods as in Kitagawa's decomposition, against 1.96 of the standard error of that sum.
 */
export function reversalIn(whole: Change, groups: readonly Part[], prior: Prior): Reversal | null {
  const change = changeOf(whole);
  if (!change || !isMadeOf(whole, groups)) return null;
  const all = groups.map((group, index) => ({ ...group, index, weight: weightOf(group, whole) }));
  const parts = all.filter((part) => Math.min(part.before.denominator, part.after.denominator) >= LEAST_COUNTED);
  const against = parts.filter((part) => movesBy(part) * change < 0);
  const weightIn = (some: typeof all) => some.reduce((sum, { weight }) => sum + weight, 0);
  if (parts.length < 2 || weightIn(parts) < NEARLY_ALL || weightIn(against) < NEARLY_ALL * weightIn(parts)) return null;
  if (!isBeyondChance(whole, parts, prior, -Math.sign(change))) return null;
  const middle = (ratio(whole.before) + ratio(whole.after)) / 2;
  const above = (part: Part) => (ratio(part.before) + ratio(part.after)) / 2 - middle;
  const broughtBySize = (part: Part) =>
    (shareOf(part.after, whole.after) - shareOf(part.before, whole.before)) * above(part) * Math.sign(change);
  const [cause] = [...parts].sort((one, other) => broughtBySize(other) - broughtBySize(one));
  if (!cause || broughtBySize(cause) <= 0) return null;
  return {
    parts: parts.map(({ index }) => index),
    against: against.map(({ index }) => index),
    ...{ cause: cause.index, isHigher: above(cause) > 0 },
  };
}

function isBeyondChance(whole: Change, parts: readonly Part[], prior: Prior, way: number): boolean {
  let [moved, variance] = [0, 0];
  for (const part of parts) {
    const weight = (shareOf(part.before, whole.before) + shareOf(part.after, whole.after)) / 2;
    moved += weight * movesBy(part);
    variance += weight ** 2 * (varianceOf(part.before, prior) + varianceOf(part.after, prior));
  }
  return moved * way > BEYOND_CHANCE * Math.sqrt(variance);
}

const ratio = ({ numerator, denominator }: Count) => numerator / (denominator ?? 1);
const movesBy = ({ before, after }: Part) => ratio(after) - ratio(before);
const shareOf = (part: Sample, whole: Count) => part.denominator / (whole.denominator ?? 1);

/** Of the mean of a sample. */
function varianceOf({ numerator, denominator, squares }: Sample, prior: Prior): number {
  const counted = denominator + prior.counted;
  const mean = (numerator + prior.sum) / counted;
  return Math.max(0, (squares + prior.squares) / counted - mean ** 2) / counted;
}
