/** What a number's monthly values show, latest last. */

/** Steps in one direction that count as a movement; two rise by chance one time in four. */
const STEPS = 3;

/**
 * How many of the latest months are complete. The month in which records begin is not, so the one before must be known,
 * too.
 */
export function wholeMonths(values: readonly (number | null)[]): number {
  const firstUnknown = values.lastIndexOf(null);
  return Math.max(0, values.length - firstUnknown - 2);
}

/** Whether a number rose, or fell, three months in a row, which takes four months. */
export function movement(values: readonly number[]): 'rising' | 'falling' | null {
  const last = values.slice(-STEPS - 1);
  if (last.length <= STEPS) return null;
  const steps = last.slice(1).map((value, index) => value - (last[index] ?? value));
  if (steps.every((step) => step > 0)) return 'rising';
  return steps.every((step) => step < 0) ? 'falling' : null;
}

/**
 * The change over some months: their later half compared with the earlier half; 0.2 is a fifth more. null: fewer months
 * are known, or the earlier half has nothing to compare with.
 *
 * @example trendOver([10, 10, 10, 12, 12, 12], 6) // 0.2
 */
export function trendOver(values: readonly number[], months: number): number | null {
  const looked = values.slice(-months);
  if (looked.length < months) return null;
  const earlier = sum(looked.slice(0, months / 2));
  return earlier > 0 ? sum(looked.slice(months / 2)) / earlier - 1 : null;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
