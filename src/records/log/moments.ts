import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import { timeWords } from '../../language/en/log-words.ts';
import type { Moment } from '../activity.ts';
import { writtenDate } from './written-date.ts';

/** A time at the front of some words. `occurred` null: just "today", which is now. */
export interface FoundMoment {
  length: number;
  occurred: Moment | null;
  isFuture: boolean;
}

/** When something happened: `yesterday`, `today 15:00`, `9:30`, `3 pm`, `2026-03-01 at 9:30`. Null when no time is said. */
export function momentAt(words: readonly string[], now: Temporal.Instant, zone: string): FoundMoment | null {
  const today = localDay(now, zone);
  const day = dayAt(words[0] ?? '', today);
  const said = day ? 1 : 0;
  const opened = words[said] === timeWords.at ? 1 : 0;
  const time = timeAt(words.slice(said + opened));
  if (time) {
    const at = (day ?? today).toZonedDateTime({ timeZone: zone, plainTime: time.time }).toInstant();
    const isFuture = Temporal.Instant.compare(at, now) > 0;
    return { length: said + opened + time.length, occurred: { at }, isFuture };
  }
  if (!day) return null;
  const isFuture = Temporal.PlainDate.compare(day, today) > 0;
  return { length: 1, occurred: words[0] === timeWords.today ? null : { on: day }, isFuture };
}

function dayAt(word: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (word === timeWords.today) return today;
  if (word === timeWords.yesterday) return today.subtract({ days: 1 });
  return writtenDate(word);
}

function timeAt([word = '', next]: readonly string[]): { length: number; time: Temporal.PlainTime } | null {
  const [, hours, minutes, half] = /^(\d{1,2})(?::(\d{2}))?([a-z]{2})?$/.exec(word) ?? [];
  if (hours === undefined) return null;
  const apart = half === undefined && isHalf(next);
  const written = half ?? (apart ? next : undefined);
  if (written === undefined ? minutes === undefined : !isHalf(written)) return null;
  const twelve = Number(hours) % 12;
  if (written !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const hour = written === undefined ? Number(hours) : written === timeWords.pm ? twelve + 12 : twelve;
  const minute = Number(minutes ?? 0);
  if (hour > 23 || minute > 59) return null;
  return { length: apart ? 2 : 1, time: Temporal.PlainTime.from({ hour, minute }) };
}

const isHalf = (word: string | undefined) => word === timeWords.am || word === timeWords.pm;
