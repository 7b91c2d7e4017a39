import { Temporal } from 'temporal-polyfill';

const LOCALE = 'en';

/** Intl wants instants; a day has none, so its midnight in UTC is formatted in UTC. Making a format is slow, using it is not. */
const formatIn = (options: Intl.DateTimeFormatOptions) => {
  const { format } = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
  return (day: Temporal.PlainDate) => format(day.toZonedDateTime('UTC').epochMilliseconds);
};

export type Calendar = 'gregory' | 'persian';

const persian = new Intl.DateTimeFormat(`${LOCALE}-u-ca-persian`, {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

/** A day as a calendar writes it. */
function written(day: Temporal.PlainDate, calendar: Calendar): { day: number; month: string; year: number } {
  if (calendar === 'gregory') return { day: day.day, month: shortMonth(day), year: day.year };
  const parts = persian.formatToParts(day.toZonedDateTime('UTC').epochMilliseconds);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return { day: Number(part('day')), month: part('month'), year: Number(part('year')) };
}

const shortWeekday = formatIn({ weekday: 'short' });
const longWeekday = formatIn({ weekday: 'long' });
const shortMonth = formatIn({ month: 'short' });

/** "3 Mar", with the weekday for single days; "Mar 2026", "Jan–Mar 2026" and "2026" for longer stretches. */
export function dayLabel(
  day: Temporal.PlainDate,
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year',
  calendar: Calendar = 'gregory',
): string {
  const { month, year } = written(day, calendar);
  switch (unit) {
    case 'day':
      return `${shortWeekday(day)} ${dayAndMonth(day, calendar)}`;
    case 'week':
      return dayAndMonth(day, calendar);
    case 'quarter': {
      // Ten weeks on is in the third month, in every calendar.
      const last = written(day.add({ weeks: 10 }), calendar);
      return `${month}–${last.month} ${last.year}`;
    }
    case 'year':
      return String(year);
    default:
      return `${month} ${year}`;
  }
}

/** "3 Mar", "12 Esfand" */
export function dayAndMonth(date: Temporal.PlainDate, calendar: Calendar = 'gregory'): string {
  const { day, month } = written(date, calendar);
  return `${day} ${month}`;
}

/** The days of a span as people say them: "1–31 Mar 2026", "28 Feb – 3 Mar 2026", "3 Mar 2026". `to` is not part of it. */
export function spanLabel(
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  calendar: Calendar = 'gregory',
): string {
  const lastDay = to.subtract({ days: 1 });
  const [first, last] = [written(from, calendar), written(lastDay, calendar)];
  const end = `${last.day} ${last.month} ${last.year}`;
  if (lastDay.equals(from)) return end;
  if (first.year !== last.year) return `${first.day} ${first.month} ${first.year} – ${end}`;
  return first.month === last.month ? `${first.day}–${end}` : `${first.day} ${first.month} – ${end}`;
}

/** ISO weekday, 1 = Monday. */
export const weekdayLabel = (weekday: number): string =>
  longWeekday(Temporal.PlainDate.from('2024-01-01').add({ days: weekday - 1 }));

/** "09:00" */
export const hourLabel = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** "14:03" */
export const timeLabel = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** "14:03", or with the day when it was not today: "12 Nov, 14:03". */
export function momentLabel(
  at: Temporal.Instant,
  now: Temporal.Instant,
  zone: string,
  calendar: Calendar = 'gregory',
): string {
  const local = at.toZonedDateTimeISO(zone);
  const time = timeLabel(at, zone);
  const sameDay = local.toPlainDate().equals(now.toZonedDateTimeISO(zone).toPlainDate());
  return sameDay ? time : `${dayAndMonth(local.toPlainDate(), calendar)}, ${time}`;
}
