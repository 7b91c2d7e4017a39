import { Temporal } from 'temporal-polyfill';

/** What the numbers of a date mean, in order. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd';
type Separator = '.' | '-' | '/';

/**
 * How a column's dates are read, by separator; null: such a date could be two days. Year-first dates need no format.
 */
export type DateFormat = Readonly<Record<Separator, DayOrder | null>>;

export interface WrittenDate {
  /** ISO */
  day: string;
  /** ISO wall-clock time; null: only the day is written. */
  time: string | null;
  /** Z or ±hh:mm */
  offset: string | null;
}

const TIME =
  /^(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<half>[ap])?\.?(?:m\.?)?\s*(?<offset>z|[+-]\d{2}(?::?\d{2})?)?$/i;
const YEAR_FIRST = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:(?:T|,?\s+)(.+))?$/i;
const YEAR_LAST = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(.+))?$/;

/** Years outside this range are typing errors, or dates that a system writes when it has none. */
const YEARS = { least: 1900, most: 2199 };

/** Reads a date, with or without a time. null: it is no date in this format. */
export function readDate(text: string, format: DateFormat): WrittenDate | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return written(iso[1], iso[3], iso[4], iso[5]);
  const [, first, separator, second, third, time] = YEAR_LAST.exec(text) ?? [];
  const order = format[separator as Separator];
  if (order === 'dmy') return written(third, second, first, time);
  if (order === 'mdy') return written(third, first, second, time);
  if (order === 'ymd') return written(first, second, third, time);
  return null;
}

function written(year = '', month = '', day = '', time: string | undefined): WrittenDate | null {
  const date = { year: fullYear(year), month: Number(month), day: Number(day) };
  if (date.year < YEARS.least || date.year > YEARS.most) return null;
  const clock = time === undefined ? { time: null, offset: null } : readTime(time);
  if (!clock) return null;
  try {
    return { day: Temporal.PlainDate.from(date, { overflow: 'reject' }).toString(), ...clock };
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** Two-digit years as POSIX reads them: 69–99 in the 1900s, 00–68 in the 2000s. */
function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) >= 69 ? 1900 : 2000);
}

function readTime(text: string): Pick<WrittenDate, 'time' | 'offset'> | null {
  const parts = TIME.exec(text.trim())?.groups;
  if (!parts) return null;
  const { minute = '', second = '00', half, offset = null } = parts;
  let hour = Number(parts.hour);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return { time: `${String(hour).padStart(2, '0')}:${minute}:${second}`, offset: offset && fullOffset(offset) };
}

const fullOffset = (offset: string) =>
  offset.toUpperCase() === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;

interface Evidence {
  values: number;
  /** Dates that can only be read this way. */
  dayFirst: number;
  monthFirst: number;
  /** Dates that can be read both ways, as different days. */
  either: number;
  example: string;
}

/** What a column's dates look like, in counts. */
export type DateEvidence = Record<Separator, Evidence> & { values: number };

const noEvidence = (): Evidence => ({ values: 0, dayFirst: 0, monthFirst: 0, either: 0, example: '' });
export const noDateEvidence = (): DateEvidence => ({
  '.': noEvidence(),
  '-': noEvidence(),
  '/': noEvidence(),
  values: 0,
});

export function weighDate(text: string, evidence: DateEvidence): void {
  evidence.values += 1;
  const [, first, separator, second] = YEAR_LAST.exec(text) ?? [];
  if (!separator) return;
  const shape = evidence[separator as Separator];
  const couldBeMonth = (number: string | undefined) => Number(number) >= 1 && Number(number) <= 12;
  shape.values += 1;
  if (couldBeMonth(first) && couldBeMonth(second) && Number(first) !== Number(second)) {
    shape.either += 1;
    shape.example ||= text;
  }
  if (!couldBeMonth(first) && couldBeMonth(second)) shape.dayFirst += 1;
  if (couldBeMonth(first) && !couldBeMonth(second)) shape.monthFirst += 1;
}

export type DateVerdict = { format: DateFormat } | { undecided: string };

/**
 * The one format that fits a whole column of dates. Undecided, with an example, if two readings fit or there is proof
 * of both. A few such dates among others of another shape do not decide for the column and are null.
 */
export function judgeDates(evidence: DateEvidence): DateVerdict {
  const format: Record<Separator, DayOrder | null> = { '.': 'dmy', '-': 'dmy', '/': 'dmy' };
  for (const separator of ['-', '/'] as const) {
    const { values, dayFirst, monthFirst, either, example } = evidence[separator];
    const open = (dayFirst > 0 && monthFirst > 0) || (dayFirst === 0 && monthFirst === 0 && either > 0);
    if (open && values * 2 > evidence.values) return { undecided: example || separator };
    if (open) format[separator] = null;
    else if (monthFirst > 0) format[separator] = 'mdy';
  }
  return { format };
}

/** Reads a format as people write it: `D/M/Y`, `mm-dd-yyyy`, `dmy`. null: it is none. */
export function dateFormatNamed(name: string): DateFormat | null {
  const order = name
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replaceAll(/(.)\1+/g, '$1');
  if (order !== 'dmy' && order !== 'mdy' && order !== 'ymd') return null;
  return { '.': order, '-': order, '/': order };
}
