import { Prisma } from '../../db/generated/client.ts';
import { isState, type Kpi, type Measure } from '../definition.ts';
import type { Change, Count } from './contributions.ts';

const { sql } = Prisma;

/** Smaller changes are not news. */
const LEAST_CHANGE = 0.1;
/** Of a normal distribution, 95 % lie within so many standard deviations. */
const BEYOND_CHANCE = 1.96;
/** Below so many in either period a share says nothing. */
const LEAST_COUNTED = 5;

/**
 * How a KPI's change is told from chance. `count`: things that happen one by one. `amount`: sums of things of different
 * size, judged by their squares. `share`: so many of so many. `state`: the same deals at two moments, which is no chance.
 */
export type Judged = { kind: 'count' | 'share' | 'state' } | { kind: 'amount'; squares: Measure };

/** Sums whose parts differ in size, by the id of their measure, with the sum of the squares of those parts. */
const squaresOf: Readonly<Record<string, Measure>> = {
  revenue: {
    id: 'revenue_squares',
    fact: 'deal',
    events: ['closed'],
    joins: ['rate'],
    sql: sql`sum((f.amount * rate.rate) ^ 2) FILTER (WHERE f.event = 'closed' AND f.status = 'won')`,
  },
  units: { id: 'unit_squares', fact: 'line', sql: sql`sum(f.quantity ^ 2)` },
};

/** Null for KPIs whose chance is not known (means, growth, quotients of money): about those nothing is said. */
export function judgedBy({ formula, unit }: Kpi): Judged | null {
  if (formula.kind === 'sum') {
    if (isState(formula.of.fact)) return { kind: 'state' };
    const squares = squaresOf[formula.of.id];
    if (squares) return { kind: 'amount', squares };
    return unit === 'count' ? { kind: 'count' } : null;
  }
  if (formula.kind !== 'ratio' || unit !== 'rate') return null;
  return formula.numerator.money || formula.denominator.money ? null : { kind: 'share' };
}

/** Whether a value has changed enough to be looked at: by at least a tenth. */
export const isLarge = (before: number, after: number): boolean =>
  before !== after && Math.abs(after - before) >= LEAST_CHANGE * Math.abs(before);

/**
 * Whether the difference is more than chance alone explains. Counts are taken as Poisson: |a − b| > 1.96 √(a + b). Sums of
 * amounts as compound Poisson, whose variance is estimated by the sum of the squared amounts. Shares by the test of two
 * proportions with the pooled share.
 *
 * @param squares of an amount: the sums of squares before and after, together
 */
export function isBeyondChance(judged: Judged['kind'], { before, after }: Change, squares = 0): boolean {
  const difference = Math.abs(after.numerator - before.numerator);
  switch (judged) {
    case 'state':
      return difference > 0;
    case 'count':
      return difference > BEYOND_CHANCE * Math.sqrt(after.numerator + before.numerator);
    case 'amount':
      return difference > BEYOND_CHANCE * Math.sqrt(squares);
    case 'share':
      return sharesDiffer(before, after);
  }
}

function sharesDiffer(before: Count, after: Count): boolean {
  const [below, above] = [before.denominator ?? 0, after.denominator ?? 0];
  const pooled = (before.numerator + after.numerator) / (below + above);
  if (below < LEAST_COUNTED || above < LEAST_COUNTED || pooled > 1) return false;
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / below + 1 / above));
  return Math.abs(after.numerator / above - before.numerator / below) > BEYOND_CHANCE * deviation;
}
