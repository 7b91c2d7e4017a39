import type { Temporal } from 'temporal-polyfill';
import { timeWords } from '../../language/en/log-words.ts';
import { monthWords, weekdayWords } from '../../language/en/period-words.ts';
import { existingDay, writtenDate } from './written-date.ts';

export interface DueDay {
  length: number;
  day: Temporal.PlainDate;
}

const isOneOf = (words: readonly string[], word: string | undefined) => word !== undefined && words.includes(word);

/**
 * The day by which something is to be done, at the front of some words: `friday` (the next one after today), `by friday`,
 * `tomorrow`, `in 3 days`, `next week`, `6 march`, `2026-03-06`. A day without its year is the next such day.
 */
export function dueDayAt(words: readonly string[], today: Temporal.PlainDate): DueDay | null {
  const opened = isOneOf(timeWords.on, words[0]) ? 1 : 0;
  const found = dayAt(words.slice(opened), today);
  return found && { ...found, length: opened + found.length };
}

function dayAt(words: readonly string[], today: Temporal.PlainDate): DueDay | null {
  const [first = '', second = '', third] = words;
  if (first === timeWords.today) return { length: 1, day: today };
  if (first === timeWords.yesterday) return { length: 1, day: today.subtract({ days: 1 }) };
  if (first === timeWords.tomorrow) return { length: 1, day: today.add({ days: 1 }) };
  const marked = first === timeWords.next ? 1 : 0;
  const weekday = weekdayWords.findIndex((names) => isOneOf(names, words[marked]));
  if (weekday >= 0) return { length: marked + 1, day: following(weekday + 1, today) };
  if (marked && second === timeWords.weeks[0]) return { length: 2, day: following(1, today) };
  if (first === timeWords.in && /^\d{1,3}$/.test(second)) {
    if (isOneOf(timeWords.days, third)) return { length: 3, day: today.add({ days: Number(second) }) };
    if (isOneOf(timeWords.weeks, third)) return { length: 3, day: today.add({ weeks: Number(second) }) };
  }
  const written = writtenDate(first);
  if (written) return { length: 1, day: written };
  return dayOfMonth(first, second, third, today) ?? dayOfMonth(second, first, third, today);
}

/** The next such weekday; of today's the one in a week. */
const following = (weekday: number, today: Temporal.PlainDate) =>
  today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });

function dayOfMonth(day: string, name: string, year: string | undefined, today: Temporal.PlainDate): DueDay | null {
  const month = monthWords.gregory.findIndex((names) => isOneOf(names, name)) + 1;
  const [, number] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(day) ?? [];
  if (month === 0 || number === undefined) return null;
  if (/^\d{4}$/.test(year ?? '')) {
    const written = existingDay(Number(year), month, Number(number));
    return written && { length: 3, day: written };
  }
  const coming = [0, 1, 2, 3, 4]
    .map((ahead) => existingDay(today.year + ahead, month, Number(number)))
    .find((each) => each && each.since(today).days >= 0);
  return coming ? { length: 2, day: coming } : null;
}
