/** Projects a year's total. */

/** With fewer whole months there is no projection. */
const FEWEST_MONTHS = 6;
/** Four fifths of a normal distribution lie within this many standard deviations. */
const DEVIATIONS = 1.28;
/** The range is never narrower than this share of what is to come: equal months do not make the next ones certain. */
const NARROWEST = 0.05;

export interface Range {
  low: number;
  high: number;
}

/**
 * The range that a year's total falls into in four of five cases, if the coming months are like the last ones: what was
 * reached so far, plus for each month left the mean of those months, give or take 1.28 standard deviations of such a
 * sum. That grows with the spread of the months, and if they are few, as their mean is then uncertain, too.
 *
 * @param months the last whole months, at most twelve; with fewer than six the result is null
 */
export function yearRange(soFar: number, months: readonly number[], left: number): Range | null {
  const count = months.length;
  if (count < FEWEST_MONTHS) return null;
  const mean = months.reduce((sum, value) => sum + value, 0) / count;
  const variance = months.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const deviation = Math.sqrt(variance * left * (1 + left / count));
  const reach = Math.max(DEVIATIONS * deviation, NARROWEST * left * Math.abs(mean));
  const middle = soFar + left * mean;
  const onlyGrows = months.every((value) => value >= 0);
  return { low: onlyGrows ? Math.max(soFar, middle - reach) : middle - reach, high: middle + reach };
}
