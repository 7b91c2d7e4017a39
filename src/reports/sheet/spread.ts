import { percentile } from '../../targets/suggest.ts';

/** The middle half of the values lies between them. */
export interface Quartiles {
  low: number;
  high: number;
}

/** With fewer people there is no middle half. */
const FEWEST_PEOPLE = 4;
const FEWEST_WEEKS = 4;

/** The first and third quartile of a team's values; null: fewer than four. */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  return values.length < FEWEST_PEOPLE ? null : { low: percentile(values, 0.25), high: percentile(values, 0.75) };
}

/** The median of a person's own weeks; null: fewer than four. */
export const usualOf = (weeks: readonly number[]): number | null =>
  weeks.length < FEWEST_WEEKS ? null : percentile(weeks, 0.5);

/** Whether a number is above or below the middle half; null: within it, or unknown. */
export function sideOf(value: number, quartiles: Quartiles | null): 'above' | 'below' | null {
  if (!quartiles || (value >= quartiles.low && value <= quartiles.high)) return null;
  return value > quartiles.high ? 'above' : 'below';
}
