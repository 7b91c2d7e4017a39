import { Temporal } from 'temporal-polyfill';
import type { Directory } from './directory.ts';

/** Days from the first to the last (ISO), both included. */
export interface DaySpan {
  first: string;
  last: string;
}

/** A longer absence means that the person has left. */
const LONGEST_DAYS = 366;

/** Reads `2026-12-24..2026-12-31`, or a single day; null when it is neither, goes backwards or is longer than a year. */
export function readDaySpan(written: string): DaySpan | null {
  const span = spanIn(written);
  return span && !faultOf(span) ? span : null;
}

/** Why a text is no span of days; null: it is one. */
export function dayFault(written: string): 'unread' | 'backwards' | 'long' | null {
  const span = spanIn(written);
  return span ? faultOf(span) : 'unread';
}

function spanIn(written: string): DaySpan | null {
  const [first = '', last = first, ...more] = written.trim().split(/\s*(?:\.\.|–)\s*/);
  return more.length > 0 || !isDay(first) || !isDay(last) ? null : { first, last };
}

function faultOf({ first, last }: DaySpan): 'backwards' | 'long' | null {
  const { days } = Temporal.PlainDate.from(first).until(last);
  return days < 0 ? 'backwards' : days >= LONGEST_DAYS ? 'long' : null;
}

function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  try {
    Temporal.PlainDate.from(written);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Writes a span as `readDaySpan` reads it. */
export const writtenDaySpan = ({ first, last }: DaySpan): string => (first === last ? first : `${first}..${last}`);

/** A member's days off from a day (ISO) on; a stretch under way begins on that day. */
export function daysOffFrom(memberId: string, { daysOff }: Pick<Directory, 'daysOff'>, day: string): DaySpan[] {
  return daysOff
    .filter((span) => span.memberId === memberId && span.endsOn > day)
    .map(({ startsOn, endsOn }) => ({
      first: startsOn < day ? day : startsOn,
      last: Temporal.PlainDate.from(endsOn).subtract({ days: 1 }).toString(),
    }));
}

/** Every day of some spans, each once. */
export const daysIn = (spans: readonly DaySpan[]): string[] => [
  ...new Set(
    spans.flatMap(({ first, last }) => {
      const from = Temporal.PlainDate.from(first);
      return Array.from({ length: from.until(last).days + 1 }, (_, days) => from.add({ days }).toString());
    }),
  ),
];
