/** When a schedule is due: rules on calendar days and a time of day, without any zone, clock or database. */
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CalendarSettings } from '../calendar/settings.ts';
import { startOfUnit, stepUnits } from '../calendar/units.ts';
import { isAtWork, type WorkingCalendar } from '../calendar/working-days.ts';

const weekday = z.int().min(1).max(7);
const period = z.enum(['month', 'quarter', 'year']);

/** On which days. */
const days = z.discriminatedUnion('kind', [
  /** On weekdays, 1 = Monday; of every n-th week, counted from the one the schedule began in. */
  z.object({ kind: z.literal('weekly'), weekdays: z.array(weekday).min(1), every: z.int().min(1).max(52) }),
  /**
   * On a day of the month; in a month that is shorter, on its last. A day on which nobody works moves to the working day
   * before it, or, with `moves`, after it.
   */
  z.object({ kind: z.literal('monthly'), day: z.int().min(1).max(31), moves: z.literal('on').optional() }),
  /** `before` working days ahead of a period's last working day; 0: on that day itself. */
  z.object({ kind: z.literal('ending'), of: period, before: z.int().min(0).max(20) }),
  /** On the first working day of every n-th period, counted from the first that comes. */
  z.object({ kind: z.literal('beginning'), of: period, every: z.int().min(1).max(12).default(1) }),
]);

export const recurrenceSchema = z.object({
  on: days,
  /** By the clocks of the recipient, or of the schedule's zone: 09:00. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** At each full hour of such a day, in place of the one time. */
  throughout: z.literal(true).optional(),
  /** Whether the days of a weekly rule on which nobody works are left out. */
  workingDaysOnly: z.boolean(),
  /** The day from which it holds, ISO; the weeks of a rule for every n-th are counted from the one it lies in. */
  from: z.iso.date(),
});

export type Recurrence = z.infer<typeof recurrenceSchema>;

/** Whose days these are. */
export interface Days {
  settings: CalendarSettings;
  working: WorkingCalendar;
}

/**
 * Whether a schedule is due on a day. A monthly date on which nobody works moves to a working day: a weekly one may be
 * left out, as the next is near, but what comes once a month must not.
 */
export function isDueOn(day: Temporal.PlainDate, { on, workingDaysOnly, from }: Recurrence, days: Days): boolean {
  if (Temporal.PlainDate.compare(day, from) < 0) return false;
  switch (on.kind) {
    case 'weekly':
      return (
        on.weekdays.includes(day.dayOfWeek) &&
        (on.every === 1 || weeksBetween(Temporal.PlainDate.from(from), day, days) % on.every === 0) &&
        (!workingDaysOnly || isAtWork(day, days.working))
      );
    case 'monthly':
      return dateFor(day, on, workingDaysOnly, days) !== null;
    case 'ending': {
      const [, end] = around(day, on.of, days);
      const last = workingDayOnOrBefore(end.subtract({ days: 1 }), days);
      return workingDaysBack(last, on.before, days).equals(day);
    }
    case 'beginning': {
      const [start] = around(day, on.of, days);
      return workingDayOnOrAfter(start, days).equals(day) && periodsSince(from, start, on.of, days) % on.every === 0;
    }
  }
}

/** The date that a schedule is for on a day on which it is due: that day, or the date of a month that moved to it. */
export const meantDate = (day: Temporal.PlainDate, { on, workingDaysOnly }: Recurrence, days: Days) =>
  (on.kind === 'monthly' && dateFor(day, on, workingDaysOnly, days)) || day;

/** The date of a month that comes on a day; null: none does. */
function dateFor(
  day: Temporal.PlainDate,
  on: Extract<Recurrence['on'], { kind: 'monthly' }>,
  workingDaysOnly: boolean,
  days: Days,
): Temporal.PlainDate | null {
  const moved = (date: Temporal.PlainDate) => {
    if (!workingDaysOnly) return date;
    return on.moves ? workingDayOnOrAfter(date, days) : workingDayOnOrBefore(date, days);
  };
  // Moved, the date of another month may come at the beginning or end of this one.
  const dates = [-1, 0, 1].map(dayOfMonth(day, on.day, days.settings));
  return dates.find((date) => moved(date).equals(day)) ?? null;
}

/** A changed rule for the same days keeps counting from where it began, so that a week off does not become one on. */
export const countedOn = (wanted: Recurrence, running: Recurrence): Recurrence =>
  isDeepStrictEqual(wanted.on, running.on) ? { ...wanted, from: running.from } : wanted;

/** Whether the rule depends on working days; if not, everybody in one zone has the same days. */
export const asksWhoWorks = ({ on, workingDaysOnly }: Recurrence): boolean =>
  workingDaysOnly || on.kind === 'ending' || on.kind === 'beginning';

/** Periods between the first that begins on or after `from` and the one that begins on `start`. */
function periodsSince(from: string, start: Temporal.PlainDate, of: 'month' | 'quarter' | 'year', days: Days): number {
  const first = Temporal.PlainDate.from(from);
  const [own, next] = around(first, of, days);
  const isOver = Temporal.PlainDate.compare(workingDayOnOrAfter(own, days), first) < 0;
  let count = 0;
  for (let each = isOver ? next : own; Temporal.PlainDate.compare(each, start) < 0; count++)
    [, each] = around(each, of, days);
  return count;
}

function weeksBetween(from: Temporal.PlainDate, day: Temporal.PlainDate, { settings }: Days): number {
  const week = (each: Temporal.PlainDate) => startOfUnit(each, 'week', settings);
  return week(from).until(week(day)).days / 7;
}

/** The day with this number in this month, or some months later. */
function dayOfMonth(day: Temporal.PlainDate, number: number, settings: CalendarSettings) {
  const start = startOfUnit(day, 'month', settings);
  return (months: number): Temporal.PlainDate => {
    const first = stepUnits(start, 'month', months, settings);
    const next = stepUnits(first, 'month', 1, settings);
    const last = next.subtract({ days: 1 });
    const wanted = first.add({ days: number - 1 });
    return Temporal.PlainDate.compare(wanted, last) > 0 ? last : wanted;
  };
}

function around(day: Temporal.PlainDate, unit: 'month' | 'quarter' | 'year', { settings }: Days) {
  const start = startOfUnit(day, unit, settings);
  return [start, stepUnits(start, unit, 1, settings)] as const;
}

/** The search ends after this many days off in a row, and the day itself is taken. */
const LONGEST_BREAK = 31;

const workingDayOnOrBefore = (day: Temporal.PlainDate, days: Days) => workingDayFrom(day, -1, days);
const workingDayOnOrAfter = (day: Temporal.PlainDate, days: Days) => workingDayFrom(day, 1, days);

function workingDayFrom(day: Temporal.PlainDate, step: 1 | -1, { working }: Days): Temporal.PlainDate {
  for (let steps = 0; steps <= LONGEST_BREAK; steps++) {
    const other = day.add({ days: step * steps });
    if (isAtWork(other, working)) return other;
  }
  return day;
}

function workingDaysBack(last: Temporal.PlainDate, count: number, days: Days): Temporal.PlainDate {
  let day = last;
  for (let left = count; left > 0; left--) day = workingDayOnOrBefore(day.subtract({ days: 1 }), days);
  return day;
}
