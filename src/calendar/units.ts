import type { Temporal } from 'temporal-polyfill';
import { monthOf, startOfMonth } from './months.ts';
import type { CalendarSettings } from './settings.ts';

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const;

/**
 * The first day of the unit a day lies in: weeks start on the workspace's weekday, quarters and years are fiscal,
 * months follow the workspace's calendar.
 */
export function startOfUnit(
  day: Temporal.PlainDate,
  unit: CalendarUnit,
  settings: CalendarSettings,
): Temporal.PlainDate {
  if (unit === 'day') return day;
  if (unit === 'week') return day.subtract({ days: cycle(day.dayOfWeek - settings.weekStart, 7) });
  const month = monthOf(day, settings.calendar);
  const monthsIn = cycle(month - (settings.fiscalStartMonth - 1), MONTHS_IN[unit]);
  return startOfMonth(month - monthsIn, settings.calendar);
}

/** The start of the unit `count` units after (before, if negative) the one that starts on `start`. */
export function stepUnits(
  start: Temporal.PlainDate,
  unit: CalendarUnit,
  count: number,
  settings: CalendarSettings,
): Temporal.PlainDate {
  if (unit === 'day') return start.add({ days: count });
  if (unit === 'week') return start.add({ weeks: count });
  return startOfMonth(monthOf(start, settings.calendar) + count * MONTHS_IN[unit], settings.calendar);
}

/** How far a number is into a cycle of the given length: 0 … length − 1, also for negative numbers. */
export function cycle(number: number, length: number): number {
  return ((number % length) + length) % length;
}
