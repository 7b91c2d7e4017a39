import { Temporal } from 'temporal-polyfill';

/** Whether this names a time zone (IANA), by an alias too, such as Asia/Kolkata. An offset such as +05:30 is none. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
