/** Turns what has come due of a schedule into occurrences and deliveries, within the transaction that plans it. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Transaction } from '../db/client.ts';
import { noteMissed, tellMissed } from '../delivery/missed.ts';
import { enqueue, type NewDelivery } from '../delivery/outbox.ts';
import { askedOfCustomers, handedOut, type Reach } from './customers.ts';
import { causeOf, deliveriesOf } from './deliveries-of.ts';
import { dueSlots, isAwayAt, isRecorded, isUseful, wasMissed } from './due-slots.ts';
import { onceForEachZone } from './once-for-each-zone.ts';
import { askingIn, notHeld } from './pulse.ts';
import type { Whom } from './pulse-round.ts';
import type { Recipient } from './recipients.ts';
import type { Schedule } from './schedule.ts';
import type { Slot } from './slots.ts';
import { besideAsking } from './standup.ts';

/** Recipients to look at before yielding to commands and presses. */
export const AT_A_TIME = 100;
const ENQUEUED_AT_ONCE = 1_000;

/** What has come due of a schedule since it was planned last. */
export async function strike(tx: Transaction, schedule: Schedule, whom: Whom, reach: Reach) {
  const { recipients, now } = whom;
  const struck = new Map<string, 'planned' | 'skipped'>();
  const deliveries: NewDelivery[] = [];
  /** What came due while no process was running and is stale now: for some recipients, or for all. */
  const missed: NewDelivery[] = [];
  const missedSlots = new Set<string>();
  const struckFor = onceForEachZone(schedule, (recipient) => dueSlots(schedule, recipient, now));
  const isStruck = await struckBefore(tx, schedule, recipients, now);
  for (const [index, recipient] of recipients.entries()) {
    if (index % AT_A_TIME === 0) await othersTurn();
    const due = struckFor(recipient).filter((slot) => !isAwayAt(schedule, recipient, slot));
    // Of several late slots only the last is sent.
    const useful = due.filter(({ at }) => isUseful(schedule, at, now)).at(-1);
    for (const slot of due) {
      if (slot === useful || !wasMissed(schedule, slot, now)) continue;
      if (!struck.has(slot.name)) struck.set(slot.name, 'skipped');
      missedSlots.add(slot.name);
      if (isRecorded(schedule, slot, now)) missed.push(...deliveriesOf(schedule, recipient, slot));
    }
    if (!useful || isStruck(useful, recipient)) continue;
    struck.set(useful.name, 'planned');
    deliveries.push(...deliveriesOf(schedule, recipient, useful));
  }
  if (struck.size === 0) return;
  const { workspaceId, id: scheduleId } = schedule;
  const occurrences = [...struck].map(([slot, state]) => ({
    workspaceId,
    scheduleId,
    slot,
    state,
    plannedAt: dateOf(now),
  }));
  const before = await plannedBefore(tx, schedule, [...struck.keys()]);
  await tx.occurrence.createMany({ data: occurrences, skipDuplicates: true });
  const handed = await handedOut(tx, schedule, deliveries, whom, reach);
  const asking = await askingIn(tx, schedule, handed, whom, before);
  const going = 'why' in asking ? notHeld(schedule, asking, whom) : asking;
  const all = [...going, ...besideAsking(schedule, deliveries, recipients, now)];
  for (let from = 0; from < all.length; from += ENQUEUED_AT_ONCE) {
    await enqueue(tx, workspaceId, all.slice(from, from + ENQUEUED_AT_ONCE), now);
    await othersTurn();
  }
  await noteMissed(tx, workspaceId, missed);
  // Of several missed checks the last is made up for, as of now; a customer's turn is kept.
  if ((schedule.what.kind === 'alert' && deliveries.length > 0) || askedOfCustomers(schedule)) return;
  const { ownerId } = schedule;
  await tellMissed(tx, { workspaceId, scheduleId, ownerId }, [...missedSlots].sort(), now);
}

/** Which of some slots struck before: for people of another zone, or for these an hour ago. */
async function plannedBefore(tx: Transaction, { workspaceId, id: scheduleId }: Schedule, slots: readonly string[]) {
  const known = await tx.occurrence.findMany({
    where: { workspaceId, scheduleId, slot: { in: [...slots] }, state: 'planned' },
    select: { slot: true },
  });
  return new Set(known.map(({ slot }) => slot));
}

/**
 * Leaves out people who already have a delivery for the slot: composing ten thousand again, only to drop them as known,
 * is slow.
 */
async function struckBefore(
  tx: Transaction,
  schedule: Schedule,
  recipients: readonly Recipient[],
  now: Temporal.Instant,
): Promise<(slot: Slot, recipient: Recipient) => boolean> {
  const zones = [...new Map(recipients.map((recipient) => [recipient.zone, recipient])).values()];
  const slots = zones.flatMap(({ zone, days }) => {
    // Ignoring working days, which differ by person.
    const everyDay = { ...schedule, recurrence: { ...schedule.recurrence, workingDaysOnly: false } };
    return dueSlots(everyDay, { zone, days }, now);
  });
  const causes = new Set(slots.map(({ name }) => causeOf(schedule, name)));
  const known = await tx.delivery.findMany({
    where: { workspaceId: schedule.workspaceId, cause: { in: [...causes] } },
    select: { cause: true, recipient: true },
  });
  const keys = new Set(known.map(({ cause, recipient }) => `${cause} ${recipient}`));
  return ({ name }, { id }) => keys.has(`${causeOf(schedule, name)} ${id}`);
}
