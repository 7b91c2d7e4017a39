/** From what a person asked for to a half-open span of days. */
import type { Temporal } from 'temporal-polyfill';
import { Problem } from '../errors.ts';
import { dayOf, monthNumber, monthOf, startOfMonth } from './months.ts';
import type { PeriodSpec } from './period-spec.ts';
import type { CalendarSettings } from './settings.ts';
import { cycle, startOfUnit, stepUnits } from './units.ts';

/** The days from `from` up to, and without, `to`. */
export interface Span {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** A year written below this is a Persian one: Persian 1700 is Gregorian 2321, Gregorian 1700 is before all sales data. */
const FIRST_GREGORIAN_YEAR = 1700;

const STEPS = { last: -1, this: 0, next: 1 } as const;

/**
 * The days a question is about, seen from `today`. Throws a Problem for what no calendar has.
 *
 * @example spanOf({ kind: 'quarter', quarter: 3, year: 2017 }, today, startsInApril) // [2016-10-01, 2017-01-01)
 */
export function spanOf(spec: PeriodSpec, today: Temporal.PlainDate, settings: CalendarSettings): Span {
  const own = settingsFor(spec, settings);
  switch (spec.kind) {
    case 'this':
    case 'last':
    case 'next': {
      const from = stepUnits(startOfUnit(today, spec.unit, own), spec.unit, STEPS[spec.kind], own);
      return { from, to: stepUnits(from, spec.unit, 1, own) };
    }
    case 'weekday': {
      const past = cycle(today.dayOfWeek - spec.weekday, 7);
      const from = today.subtract({ days: past === 0 && spec.isOver ? 7 : past });
      return { from, to: from.add({ days: 1 }) };
    }
    case 'toDate':
      return { from: startOfUnit(today, spec.unit, own), to: today.add({ days: 1 }) };
    case 'trailing': {
      requireWhole(spec.n, 1, 10_000, 'n');
      const to = startOfUnit(today, spec.unit, own);
      return { from: stepUnits(to, spec.unit, -spec.n, own), to };
    }
    case 'month':
      requireWhole(spec.month, 1, 12, 'month');
      return months(spec.month - 1, 1, spec.year, today, own);
    case 'quarter':
      requireWhole(spec.quarter, 1, 4, 'quarter');
      return months(fiscalStart(own) + 3 * (spec.quarter - 1), 3, spec.year, today, own);
    case 'year':
      return months(fiscalStart(own), 12, spec.year, today, own);
    case 'between': {
      const from = writtenDay(spec.from);
      const through = writtenDay(spec.through);
      if (through.until(from).days > 0)
        throw new Problem('period.backwards', { from: spec.from, through: spec.through });
      return { from, to: through.add({ days: 1 }) };
    }
  }
}

/**
 * The settings a question is read with. A year or month of the other calendar brings its calendar along, and that
 * calendar's own New Year, because the fiscal start is a month of the workspace's.
 */
export function settingsFor(spec: PeriodSpec, settings: CalendarSettings): CalendarSettings {
  const calendar = calendarNamedBy(spec) ?? settings.calendar;
  return calendar === settings.calendar ? settings : { ...settings, calendar, fiscalStartMonth: 1 };
}

function calendarNamedBy(spec: PeriodSpec): CalendarSettings['calendar'] | undefined {
  if ('year' in spec && spec.year !== undefined) return calendarOfYear(spec.year);
  return spec.kind === 'month' ? spec.calendar : undefined;
}

function calendarOfYear(year: number): CalendarSettings['calendar'] {
  return year < FIRST_GREGORIAN_YEAR ? 'persian' : 'gregory';
}

/** Months from the start of the calendar year in which a fiscal year ends to the start of that fiscal year: 0 … −11. */
function fiscalStart({ fiscalStartMonth }: CalendarSettings): number {
  return fiscalStartMonth === 1 ? 0 : fiscalStartMonth - 13;
}

/** `length` months beginning `offset` months into a calendar year: the given year, else the latest that have begun. */
function months(
  offset: number,
  length: number,
  year: number | undefined,
  today: Temporal.PlainDate,
  { calendar }: CalendarSettings,
): Span {
  const running = monthOf(today, calendar);
  if (year !== undefined) requireWhole(year, 1, 9999, 'year');
  const first = year === undefined ? running - cycle(running - offset, 12) : monthNumber(year, 1) + offset;
  return { from: startOfMonth(first, calendar), to: startOfMonth(first + length, calendar) };
}

function writtenDay(text: string): Temporal.PlainDate {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day) throw new Problem('period.no_such_date', { date: text });
  try {
    return dayOf({ year, month, day }, calendarOfYear(year));
  } catch (error) {
    if (error instanceof RangeError) throw new Problem('period.no_such_date', { date: text });
    throw error;
  }
}

function requireWhole(value: number, least: number, most: number, what: string): void {
  const fits = Number.isInteger(value) && value >= least && value <= most;
  if (!fits) throw new Problem('period.no_such_period', { what, value, least, most });
}
