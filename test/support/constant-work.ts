/** People who do the same on every working day, counted without the database: what a year of them must look like. */
import { Temporal } from 'temporal-polyfill';
import type { Period } from '../../src/calendar/period.ts';
import type { CalendarSettings } from '../../src/calendar/settings.ts';
import { isAtWork, type WorkingCalendar } from '../../src/calendar/working-days.ts';

export interface Team {
  name: string;
  calendar: WorkingCalendar;
  settings: CalendarSettings;
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

export function counted(done: readonly number[], { from, to, until }: Period, zone: string) {
  const start = from.toZonedDateTime(zone).epochMilliseconds;
  const end = Math.min(
    to.toZonedDateTime(zone).epochMilliseconds,
    until?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
  );
  return before(done, end) - before(done, start);
}
