import { Prisma } from '../../db/generated/client.ts';
import type { Kpi } from '../definition.ts';
import { isState, type Measure, sumOf } from '../measure.ts';
import type { Change, Count } from './contributions.ts';

const { sql } = Prisma;

/** Smaller changes are not news. */
const LEAST_CHANGE = 0.1;
/** Of a normal distribution, 95 % lie within so many standard deviations. */
export const BEYOND_CHANCE = 1.96;
/** Below so many in either period a share or mean says nothing. */
export const LEAST_COUNTED = 5;

/**
 * How a KPI's change is told from chance. `count`: things that happen one by one. `amount`: sums of things of different
 * size, and `mean`: their means, judged by their squares. `share`: so many of so many. `state`: the same deals at two
 * moments, which is no chance.
 */
export type Judged = { kind: 'count' | 'share' | 'state' } | { kind: 'amount' | 'mean'; squares: Measure };

/** Null for KPIs whose chance is not known (growth, odds, quotients of two sums): about those nothing is said. */
export function judgedBy({ formula, unit }: Kpi): Judged | null {
  if (formula.kind === 'sum') {
    if (isState(formula.of.fact)) return { kind: 'state' };
    const squares = squaresOf(formula.of);
    return squares ? { kind: 'amount', squares } : { kind: 'count' };
  }
  if (formula.kind !== 'ratio' || squaresOf(formula.denominator)) return null;
  const squares = squaresOf(formula.numerator);
  if (squares) return formula.numerator.fact === formula.denominator.fact ? { kind: 'mean', squares } : null;
  return unit === 'rate' ? { kind: 'share' } : null;
}

/** The sum of the squares of what a measure sums up; null where it counts. */
function squaresOf(measure: Measure): Measure | null {
  const { id, takes } = measure;
  return takes.kind === 'sum' ? { ...measure, id: `${id}_squares`, takes: sumOf(sql`(${takes.of}) ^ 2`) } : null;
}

/** Whether a value has changed enough to be looked at: by at least a tenth. */
export const isLarge = (before: number, after: number): boolean =>
  before !== after && Math.abs(after - before) >= LEAST_CHANGE * Math.abs(before);

/** Of amounts: the sums of their squares. */
export interface Squares {
  before: number;
  after: number;
}

/**
 * Whether the difference is more than chance alone explains. Counts are taken as Poisson: |a − b| > 1.96 √(a + b). Sums of
 * amounts as compound Poisson, whose variance is estimated by the sum of the squared amounts. Means by their standard
 * errors, shares by the test of two proportions with the pooled share.
 */
export function isBeyondChance(
  judged: Judged['kind'],
  { before, after }: Change,
  squares: Squares = { before: 0, after: 0 },
): boolean {
  const difference = Math.abs(after.numerator - before.numerator);
  switch (judged) {
    case 'state':
      return difference > 0;
    case 'count':
      return difference > BEYOND_CHANCE * Math.sqrt(after.numerator + before.numerator);
    case 'amount':
      return difference > BEYOND_CHANCE * Math.sqrt(squares.before + squares.after);
    case 'mean':
      return meansDiffer({ ...before, squares: squares.before }, { ...after, squares: squares.after });
    case 'share':
      return sharesDiffer(before, after);
  }
}

function meansDiffer(...means: [Count & { squares: number }, Count & { squares: number }]): boolean {
  const [before, after] = means.map(({ numerator, denominator, squares }) => {
    const counted = denominator ?? 0;
    const mean = numerator / counted;
    return { counted, mean, variance: Math.max(0, squares / counted - mean ** 2) / counted };
  });
  if (!before || !after || before.counted < LEAST_COUNTED || after.counted < LEAST_COUNTED) return false;
  return Math.abs(after.mean - before.mean) > BEYOND_CHANCE * Math.sqrt(before.variance + after.variance);
}

function sharesDiffer(before: Count, after: Count): boolean {
  const [below, above] = [before.denominator ?? 0, after.denominator ?? 0];
  const pooled = (before.numerator + after.numerator) / (below + above);
  if (below < LEAST_COUNTED || above < LEAST_COUNTED || pooled > 1) return false;
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / below + 1 / above));
  return Math.abs(after.numerator / above - before.numerator / below) > BEYOND_CHANCE * deviation;
}
