/** People who do the same on every working day, counted without the database: what a year of them must look like. */
import { Temporal } from 'temporal-polyfill';
import type { Period } from '../../src/calendar/period.ts';
import type { CalendarSettings } from '../../src/calendar/settings.ts';
import { isAtWork, type WorkingCalendar } from '../../src/calendar/working-days.ts';
import { office, settings } from '../calendar/examples.ts';

export interface Team {
  name: string;
  calendar: WorkingCalendar;
  settings: CalendarSettings;
}

export const teams: Team[] = [
  { name: 'in Berlin', calendar: office({ holidayCode: 'DE-BE' }), settings: settings() },
  {
    name: 'in New York, with a fiscal year from February',
    calendar: office({ zone: 'America/New_York', holidayCode: 'US' }),
    settings: settings({ zone: 'America/New_York', weekStart: 7, fiscalStartMonth: 2 }),
  },
  {
    name: 'in Tehran, by Persian months',
    calendar: office({ zone: 'Asia/Tehran', workingDays: [6, 7, 1, 2, 3], hours: { start: '08:00', end: '16:30' } }),
    settings: settings({ zone: 'Asia/Tehran', weekStart: 6, calendar: 'persian', fiscalStartMonth: 1 }),
  },
  {
    name: 'in Auckland, with two weeks off each July',
    calendar: office({ zone: 'Pacific/Auckland', holidayCode: 'NZ', daysOff: july(6, 17) }),
    settings: settings({ zone: 'Pacific/Auckland' }),
  },
];

function july(first: number, last: number): Set<string> {
  const days = Array.from({ length: last - first + 1 }, (_, at) => `07-${String(first + at).padStart(2, '0')}`);
  return new Set([2024, 2025, 2026].flatMap((year) => days.map((each) => `${year}-${each}`)));
}

/** When things get done: so many on each day at work, the last a second before the day ends. In epoch milliseconds, sorted. */
export function doneBy({ calendar }: Team, each: number): number[] {
  const done: number[] = [];
  const minutes = (clock: string) => Temporal.PlainTime.from('00:00').until(clock).total('minutes');
  const [start, end] = [minutes(calendar.hours.start), minutes(calendar.hours.end)];
  for (let on = Temporal.PlainDate.from('2024-01-01'); on.year < 2027; on = on.add({ days: 1 })) {
    if (!isAtWork(on, calendar)) continue;
    const midnight = on.toPlainDateTime();
    for (let nth = 1; nth <= each; nth++) {
      const at = midnight.add({ seconds: Math.round(60 * (start + ((end - start) * nth) / each)) - 1 });
      done.push(at.toZonedDateTime(calendar.zone).epochMilliseconds);
    }
  }
  return done;
}

/** How many of the sorted moments lie before one. */
function before(done: readonly number[], moment: number): number {
  let [low, high] = [0, done.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((done[middle] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function counted(done: readonly number[], { from, to, until }: Period, zone: string): number {
  const end = Math.min(midnight(to, zone), until?.epochMilliseconds ?? Number.POSITIVE_INFINITY);
  return before(done, end) - before(done, midnight(from, zone));
}

const midnights = new Map<string, number>();

/** When a day begins. The same few are asked for hundreds of thousands of times. */
function midnight(day: Temporal.PlainDate, zone: string): number {
  const key = `${day} ${zone}`;
  const known = midnights.get(key) ?? day.toZonedDateTime(zone).epochMilliseconds;
  midnights.set(key, known);
  return known;
}
