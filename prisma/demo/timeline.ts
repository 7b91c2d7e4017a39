import type { Temporal } from 'temporal-polyfill';
import { publicHolidays } from '../../src/calendar/holidays.ts';
import { company } from './cast.ts';
import type { Random } from './random.ts';

/**
 * Seconds on the office clock since the midnight with which the timeline begins. Numbers instead of date objects:
 * a hundred thousand of them are compared and added in the making of the demo, and turned into instants only once.
 */
export type Moment = number;

export const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;

export interface Day {
  /** ISO */
  on: string;
  year: number;
  month: number;
  /** 1 = Monday … 7 = Sunday */
  weekday: number;
  isWorking: boolean;
  /** How much of an ordinary day's business is done: holidays empty the offices, quarters end in a rush. */
  busy: number;
}

export interface Timeline {
  /** From some months before the records begin until some months after today; index = days since the beginning. */
  days: readonly Day[];
  /** The first day that is recorded, a first of a month 15 months ago. */
  first: number;
  today: number;
  now: Moment;
  /** ISO, UTC */
  instant(moment: Moment): string;
  /** A working moment of a day, or of the next day on which people work. */
  atWork(day: number, random: Random): Moment;
  /** A working moment some days after another one, always later than it. */
  later(moment: Moment, days: number, random: Random): Moment;
}

const MONTHS = 15;
/** Business that was already under way when the records begin. */
const WARM_UP_DAYS = 150;
/** Stories are told to their end and then cut at now. */
const LOOK_AHEAD_DAYS = 220;

/** The hours at which people have time for each other, and how much. */
const appointments = [
  [9, 4],
  [10, 8],
  [11, 5],
  [13, 2],
  [14, 4],
  [15, 8],
  [16, 5],
] as const;

export function timelineTo(today: Temporal.PlainDate, now: Temporal.Instant): Timeline {
  const firstDay = today.subtract({ months: MONTHS }).with({ day: 1 });
  const begin = firstDay.subtract({ days: WARM_UP_DAYS });
  const daysUntil = (day: Temporal.PlainDate) => begin.until(day).days;
  const count = daysUntil(today) + LOOK_AHEAD_DAYS;
  const dates = Array.from({ length: count }, (_, index) => begin.add({ days: index }));
  const days = dates.map(dayOf);
  const midnights = dates.map(utcMillisecondsOfMidnight);

  const clock = now.toZonedDateTimeISO(company.zone);
  const sinceBegin = daysUntil(clock.toPlainDate()) * DAY + clock.hour * HOUR + clock.minute * MINUTE + clock.second;

  const atWork = (day: number, random: Random): Moment => {
    let index = Math.min(Math.max(day, 0), count - 1);
    while (index < count - 1 && !days[index]?.isWorking) index++;
    return index * DAY + random.weighted(appointments) * HOUR + Math.floor(random.next() * HOUR);
  };
  return {
    days,
    first: WARM_UP_DAYS,
    today: daysUntil(today),
    now: Math.min(sinceBegin, (daysUntil(today) + 1) * DAY - 1),
    instant: (moment) => {
      const midnight = midnights[dayIndex(moment)];
      if (midnight === undefined) throw new RangeError(`outside the timeline: ${moment}`);
      return new Date(midnight + (moment % DAY) * 1000).toISOString();
    },
    atWork,
    later: (moment, wait, random) => {
      if (wait >= 1) return atWork(dayIndex(moment) + Math.round(wait), random);
      const soon = moment + Math.floor(random.between(20, 150) * MINUTE);
      return soon % DAY < 18 * HOUR && dayIndex(soon) === dayIndex(moment)
        ? soon
        : atWork(dayIndex(moment) + 1, random);
    },
  };
}

export const dayIndex = (moment: Moment): number => Math.floor(moment / DAY);
export const hourOf = (moment: Moment): number => Math.floor((moment % DAY) / HOUR);

function dayOf(date: Temporal.PlainDate): Day {
  const isWorking = date.dayOfWeek <= 5 && !publicHolidays(company.holidayCode, date.year).has(date.toString());
  const { year, month, dayOfWeek: weekday } = date;
  return { on: date.toString(), year, month, weekday, isWorking, busy: isWorking ? busyness(date) : 0 };
}

function busyness({ month, day, daysInMonth, dayOfWeek }: Temporal.PlainDate): number {
  const season = month === 12 ? (day > 19 ? 0.25 : 0.75) : month === 1 && day < 7 ? 0.4 : month === 8 ? 0.8 : 1;
  const rush = month % 3 === 0 && day > daysInMonth - 10 ? 1.15 : 1;
  return season * rush * (dayOfWeek === 5 ? 0.85 : 1);
}

/**
 * The instant of a day's midnight, by the offset at its noon: clocks change in the night from Saturday to Sunday, when
 * nobody is at work.
 */
function utcMillisecondsOfMidnight(date: Temporal.PlainDate): number {
  const noon = date.toZonedDateTime({ timeZone: company.zone, plainTime: '12:00' });
  return noon.epochMilliseconds - 12 * HOUR * 1000;
}
