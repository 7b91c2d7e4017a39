import type { Temporal } from 'temporal-polyfill';
import type { CalendarSettings } from './settings.ts';
import { startOfUnit, stepUnits } from './units.ts';

/**
 * The last `count` months that are complete when a day begins: the first day of each, and the day after the last of them.
 *
 * @example completeMonths(2, 2026-03-18, settings) // 2026-01-01, 2026-02-01, 2026-03-01
 */
export function completeMonths(count: number, day: Temporal.PlainDate, settings: CalendarSettings) {
  const end = startOfUnit(day, 'month', settings);
  return Array.from(
    { length: count + 1 },
    (_, index): Temporal.PlainDate => stepUnits(end, 'month', index - count, settings),
  );
}
