/** Which slots of a schedule are due, and which of them were missed or are stale. */
import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../calendar/js-date.ts';
import { staleAt } from './content.ts';
import type { Recipient } from './recipients.ts';
import { restsOn, type Schedule } from './schedule.ts';
import { type Slot, slotsBetween } from './slots.ts';

/** The largest difference between two zones: after somebody moves, their slot may lie before `plannedThrough`. */
const ZONES_APART_HOURS = 26;
/** A schedule is looked at again at least this often: people join, move between zones, and calendars change. */
export const LOOK_AGAIN_MINUTES = 60;
/** How late a look may be before slots count as missed; a schedule in trouble is left alone for this long. */
export const TROUBLE_MINUTES = 5;
/** How long it can be looked up who missed something. */
const RECORDED_HOURS = 24 * 7;

/**
 * A recipient's slots since the schedule was planned last, or earlier ones that may be new for somebody who moved
 * between zones.
 */
export function dueSlots(
  schedule: Schedule,
  { zone, days }: Pick<Recipient, 'zone' | 'days'>,
  now: Temporal.Instant,
): Slot[] {
  const planned = instantOf(schedule.plannedThrough);
  const live = instantOf(schedule.liveSince);
  const lookBack =
    schedule.zone || schedule.audience.to === 'channel' ? planned : planned.subtract({ hours: ZONES_APART_HOURS });
  const since = Temporal.Instant.compare(lookBack, live) < 0 ? live : lookBack;
  return slotsBetween(schedule.recurrence, zone, days, since, now).filter(
    ({ name }) => !restsOn(schedule, name.slice(0, 10)),
  );
}

/** People who are out of office are not asked; what only informs waits for their return. */
export const isAwayAt = ({ what }: Schedule, { awayUntil }: Recipient, { at }: Slot) =>
  what.kind === 'standup' && awayUntil !== null && Temporal.Instant.compare(awayUntil, at) > 0;

/** Whether a message of this slot would still be of use. */
export const isUseful = ({ what }: Schedule, at: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, staleAt(what, at)) < 0;

/**
 * Whether a slot came due while no process was there to plan it. A slot before `nextAt` was not due by the calendar as it was when
 * the schedule was planned last: it is new, not missed, unless the next look is long overdue.
 */
export function wasMissed({ plannedThrough, nextAt }: Schedule, { at }: Slot, now: Temporal.Instant): boolean {
  const planned = instantOf(plannedThrough);
  if (Temporal.Instant.compare(at, planned) <= 0) return false;
  const wasAwaited = nextAt !== null && Temporal.Instant.compare(at, instantOf(nextAt)) >= 0;
  return wasAwaited || planned.until(now).total('minutes') > LOOK_AGAIN_MINUTES + TROUBLE_MINUTES;
}

/**
 * Whether a missed slot is recorded: not after a week, and not of surveys, which have rounds and turns of their own.
 */
export const isRecorded = ({ what }: Schedule, { at }: Slot, now: Temporal.Instant) =>
  what.kind !== 'pulse' &&
  what.kind !== 'customers' &&
  Temporal.Instant.compare(at.add({ hours: RECORDED_HOURS }), now) > 0;
