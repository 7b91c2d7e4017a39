import { Temporal } from 'temporal-polyfill';
import { Problem } from '../../src/errors.ts';
import { periodWords } from '../../src/language/words.ts';
import { dueDayAt } from '../../src/records/log/due-days.ts';

/**
 * Reads a coming day as people say it: `tomorrow`, `monday`, `6 march`, `2026-12-01`. @throws Problem for other words
 */
export function dayToCome(words: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const said = words.toLowerCase().split(/\s+/);
  const found = dueDayAt(said, today);
  if (found?.length !== said.length) throw new Problem('schedule.no_date', { words });
  return found.day;
}

/** Reads a past day or today: `yesterday`, `today`, `2026-11-18`. @throws Problem for other words */
export function dayOver(words: string, today: Temporal.PlainDate): Temporal.PlainDate {
  if (!words) throw new Problem('schedule.which_day');
  const said = words.toLowerCase();
  if (periodWords.today.some((each) => each === said)) return today;
  if (periodWords.yesterday.some((each) => each === said)) return today.subtract({ days: 1 });
  try {
    return Temporal.PlainDate.from(words);
  } catch {
    throw new Problem('schedule.no_date', { words });
  }
}
