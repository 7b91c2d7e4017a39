/**
 * Plans schedules that are due, each in a transaction of its own. Any number of processes may do so at once: each locks
 * a schedule that nobody else has, and a recipient's messages of a slot are unique by their cause.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';
import type { Schedule as Row } from '../db/generated/client.ts';
import { loadDirectory } from '../people/directory.ts';
import type { Reach } from './customers.ts';
import { LOOK_AGAIN_MINUTES, TROUBLE_MINUTES } from './due-slots.ts';
import { onceForEachZone } from './once-for-each-zone.ts';
import { type Recipient, recipientsOf } from './recipients.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import { slotsBetween } from './slots.ts';
import { AT_A_TIME, strike } from './strike.ts';

/**
 * Plans whatever is due. `reach`: how customers can be reached. Returns how many schedules had their turn. One that
 * cannot be planned is reported to `onTrouble` and skipped for a while, so that it does not hold up the others.
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
      const later = dateOf(now.add({ minutes: TROUBLE_MINUTES }));
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

/**
 * Plans what is due of one schedule, if anything is. One that cannot be planned must still be changeable: the minute tick
 * reports it. Customers are left to the tick, as their turns are kept and it knows how to reach them.
 */
export async function planBeforeChange(
  db: Database,
  { id, what }: Pick<Schedule, 'id' | 'what'>,
  now: Temporal.Instant,
): Promise<void> {
  if (what.kind !== 'customers') await planOne(db, now, {}, 'none', id).catch(() => undefined);
}

/** Whether nothing is left to plan. */
function planOne(
  db: Database,
  now: Temporal.Instant,
  turn: Turn,
  reach: Reach,
  only: string | null = null,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [id] = await tx.$queryRaw<Pick<Row, 'workspaceId' | 'id'>[]>`
      SELECT workspace_id AS "workspaceId", id FROM schedules
      WHERE next_at <= ${now.toString()}::timestamptz AND removed_at IS NULL AND (${only}::uuid IS NULL OR id = ${only}::uuid)
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
      data: { plannedThrough: dateOf(now), nextAt: await whenNext(schedule, recipients, now) },
    });
    return false;
  }, PATIENT);
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
  // `nextAt` need not look further: what comes later is found then.
  const soonFor = onceForEachZone(schedule, ({ zone, days }) => slotsBetween(recurrence, zone, days, now, atLatest)[0]);
  let first = atLatest.epochMilliseconds;
  for (const [index, recipient] of recipients.entries()) {
    if (index % AT_A_TIME === 0) await othersTurn();
    first = Math.min(first, soonFor(recipient)?.at.epochMilliseconds ?? first);
  }
  return new Date(first);
}
