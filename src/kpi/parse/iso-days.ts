/** Days in the way of ISO 8601: 2026-03-15, the week 2026-W10, and ranges between such days, weeks or months. */
import { Temporal } from 'temporal-polyfill';
import { periodWords } from '../../language/en/period-words.ts';
import { type Found, found, isOneOf } from './found.ts';

/** The first and the last of some days, YYYY-MM-DD. */
interface Days {
  from: string;
  through: string;
}

/** Years below are Persian, as everywhere in the calendar. */
export const FIRST_GREGORIAN_YEAR = 1700;

/** 2026-03-15, 2026-W10 */
export function isoDays([word = '']: readonly string[]): Found | null {
  const days = dayOf(word) ?? weekOf(word);
  return days && found(1, { kind: 'between', ...days });
}

/** 2026-01-01..2026-03-31, from 2026-01 to 2026-03, between 2026-W10 and 2026-W12 */
export function isoRange(words: readonly string[]): Found | null {
  const opened = isOneOf(periodWords.from, words[0]) ? 1 : 0;
  const [first = '', joint, second = ''] = words.slice(opened);
  if (!joins(joint, opened === 1)) return null;
  const from = dayOf(first) ?? weekOf(first) ?? monthOf(first);
  const through = dayOf(second) ?? weekOf(second) ?? monthOf(second);
  return from && through && found(opened + 3, { kind: 'between', from: from.from, through: through.through });
}

/** Whether a word joins two days to a range. "and" does so after "between" only; elsewhere it lists things. */
export function joins(word: string | undefined, opened: boolean): boolean {
  return isOneOf(periodWords.through, word) || (opened && isOneOf(periodWords.and, word));
}

/** Only the shape is looked at: whether its calendar, which may be the Persian one, has the day shows later. */
function dayOf(word: string): Days | null {
  const [, year, month = '', day = ''] = /^([1-9]\d{3})-(\d{1,2})-(\d{1,2})$/.exec(word) ?? [];
  if (!year) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { from: written, through: written };
}

/** An ISO week: Monday to Sunday, and the first of a year is the one with 4 January in it. */
function weekOf(word: string): Days | null {
  const [, year, number] = /^(\d{4})-w(\d{1,2})$/.exec(word) ?? [];
  if (!year || Number(year) < FIRST_GREGORIAN_YEAR) return null;
  const inFirstWeek = Temporal.PlainDate.from(`${year}-01-04`);
  const monday = inFirstWeek.add({ days: 1 - inFirstWeek.dayOfWeek + 7 * (Number(number) - 1) });
  const sunday = monday.add({ days: 6 });
  return monday.yearOfWeek === Number(year) ? { from: monday.toString(), through: sunday.toString() } : null;
}

/** Persian months end elsewhere, and a range between them can be written in days. */
function monthOf(word: string): Days | null {
  const [, year, month] = /^(\d{4})-(0?[1-9]|1[0-2])$/.exec(word) ?? [];
  if (!year || Number(year) < FIRST_GREGORIAN_YEAR) return null;
  const first = Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: 1 });
  return { from: first.toString(), through: first.with({ day: first.daysInMonth }).toString() };
}
