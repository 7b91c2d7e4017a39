import type { Temporal } from 'temporal-polyfill';

/**
 * The day it was in a zone at an instant. A fact counts on this day of the workspace's zone.
 *
 * @example localDay(Temporal.Instant.from('2026-03-01T03:30Z'), 'America/New_York') // 2026-02-28
 */
export function localDay(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}

/** The hour, 0–23, that the clocks of a zone showed at an instant. */
export function localHour(instant: Temporal.Instant, zone: string): number {
  return instant.toZonedDateTimeISO(zone).hour;
}
