import { Temporal } from 'temporal-polyfill';

/** What time it is in the sandbox, whose clock is so far ahead of the browser's. */
export const now = (aheadMs: number): Temporal.Instant => Temporal.Now.instant().add({ milliseconds: aheadMs });

/** How far the sandbox's clock, which says `then` (ISO 8601) right now, is ahead of the browser's. */
export const aheadBy = (then: string): number =>
  Temporal.Instant.from(then).epochMilliseconds - Temporal.Now.instant().epochMilliseconds;

/** As in "Mon 09:12". */
export function weekdayAndTime(instant: Temporal.Instant, zone: string): string {
  const here = instant.toZonedDateTimeISO(zone);
  const weekday = here.toLocaleString('en-US', { weekday: 'short' });
  return `${weekday} ${here.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** Whether it is earlier in the day there than this hour. */
export const isBefore = (instant: Temporal.Instant, zone: string, hour: number): boolean =>
  instant.toZonedDateTimeISO(zone).hour < hour;
