import type { Temporal } from 'temporal-polyfill';

/** One question asks many times for the day of its moment, and finding it in a zone is slow. */
const known = new WeakMap<Temporal.Instant, Map<string, Temporal.PlainDate>>();

/**
 * The day it was in a zone at an instant. A fact counts on this day of the workspace's zone.
 *
 * @example localDay(Temporal.Instant.from('2026-03-01T03:30Z'), 'America/New_York') // 2026-02-28
 */
export function localDay(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  const days = known.get(instant) ?? new Map<string, Temporal.PlainDate>();
  const day = days.get(zone) ?? instant.toZonedDateTimeISO(zone).toPlainDate();
  known.set(instant, days.set(zone, day));
  return day;
}

/** When the next day begins by the clocks of a zone. */
export const startOfTomorrow = (now: Temporal.Instant, zone: string): Temporal.Instant =>
  now.toZonedDateTimeISO(zone).add({ days: 1 }).startOfDay().toInstant();

/** The hour, 0–23, that the clocks of a zone showed at an instant. */
export function localHour(instant: Temporal.Instant, zone: string): number {
  return instant.toZonedDateTimeISO(zone).hour;
}
