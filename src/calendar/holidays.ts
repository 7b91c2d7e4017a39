/** Public holidays of a country or region, by date-holidays. */
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

/**
 * The public holidays of a year where `code` says ('US', 'DE-BY'), as ISO dates. Only holidays that take the whole day
 * count: one that begins at noon leaves a working day, though a shorter one. An unknown code has no holidays.
 */
export function publicHolidays(code: string, year: number): ReadonlySet<string> {
  const key = `${code} ${year}`;
  const known = withEarlier.get(key);
  if (known) return known;
  // A holiday of several days can reach into the next year.
  const found = new Set([...holidaysOf(code, year - 1), ...holidaysOf(code, year)]);
  withEarlier.set(key, found);
  return found;
}

// The library reads its rules anew for each country and works each year out from them, some milliseconds a time; the
// answer never changes.
const countries = new Map<string, Holidays>();
const years = new Map<string, ReadonlySet<string>>();
const withEarlier = new Map<string, ReadonlySet<string>>();

function holidaysOf(code: string, year: number): ReadonlySet<string> {
  const key = `${code} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const found = new Set(rulesOf(code).getHolidays(year).flatMap(fullDaysOf));
  years.set(key, found);
  return found;
}

function rulesOf(code: string): Holidays {
  const known = countries.get(code);
  if (known) return known;
  const rules = new Holidays(code);
  countries.set(code, rules);
  return rules;
}

function fullDaysOf({ date, start, end, type }: ReturnType<Holidays['getHolidays']>[number]): string[] {
  if (type !== 'public') return [];
  const first = Temporal.PlainDate.from(date.slice(0, 10));
  // The day the clocks go forward is an hour short, and a full day all the same.
  const days = Math.floor(((end.getTime() - start.getTime()) / 3_600_000 + 1) / 24);
  return Array.from({ length: days }, (_, index) => first.add({ days: index }).toString());
}
