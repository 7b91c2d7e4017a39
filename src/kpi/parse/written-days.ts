/** Days as people say them: "15 march 2026", "march 15, 2026", "from 1 to 15 march 2026". */
import { monthWords, periodWords } from '../../language/en/period-words.ts';
import { type Found, found, isOneOf } from './found.ts';
import { FIRST_GREGORIAN_YEAR, joins } from './iso-days.ts';

interface Month {
  number: number;
  calendar: 'gregory' | 'persian';
}

/** A day as far as it is said. */
interface Written {
  length: number;
  day: number;
  month: Month | null;
  year: number | null;
}

/** One day. Without its year it is recognised all the same, so that the year can be asked for. */
export function writtenDay(words: readonly string[]): Found | null {
  const written = read(words);
  if (!written?.month) return null;
  const day = inFull(written);
  if (!day) return yearless(written.length);
  return found(written.length, { kind: 'between', from: day, through: day });
}

/** Two days. The first borrows what it does not say from the second: "1 to 15 march 2026". */
export function writtenRange(words: readonly string[]): Found | null {
  const opened = isOneOf(periodWords.from, words[0]) ? 1 : 0;
  const first = read(words.slice(opened));
  if (!first) return null;
  const joint = opened + first.length;
  const second = joins(words[joint], opened === 1) ? read(words.slice(joint + 1)) : null;
  if (!second?.month) return null;

  const length = joint + 1 + second.length;
  const from = inFull({ ...first, month: first.month ?? second.month, year: first.year ?? second.year });
  const through = inFull(second);
  // "20 december to 5 january 2026" means the December before, but only probably: better to ask.
  const borrowedWrongly = from && through && first.year === null && from > through;
  if (!from || !through || borrowedWrongly) return yearless(length);
  return found(length, { kind: 'between', from, through });
}

function yearless(length: number): Found {
  return { length, meaning: { kind: 'yearless' } };
}

/** "15", "15 march", "march 15", each with or without a year and the comma before it. */
function read(words: readonly string[]): Written | null {
  const [one, two] = words;
  const day = dayNumber(one) ?? dayNumber(two);
  if (day === null) return null;
  const month = monthNamed(dayNumber(one) === null ? one : two);
  if (!month) return dayNumber(one) === null ? null : { length: 1, day, month, year: null };

  const comma = words[2] === ',' ? 1 : 0;
  const year = yearNumber(words[2 + comma]);
  const fits = year !== null && year < FIRST_GREGORIAN_YEAR === (month.calendar === 'persian');
  return fits ? { length: 3 + comma, day, month, year } : { length: 2, day, month, year: null };
}

function inFull({ day, month, year }: Written): string | null {
  if (!month || year === null) return null;
  return `${year}-${String(month.number).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const DAY_NUMBER = new RegExp(`^([1-9]|0[1-9]|[12]\\d|3[01])(?:${periodWords.ordinal.join('|')})?$`);

function dayNumber(word = ''): number | null {
  const digits = DAY_NUMBER.exec(word)?.[1];
  return digits === undefined ? null : Number(digits);
}

function yearNumber(word = ''): number | null {
  return /^[1-9]\d{3}$/.test(word) ? Number(word) : null;
}

function monthNamed(word: string | undefined): Month | null {
  for (const calendar of ['gregory', 'persian'] as const) {
    const index = monthWords[calendar].findIndex((names) => isOneOf(names, word));
    if (index >= 0) return { number: index + 1, calendar };
  }
  return null;
}
