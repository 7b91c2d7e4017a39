/** What goes out in a standup beside its questions. */
import { Temporal } from 'temporal-polyfill';
import type { NewDelivery } from '../delivery/outbox.ts';
import { standupContent } from '../standups/asks.ts';
import { dayOfSlot, staleAt } from './content.ts';
import { isAwayAt } from './due-slots.ts';
import type { Recipient } from './recipients.ts';
import { isDueOn } from './recurrence.ts';
import type { Schedule, What } from './schedule.ts';
import { slotOn } from './slots.ts';

export type Standup = Extract<What, { kind: 'standup' }>;

/** What a schedule asks; null: it is no standup. */
export const standupOf = ({ what }: Pick<Schedule, 'what'>): Standup | null => (what.kind === 'standup' ? what : null);

/** When this share of the window that was left to them is over, people who have not answered are reminded. */
const REMINDED_AT = 0.8;
/** Minutes of delay, as after an outage, from which a question leaves people less of the window. */
const LATE_MINUTES = 5;
/** People with this little time left get the question and no reminder. */
const LITTLE_MINUTES = 15;
/** How long a digest is still worth sending. */
const USEFUL = { hours: 12 };

/**
 * A reminder to each who is asked, and one digest a day, when the last of the team has had their time: whichever zone
 * strikes first plans it for all. `again` marks a repetition, whose digest waits for those asked by it.
 */
export function besideAsking(
  schedule: Schedule,
  asks: readonly NewDelivery[],
  recipients: readonly Recipient[],
  now: Temporal.Instant,
  again?: string,
): NewDelivery[] {
  const { what } = schedule;
  if (what.kind !== 'standup') return [];
  const reminders = asks.flatMap((ask): NewDelivery[] => {
    const closesAt = staleAt(what, ask.dueAt);
    const isLate = ask.dueAt.until(now).total('minutes') > LATE_MINUTES;
    const askedAt = isLate ? now : ask.dueAt;
    const left = askedAt.until(closesAt).total('seconds');
    if (isLate && left < LITTLE_MINUTES * 60) return [];
    const reminder: NewDelivery = {
      ...ask,
      cause: `${ask.cause} reminder`,
      content: { ...ask.content, kind: standupContent.reminder },
      dueAt: askedAt.add({ seconds: Math.round(left * REMINDED_AT) }),
      staleAt: closesAt,
      // The question itself is already there.
      unasked: { topic: 'standup', beyond: 'lapses' },
    };
    return [reminder];
  });
  const slots = new Map(asks.flatMap(({ slot }) => (slot ? [[slot.name.slice(0, 10), slot] as const] : [])));
  const digests = [...slots].flatMap(([day, slot]) => {
    const starts = again ? asks.map(({ dueAt }) => dueAt) : startsOn(dayOfSlot(day), schedule, recipients);
    const last = [...starts].sort(Temporal.Instant.compare).at(-1);
    if (!last) return [];
    const dueAt = staleAt(what, last);
    return [{ ...digestOf(schedule, what.channelId, day, dueAt, again), slot, staleAt: dueAt.add(USEFUL) }];
  });
  return [...reminders, ...digests];
}

/** A past day's digest once more, as of its end; null where a schedule is no standup. */
export function digestAgain(
  schedule: Schedule,
  day: Temporal.PlainDate,
  again: string,
  { zone, now }: { zone: string; now: Temporal.Instant },
): NewDelivery | null {
  const { what, recurrence } = schedule;
  if (what.kind !== 'standup') return null;
  const closed = staleAt(what, slotOn(day, recurrence, zone).at);
  const dueAt = Temporal.Instant.compare(closed, now) < 0 ? closed : now;
  return digestOf(schedule, what.channelId, day.toString(), dueAt, again);
}

/** When the people who work on a day, and are not away, are asked. */
const startsOn = (day: Temporal.PlainDate, schedule: Schedule, recipients: readonly Recipient[]) =>
  recipients.flatMap((recipient) => {
    const slot = slotOn(day, schedule.recurrence, recipient.zone);
    const isAsked = isDueOn(day, schedule.recurrence, recipient.days) && !isAwayAt(schedule, recipient, slot);
    return isAsked ? [slot.at] : [];
  });

function digestOf(
  { id, ownerId }: Schedule,
  channelId: string,
  day: string,
  dueAt: Temporal.Instant,
  again?: string,
): NewDelivery {
  return {
    cause: ['standup', id, day, ...(again ? [again] : [])].join(' '),
    recipient: channelId,
    memberId: null,
    ownerId,
    content: { kind: standupContent.digest, scheduleId: id, day },
    urgency: 'report',
    dueAt,
  };
}
