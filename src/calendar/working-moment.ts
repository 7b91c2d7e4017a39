import { Temporal } from 'temporal-polyfill';
import { isAtWork, type WorkingCalendar } from './working-days.ts';

/** Who is away for longer is told all the same. */
const LONGEST_BREAK = 31;

/** A moment itself where it lies within somebody's working hours, else the beginning of the next of them. */
export function nextWorkingMoment(at: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  const local = at.toZonedDateTimeISO(calendar.zone);
  const { start, end } = calendar.hours;
  for (let ahead = 0; ahead <= LONGEST_BREAK; ahead++) {
    const day = local.toPlainDate().add({ days: ahead });
    if (!isAtWork(day, calendar)) continue;
    const opening = startOf(day, start, calendar.zone);
    if (Temporal.Instant.compare(at, opening) <= 0) return opening;
    if (Temporal.Instant.compare(at, startOf(day, end, calendar.zone)) < 0) return at;
  }
  return at;
}

const startOf = (day: Temporal.PlainDate, time: string, timeZone: string) =>
  day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
