import { Temporal } from 'temporal-polyfill';
import type { CalendarSettings } from './settings.ts';
import type { Span } from './span.ts';
import { type CalendarUnit, startOfUnit, stepUnits } from './units.ts';

export type BucketUnit = CalendarUnit;

/**
 * The first days of the parts a period falls into, in order. The first is the period's own first day, so the first and
 * the last part may be shorter than the unit; every part ends where the next begins, the last with the period.
 *
 * `width_bucket(day, starts)` in SQL gives a day's part, counted from 1.
 *
 * @example buckets({ from: 2026-03-18, to: 2026-05-10 }, 'month', settings) // 2026-03-18, 2026-04-01, 2026-05-01
 */
export function buckets(period: Span, unit: BucketUnit, settings: CalendarSettings): Temporal.PlainDate[] {
  const starts: Temporal.PlainDate[] = [];
  const beforeEnd = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, period.to) < 0;
  for (
    let start = period.from;
    beforeEnd(start);
    start = stepUnits(startOfUnit(start, unit, settings), unit, 1, settings)
  ) {
    starts.push(start);
  }
  return starts;
}
