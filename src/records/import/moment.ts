import { Temporal } from 'temporal-polyfill';
import type { WrittenDate } from './date-format.ts';

/** When something happened, ready for the database: an instant where it is known, and always the workspace's day. */
export interface When {
  at: string | null;
  on: string;
  /** 0–23 in the workspace's zone */
  hour: number | null;
}

/** Zone rules are asked once for each quarter of an hour: clocks change only on those, and the asking is slow. */
const QUARTER_HOUR = 900_000;
const MOST_REMEMBERED = 20_000;

/** Places what is written in a file in the workspace's zone: a time without an offset is the zone's own. */
export function momentsIn(zone: string): (written: WrittenDate) => When {
  const offsets = new Map<number, number>();
  const offsetAt = (epoch: number): number => {
    const quarter = Math.floor(epoch / QUARTER_HOUR);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      if (offsets.size >= MOST_REMEMBERED) offsets.clear();
      const instant = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER_HOUR);
      offset = instant.toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
      offsets.set(quarter, offset);
    }
    return offset;
  };
  const wallClocks = new Map<string, number>();
  const instantOf = (day: string, time: string): number => {
    const hour = `${day}T${time.slice(0, 2)}`;
    const quarter = Math.floor(Number(time.slice(3, 5)) / 15) * 15;
    const key = `${hour}:${String(quarter).padStart(2, '0')}`;
    let epoch = wallClocks.get(key);
    if (epoch === undefined) {
      if (wallClocks.size >= MOST_REMEMBERED) wallClocks.clear();
      epoch = Temporal.PlainDateTime.from(key).toZonedDateTime(zone).epochMilliseconds;
      wallClocks.set(key, epoch);
    }
    return epoch + (Number(time.slice(3, 5)) - quarter) * 60_000 + Number(time.slice(6, 8)) * 1000;
  };
  return ({ day, time, offset }) => {
    if (time === null) return { at: null, on: day, hour: null };
    const epoch = offset ? Temporal.Instant.from(`${day}T${time}${offset}`).epochMilliseconds : instantOf(day, time);
    const local = new Date(epoch + offsetAt(epoch)).toISOString();
    return { at: new Date(epoch).toISOString(), on: local.slice(0, 10), hour: Number(local.slice(11, 13)) };
  };
}
