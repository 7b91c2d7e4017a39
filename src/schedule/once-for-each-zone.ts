import type { Recipient } from './recipients.ts';
import { asksWhoWorks } from './recurrence.ts';
import type { Schedule } from './schedule.ts';

/** Finds something once per time zone, and once per working calendar if the rule depends on working days. */
export function onceForEachZone<Found>(
  { recurrence }: Schedule,
  find: (recipient: Recipient) => Found,
): (recipient: Recipient) => Found {
  const byCalendar = new Map<unknown, Map<string, { of: Found }>>();
  return (recipient) => {
    const calendar = asksWhoWorks(recurrence) ? recipient.days.working : null;
    const found = byCalendar.get(calendar) ?? new Map<string, { of: Found }>();
    byCalendar.set(calendar, found);
    const known = found.get(recipient.zone) ?? { of: find(recipient) };
    found.set(recipient.zone, known);
    return known.of;
  };
}
