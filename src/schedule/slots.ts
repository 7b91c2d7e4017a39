/** From a recurrence to moments: when it strikes by somebody's clocks. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import { type Days, isDueOn, type Recurrence } from './recurrence.ts';

/** One time that a schedule strikes. */
export interface Slot {
  /** The local date and time, such as 2026-11-23T09:00: the same for all recipients of that slot. */
  name: string;
  at: Temporal.Instant;
}

/** The search for a next slot ends after so many days. */
const FARTHEST_DAYS = 800;

/**
 * The slots after `since`, up to and with `until`, in order.
 * A time that the clocks skip strikes as much later as they skip (02:30 becomes 03:30); one that they repeat strikes the
 * first time. Either way a day has one.
 */
export function slotsBetween(
  recurrence: Recurrence,
  zone: string,
  days: Days,
  since: Temporal.Instant,
  until: Temporal.Instant,
): Slot[] {
  const slots: Slot[] = [];
  // A slot moved over midnight by a skipped hour belongs to the day before.
  let day = localDay(since, zone).subtract({ days: 1 });
  const last = localDay(until, zone);
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (!isDueOn(day, recurrence, days)) continue;
    const due = ({ at }: Slot) => Temporal.Instant.compare(at, since) > 0 && Temporal.Instant.compare(at, until) <= 0;
    slots.push(...slotsOn(day, recurrence, zone).filter(due));
  }
  return slots;
}

/** The first slot after a moment; null when none is to come. */
export function nextSlot(recurrence: Recurrence, zone: string, days: Days, after: Temporal.Instant): Slot | null {
  const start = Temporal.PlainDate.from(
    [localDay(after, zone).subtract({ days: 1 }).toString(), recurrence.from].sort().at(-1) ?? '',
  );
  for (let ahead = 0; ahead <= FARTHEST_DAYS; ahead++) {
    const day = start.add({ days: ahead });
    if (!isDueOn(day, recurrence, days)) continue;
    const slot = slotsOn(day, recurrence, zone).find(({ at }) => Temporal.Instant.compare(at, after) > 0);
    if (slot) return slot;
  }
  return null;
}

/**
 * The day of the slot before a day's, up to which a digest has reported; null: there is none. The first slot counts as
 * if the schedule had always been there: on a Monday it starts from Friday.
 */
export function dayOfSlotBefore(
  day: Temporal.PlainDate,
  recurrence: Recurrence,
  days: Days,
): Temporal.PlainDate | null {
  const always = { ...recurrence, from: longBefore(recurrence) };
  for (let back = 1; back <= FARTHEST_DAYS; back++) {
    const earlier = day.subtract({ days: back });
    if (isDueOn(earlier, always, days)) return earlier;
  }
  return null;
}

/** A day before anything looked back at, to count every n-th week or month from. */
function longBefore({ on, from }: Recurrence): string {
  const every = on.kind === 'weekly' || on.kind === 'beginning' ? on.every : 1;
  const turns = on.kind === 'weekly' ? { weeks: 156 * every } : { years: 3 * every };
  return Temporal.PlainDate.from(from).subtract(turns).toString();
}

/** All slots of a day, in order; an hour that the clocks repeat counts once, the first time. */
function slotsOn(day: Temporal.PlainDate, recurrence: Recurrence, zone: string): Slot[] {
  if (!recurrence.throughout) return [slotOn(day, recurrence, zone)];
  const start = day.toZonedDateTime(zone);
  const hours = Array.from({ length: Math.ceil(start.hoursInDay) }, (_, hour) => start.add({ hours: hour }));
  const slots = hours.map((at): Slot => {
    return { name: at.toPlainDateTime().toString({ smallestUnit: 'minute' }), at: at.toInstant() };
  });
  return slots.filter(({ name }, index) => slots.findIndex((other) => other.name === name) === index);
}

/** When a schedule strikes on a day on which it is due. */
export function slotOn(day: Temporal.PlainDate, { at }: Recurrence, zone: string): Slot {
  const moment = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) });
  return { name: `${day}T${at}`, at: moment.toInstant() };
}
