/** Where a year is heading. */

/** With fewer whole months nothing is said. */
const FEWEST_MONTHS = 6;
/** Of a normal distribution four fifths lie within so many standard deviations. */
const DEVIATIONS = 1.28;
/** Months that were all alike do not make the next ones sure: never narrower than this share of what is to come. */
const NARROWEST = 0.05;

export interface Range {
  low: number;
  high: number;
}

/**
 * The range in which a year's total ends in four of five cases, were the months to come like the last ones: what there is,
 * and for each month left the mean of those months, give or take 1.28 standard deviations of such a sum. These grow with the
 * spread of the months, and with how few they are, because their mean is then not known well itself. What there is stays.
 *
 * @param months the last whole months, at most twelve; null with fewer than six of them
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
