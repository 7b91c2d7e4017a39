/**
 * Turns schedules into occurrences and deliveries. Any number of processes may do so at once: each takes a schedule that
 * nobody else has, and the occurrence's key makes sure that a slot strikes once.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../db/client.ts';
import type { Schedule as Row } from '../db/generated/client.ts';
import { noteMissed, tellMissed } from '../delivery/missed.ts';
import { enqueue, type NewDelivery } from '../delivery/outbox.ts';
import { loadDirectory } from '../people/directory.ts';
import { contentsOf, dayOfSlot, staleAt } from './content.ts';
import { askedOfCustomers, handedOut, type Reach } from './customers.ts';
import { askingIn, notHeld } from './pulse.ts';
import type { Whom } from './pulse-round.ts';
import { type Recipient, recipientsOf } from './recipients.ts';
import { asksWhoWorks } from './recurrence.ts';
import { restsOn, type Schedule, scheduleOf } from './schedule.ts';
import { type Slot, slotsBetween } from './slots.ts';
import { besideAsking } from './standup.ts';

/** People move between zones: their nine o'clock may lie before what has been planned. No two zones are further apart. */
const ZONES_APART_HOURS = 26;
/** … and for the same reason, and as people join and calendars change, one looks again at least this often. */
const LOOK_AGAIN_MINUTES = 60;

/** So many recipients are looked at before commands and presses get their turn. */
const AT_A_TIME = 100;
const ENQUEUED_AT_ONCE = 1_000;

/** For so long whoever missed something can be looked up. */
const RECORDED_HOURS = 24 * 7;

/** A schedule that cannot be planned is left alone for so long, that it does not stand in the way of the others. */
const TROUBLE_MINUTES = 5;

/**
 * Plans whatever is due at a moment. `reach`: how customers can be reached from here. Returns how many schedules had their turn; what could not be planned is told to `onTrouble`.
 */
export async function planDue(
  db: Database,
  now: Temporal.Instant,
  onTrouble: (cause: unknown, scheduleId: string) => void = rethrow,
  reach: Reach = 'none',
): Promise<number> {
  for (let planned = 0; ; planned++) {
    const turn: Turn = {};
    const isDone = await planOne(db, now, turn, reach).catch(async (cause: unknown) => {
      if (!turn.id) throw cause;
      const later = date(now.add({ minutes: TROUBLE_MINUTES }));
      await db.schedule.updateMany({ where: turn.id, data: { nextAt: later } });
      onTrouble(cause, turn.id.id);
      return false;
    });
    if (isDone) return planned;
  }
}

/** Whose turn it is, as soon as that is known. */
interface Turn {
  id?: Pick<Row, 'workspaceId' | 'id'>;
}

function rethrow(cause: unknown): never {
  throw cause;
}

/** A survey of ten thousand begins in one transaction: on a machine that others keep busy that can take minutes. */
const PATIENT = { maxWait: 20_000, timeout: 300_000 };

/** Whether nothing is left to plan. */
function planOne(db: Database, now: Temporal.Instant, turn: Turn, reach: Reach): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [id] = await tx.$queryRaw<Pick<Row, 'workspaceId' | 'id'>[]>`
      SELECT workspace_id AS "workspaceId", id FROM schedules
      WHERE next_at <= ${now.toString()}::timestamptz AND removed_at IS NULL
      ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED`;
    if (!id) return true;
    turn.id = id;
    const row = await tx.schedule.findUniqueOrThrow({ where: { workspaceId_id: id }, include: { workspace: true } });
    const { workspace, ...own } = row;
    const schedule = scheduleOf(own);
    const directory = await loadDirectory(tx, workspace.id);
    const recipients = recipientsOf(schedule, workspace, directory, now);
    await strike(tx, schedule, { recipients, directory, workspace, now }, reach);
    await tx.schedule.update({
      where: { workspaceId_id: id },
      data: { plannedThrough: date(now), nextAt: await whenNext(schedule, recipients, now) },
    });
    return false;
  }, PATIENT);
}

/** What has come due of a schedule since it was planned last. */
async function strike(tx: Transaction, schedule: Schedule, whom: Whom, reach: Reach) {
  const { recipients, now } = whom;
  const struck = new Map<string, 'planned' | 'skipped'>();
  const deliveries: NewDelivery[] = [];
  /** What came due while nobody was there to plan it, and is of no use any more: for some of them, or for all. */
  const missed: NewDelivery[] = [];
  const missedSlots = new Set<string>();
  const struckFor = onceForEachZone(schedule, (recipient) => dueSlots(schedule, recipient, now));
  const isStruck = await struckBefore(tx, schedule, recipients, now);
  for (const [index, recipient] of recipients.entries()) {
    if (index % AT_A_TIME === 0) await othersTurn();
    const due = struckFor(recipient).filter((slot) => !isAwayAt(schedule, recipient, slot));
    // Of several that wait, the last says all that is still of use.
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
    plannedAt: date(now),
  }));
  const before = await plannedBefore(tx, schedule, [...struck.keys()]);
  await tx.occurrence.createMany({ data: occurrences, skipDuplicates: true });
  const handed = await handedOut(tx, schedule, deliveries, whom, reach);
  const asking = await askingIn(tx, schedule, handed, whom, before);
  const going = 'why' in asking ? notHeld(schedule, asking, whom) : asking;
  const all = [...going, ...besideAsking(schedule, deliveries, recipients)];
  for (let from = 0; from < all.length; from += ENQUEUED_AT_ONCE) {
    await enqueue(tx, workspaceId, all.slice(from, from + ENQUEUED_AT_ONCE), now);
    await othersTurn();
  }
  await noteMissed(tx, workspaceId, missed);
  // Of several checks that were missed the last is made up for, and says how things stand; customers keep their turn.
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
 * Who has got theirs of a slot, where one looks again at what was planned before: of ten thousand it need not be made once more
 * to find that it is known.
 */
async function struckBefore(
  tx: Transaction,
  schedule: Schedule,
  recipients: readonly Recipient[],
  now: Temporal.Instant,
): Promise<(slot: Slot, recipient: Recipient) => boolean> {
  const zones = [...new Map(recipients.map((recipient) => [recipient.zone, recipient])).values()];
  const slots = zones.flatMap(({ zone, days }) => {
    // On whatever days each of them works.
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

/** Why something of a slot goes. Nobody is asked twice on a day, should the time of a standup be changed meanwhile. */
const causeOf = ({ id, what }: Schedule, slot: string): string =>
  ['schedule', id, what.kind === 'standup' ? slot.slice(0, 10) : slot].join(' ');

/** What is the same for all who live by the same clocks is found once for them; where it matters when each works, once for each calendar. */
function onceForEachZone<Found>(
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

function dueSlots(schedule: Schedule, { zone, days }: Pick<Recipient, 'zone' | 'days'>, now: Temporal.Instant): Slot[] {
  const planned = instant(schedule.plannedThrough);
  const live = instant(schedule.liveSince);
  const lookBack =
    schedule.zone || schedule.audience.to === 'channel' ? planned : planned.subtract({ hours: ZONES_APART_HOURS });
  const since = Temporal.Instant.compare(lookBack, live) < 0 ? live : lookBack;
  return slotsBetween(schedule.recurrence, zone, days, since, now).filter(
    ({ name }) => !restsOn(schedule, name.slice(0, 10)),
  );
}

/** Who is out of office is not asked how the day goes; what is only told, they find when they are back. */
const isAwayAt = ({ what }: Schedule, { awayUntil }: Recipient, { at }: Slot) =>
  what.kind === 'standup' && awayUntil !== null && Temporal.Instant.compare(awayUntil, at) > 0;

const isUseful = ({ what }: Schedule, at: Temporal.Instant, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, staleAt(what, at)) < 0;

/**
 * Whether a slot came due while nobody was there to plan it, rather than being looked at a second time. Before one was to look
 * again nothing was due by the calendar as it was: it has become so since, unless one should have looked long ago.
 */
function wasMissed({ plannedThrough, nextAt }: Schedule, { at }: Slot, now: Temporal.Instant): boolean {
  const planned = instant(plannedThrough);
  if (Temporal.Instant.compare(at, planned) <= 0) return false;
  const wasAwaited = nextAt !== null && Temporal.Instant.compare(at, instant(nextAt)) >= 0;
  return wasAwaited || planned.until(now).total('minutes') > LOOK_AGAIN_MINUTES + TROUBLE_MINUTES;
}

/** Of long ago it is not recorded who missed it; and surveys ask by their rounds and turns. */
const isRecorded = ({ what }: Schedule, { at }: Slot, now: Temporal.Instant) =>
  what.kind !== 'pulse' &&
  what.kind !== 'customers' &&
  Temporal.Instant.compare(at.add({ hours: RECORDED_HOURS }), now) > 0;

/** What one recipient gets of a slot, a message each. `again` tells a repetition from the first. */
export function deliveriesOf(schedule: Schedule, recipient: Recipient, slot: Slot, again?: string): NewDelivery[] {
  const { id, what, ownerId } = schedule;
  const contents = contentsOf(schedule, dayOfSlot(slot.name), recipient.days, recipient.people);
  return contents.map((content, index) => ({
    cause: [causeOf(schedule, slot.name), ...(again ? [again] : []), ...(index > 0 ? [index + 1] : [])].join(' '),
    recipient: recipient.id,
    memberId: recipient.memberId,
    ownerId,
    slot: { scheduleId: id, name: slot.name },
    content,
    urgency: urgencyOf(what),
    // Its window does not wait for the morning.
    ...(what.kind === 'standup' ? { unasked: { topic: 'standup', beyond: 'goes' } as const } : {}),
    dueAt: slot.at,
    ...(again ? {} : { staleAt: staleAt(what, slot.at) }),
  }));
}

function urgencyOf({ kind }: Schedule['what']): NewDelivery['urgency'] {
  if (kind === 'alert') return 'alert';
  if (kind === 'pulse') return 'survey';
  return kind === 'standup' ? 'prompt' : 'report';
}

/** When to look at a schedule again; null: never by itself, as it is paused until somebody resumes it. */
async function whenNext(
  schedule: Schedule,
  recipients: readonly Recipient[],
  now: Temporal.Instant,
): Promise<Date | null> {
  const { recurrence, isPaused, pausedUntil } = schedule;
  if (isPaused && !pausedUntil) return null;
  const atLatest = now.add({ minutes: LOOK_AGAIN_MINUTES });
  // What comes later is found then: a year of days need not be looked through for the one in it.
  const soonFor = onceForEachZone(schedule, ({ zone, days }) => slotsBetween(recurrence, zone, days, now, atLatest)[0]);
  let first = atLatest.epochMilliseconds;
  for (const [index, recipient] of recipients.entries()) {
    if (index % AT_A_TIME === 0) await othersTurn();
    first = Math.min(first, soonFor(recipient)?.at.epochMilliseconds ?? first);
  }
  return new Date(first);
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime());
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
