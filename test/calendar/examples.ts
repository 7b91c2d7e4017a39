import { Temporal } from 'temporal-polyfill';
import type { Period } from '../../src/calendar/period.ts';
import type { CalendarSettings } from '../../src/calendar/settings.ts';
import type { WorkingCalendar } from '../../src/calendar/working-days.ts';

/** A workspace in Berlin with calendar years, but for what is given. */
export function settings(differing: Partial<CalendarSettings> = {}): CalendarSettings {
  return { zone: 'Europe/Berlin', weekStart: 1, fiscalStartMonth: 1, calendar: 'gregory', ...differing };
}

/** An office open Monday to Friday, nine to five, without holidays, but for what is given. */
export function office(differing: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return {
    zone: 'Europe/Berlin',
    workingDays: [1, 2, 3, 4, 5],
    hours: { start: '09:00', end: '17:00' },
    holidayCode: null,
    daysOff: new Set(),
    added: new Set(),
    removed: new Set(),
    ...differing,
  };
}

export const day = (iso: string) => Temporal.PlainDate.from(iso);

/** The instant at which the clocks of a zone show this. */
export const at = (local: string, zone = 'Europe/Berlin') =>
  Temporal.ZonedDateTime.from(`${local}[${zone}]`).toInstant();

/** A period as a test reads it: its days half-open, and the local time at which counting stops. */
export function written({ from, to, until }: Period, zone = 'Europe/Berlin'): string {
  const days = `${from} – ${to}`;
  return until ? `${days} until ${until.toZonedDateTimeISO(zone).toPlainDateTime().toString()}` : days;
}
