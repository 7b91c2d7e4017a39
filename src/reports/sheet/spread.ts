import { percentile } from '../../targets/suggest.ts';

/** Between them lies the middle half. */
export interface Quartiles {
  low: number;
  high: number;
}

/** Of three people none is the middle. */
const FEWEST_PEOPLE = 4;
const FEWEST_WEEKS = 4;

/** The first and the third quartile of what the people of a team reached; null: they are fewer than four. */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  return values.length < FEWEST_PEOPLE ? null : { low: percentile(values, 0.25), high: percentile(values, 0.75) };
}

/** The median of a person's own weeks; null: they are fewer than four. */
export const usualOf = (weeks: readonly number[]): number | null =>
  weeks.length < FEWEST_WEEKS ? null : percentile(weeks, 0.5);

/** Where a number lies beside the middle half. */
export function sideOf(value: number, quartiles: Quartiles | null): 'above' | 'below' | null {
  if (!quartiles || (value >= quartiles.low && value <= quartiles.high)) return null;
  return value > quartiles.high ? 'above' : 'below';
}
