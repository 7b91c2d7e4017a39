import { Temporal } from 'temporal-polyfill';
import { publicHolidays } from './holidays.ts';
import { localDay } from './local-day.ts';

/** When a team, or one person of it, is at work. */
export interface WorkingCalendar {
  /** IANA name of the zone the hours are meant in. */
  zone: string;
  /** Weekdays of work, numbered as ISO 8601 does: 1 = Monday … 7 = Sunday. */
  workingDays: readonly number[];
  /** Working hours by the clock, such as 09:00 to 17:00, within one day. */
  hours: { start: string; end: string };
  /** Whose public holidays are kept, as date-holidays names it: 'US', 'DE-BY', 'US-CA'. */
  holidayCode: string | null;
  /** One person's days off, asked by ISO date. */
  daysOff: { has(iso: string): boolean };
  /** Holidays entered by hand, ISO dates. */
  added: ReadonlySet<string>;
  /** Public holidays on which this team works, ISO dates. */
  removed: ReadonlySet<string>;
}

/** Whether a day is a holiday: what was entered by hand decides, then the public holidays. */
export const isHoliday = (day: Temporal.PlainDate, cal: WorkingCalendar): boolean => isFree(dayOf(day), cal);

function isFree({ iso, year }: Day, cal: WorkingCalendar): boolean {
  if (cal.added.has(iso)) return true;
  if (cal.removed.has(iso)) return false;
  return cal.holidayCode !== null && publicHolidays(cal.holidayCode, year).has(iso);
}

/** Whether the team works on a day: a weekday of work that is no holiday. One person's days off change nothing here. */
export const isWorkingDay = (day: Temporal.PlainDate, cal: WorkingCalendar): boolean => isWorked(dayOf(day), cal);

const isWorked = (day: Day, cal: WorkingCalendar) => cal.workingDays.includes(day.weekday) && !isFree(day, cal);

/** Whether one person works on a day: a working day that is none of their days off. */
export const isAtWork = (day: Temporal.PlainDate, cal: WorkingCalendar): boolean => isWorkedByOne(dayOf(day), cal);

const isWorkedByOne = (day: Day, cal: WorkingCalendar) => isWorked(day, cal) && !cal.daysOff.has(day.iso);

/** A day, or its ISO date. */
type WrittenDay = Temporal.PlainDate | string;

/** Working days from `from` up to, and without, `to`; 0 when there is no day between them. */
export function workingDaysIn(from: WrittenDay, to: WrittenDay, cal: WorkingCalendar): number {
  return daysIn(from, to).reduce((days, day) => days + (isWorked(day, cal) ? 1 : 0), 0);
}

/** Working days, as `workingDaysIn`, on which this person has no day off: what a personal target is lowered by. */
export function daysAtWorkIn(from: WrittenDay, to: WrittenDay, cal: WorkingCalendar): number {
  return daysIn(from, to).reduce((days, day) => days + (isWorkedByOne(day, cal) ? 1 : 0), 0);
}

const LONGEST_BREAK = 366;

/** The last working day before a day; where nobody worked for a year, simply the day before. */
export function previousWorkingDay(day: Temporal.PlainDate, cal: WorkingCalendar): Temporal.PlainDate {
  for (let days = 1; days <= LONGEST_BREAK; days++) {
    const earlier = day.subtract({ days });
    if (isWorkingDay(earlier, cal)) return earlier;
  }
  return day.subtract({ days: 1 });
}

/**
 * Days at work since `from`: the finished ones, and of today the share of its working hours that has passed. On a day off
 * nothing is expected of this person. A period that is over has elapsed whole; ask `daysAtWorkIn` for it.
 *
 * @example elapsedWorkingDays(monday, wednesdayAt13, nineToFive) // 2.5
 */
export function elapsedWorkingDays(from: Temporal.PlainDate, now: Temporal.Instant, cal: WorkingCalendar): number {
  const today = localDay(now, cal.zone);
  if (Temporal.PlainDate.compare(today, from) < 0) return 0;
  const finished = daysAtWorkIn(from, today, cal);
  return isAtWork(today, cal) ? finished + elapsedShareOfHours(now, cal) : finished;
}

function elapsedShareOfHours(now: Temporal.Instant, { zone, hours }: WorkingCalendar): number {
  const start = minuteOfDay(Temporal.PlainTime.from(hours.start));
  const end = minuteOfDay(Temporal.PlainTime.from(hours.end));
  const minute = minuteOfDay(now.toZonedDateTimeISO(zone).toPlainTime());
  if (minute < start) return 0;
  return minute < end ? (minute - start) / (end - start) : 1;
}

function minuteOfDay({ hour, minute, second }: Temporal.PlainTime): number {
  return 60 * hour + minute + second / 60;
}

/** A day as counting sees it. */
interface Day {
  iso: string;
  year: number;
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
}

const dayOf = (day: Temporal.PlainDate): Day => ({ iso: day.toString(), year: day.year, weekday: day.dayOfWeek });

/** Everybody's goals ask for the same few spans of up to two years, and walking from day to day is most of the work. */
const MOST_SPANS = 500;
const LONGEST_SPAN = 740;
const spans = new Map<string, readonly Day[]>();

function daysIn(from: WrittenDay, to: WrittenDay): readonly Day[] {
  const key = `${from} ${to}`;
  const known = spans.get(key);
  if (known) return known;
  const days: Day[] = [];
  const end = Temporal.PlainDate.from(to);
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 }))
    days.push(dayOf(day));
  if (spans.size >= MOST_SPANS) spans.clear();
  if (days.length <= LONGEST_SPAN) spans.set(key, days);
  return days;
}
