import { Temporal } from 'temporal-polyfill';

/** A day with its year: `2026-03-31` or `31.3.2026`. Null for anything else, and for days no calendar has. */
export function writtenDate(word: string): Temporal.PlainDate | null {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word) ?? [];
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(word) ?? [];
  return existingDay(Number(isoYear ?? year), Number(isoMonth ?? month), Number(isoDay ?? day));
}

/** The day, or null when the calendar has none such. */
export function existingDay(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (!(year >= 1700 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return null;
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return day <= first.daysInMonth ? first.with({ day }) : null;
}
