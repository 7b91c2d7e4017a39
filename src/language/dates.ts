import { Temporal } from 'temporal-polyfill';

const LOCALE = 'en';

/** Intl wants instants; a day has none, so its midnight in UTC is formatted in UTC. Making a format is slow, using it is not. */
const formatIn = (options: Intl.DateTimeFormatOptions) => {
  const { format } = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
  return (day: Temporal.PlainDate) => format(day.toZonedDateTime('UTC').epochMilliseconds);
};

const shortWeekday = formatIn({ weekday: 'short' });
const longWeekday = formatIn({ weekday: 'long' });
const shortMonth = formatIn({ month: 'short' });
const monthAndYear = formatIn({ month: 'short', year: 'numeric' });

/** "3 Mar", with the weekday for single days; "March 2026" and "2026" for longer stretches. */
export function dayLabel(day: Temporal.PlainDate, unit: 'day' | 'week' | 'month' | 'quarter' | 'year'): string {
  switch (unit) {
    case 'day':
      return `${shortWeekday(day)} ${dayAndMonth(day)}`;
    case 'week':
      return dayAndMonth(day);
    case 'year':
      return String(day.year);
    default:
      return monthAndYear(day);
  }
}

/** "3 Mar" */
export const dayAndMonth = (day: Temporal.PlainDate): string => `${day.day} ${shortMonth(day)}`;

/** The days of a span as people say them: "1–31 Mar 2026", "28 Feb – 3 Mar 2026", "3 Mar 2026". `to` is not part of it. */
export function spanLabel({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }): string {
  const last = to.subtract({ days: 1 });
  if (last.equals(from)) return `${dayAndMonth(from)} ${from.year}`;
  if (from.year !== last.year) return `${dayAndMonth(from)} ${from.year} – ${dayAndMonth(last)} ${last.year}`;
  return from.month === last.month
    ? `${from.day}–${dayAndMonth(last)} ${last.year}`
    : `${dayAndMonth(from)} – ${dayAndMonth(last)} ${last.year}`;
}

/** ISO weekday, 1 = Monday. */
export const weekdayLabel = (weekday: number): string =>
  longWeekday(Temporal.PlainDate.from('2024-01-01').add({ days: weekday - 1 }));

/** "09:00" */
export const hourLabel = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** "14:03", or with the day when it was not today: "12 Nov, 14:03". */
export function momentLabel(at: Temporal.Instant, now: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const sameDay = local.toPlainDate().equals(now.toZonedDateTimeISO(zone).toPlainDate());
  return sameDay ? time : `${dayAndMonth(local.toPlainDate())}, ${time}`;
}
