/**
 * Months of the Gregorian and the Persian calendar as running numbers. Both have twelve months a year, so quarters and
 * years are steps of 3 and 12, and nothing else in the house needs to know which calendar it counts in.
 * Days go in and come out in the ISO calendar.
 */
import { Temporal } from 'temporal-polyfill';
// The ordinary build knows no Persian calendar. The full one is a second set of classes, so none of its objects leave this file.
import { Temporal as FullTemporal } from 'temporal-polyfill/full';
import type { CalendarSettings } from './settings.ts';

type Calendar = CalendarSettings['calendar'];

/** A month's number: 12 × year + (month − 1), in the years of `calendar`. */
export function monthNumber(year: number, month: number): number {
  return 12 * year + month - 1;
}

/** The number of the month a day lies in. */
export function monthOf(day: Temporal.PlainDate, calendar: Calendar): number {
  const { year, month } = calendar === 'persian' ? inPersian(day) : day;
  return monthNumber(year, month);
}

/** The few months that everybody asks about: for Persian ones a library counts the leap years anew each time. */
const MOST_STARTS = 1_000;
const starts = new Map<string, Temporal.PlainDate>();

/** The first day of the month with this number. */
export function startOfMonth(number: number, calendar: Calendar): Temporal.PlainDate {
  const key = `${calendar} ${number}`;
  const known = starts.get(key);
  if (known) return known;
  const year = Math.floor(number / 12);
  const start = dayOf({ year, month: number - 12 * year + 1, day: 1 }, calendar);
  if (starts.size >= MOST_STARTS) starts.clear();
  starts.set(key, start);
  return start;
}

/** The day with this date; throws a RangeError when the calendar has no such day. */
export function dayOf(date: { year: number; month: number; day: number }, calendar: Calendar): Temporal.PlainDate {
  if (calendar === 'gregory') return Temporal.PlainDate.from(date, { overflow: 'reject' });
  return toIso(FullTemporal.PlainDate.from({ ...date, calendar }, { overflow: 'reject' }));
}

/** The same date a year earlier; a leap day becomes the last day of its month (29 → 28 February, 30 → 29 Esfand). */
export function yearBefore(day: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  return calendar === 'persian' ? toIso(inPersian(day).subtract({ years: 1 })) : day.subtract({ years: 1 });
}

function inPersian(day: Temporal.PlainDate): Temporal.PlainDate {
  return FullTemporal.PlainDate.from(day.toString()).withCalendar('persian');
}

function toIso(day: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from(day.withCalendar('iso8601').toString());
}
