/** Messages that were not sent before they went stale: each is recorded, and one notice tells the owner of all. */
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { Claim } from './claim.ts';
import { settleNever } from './claim.ts';
import { notify } from './notify.ts';
import { type NewDelivery, urgency } from './outbox.ts';

export const MISSED = 'missed';
const STALE = 'stale';

/** Written in one statement. */
const AT_ONCE = 1_000;

/**
 * Records slots that no process was running to plan, so that they can be looked up. They are not sent. Known ones stay
 * as they are.
 */
export async function noteMissed(
  tx: Transaction,
  workspaceId: string,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  const rows = deliveries.map(({ slot, dueAt, staleAt, content, urgency: how, ...rest }) => ({
    ...{ workspaceId, cause: rest.cause, recipient: rest.recipient, memberId: rest.memberId, ownerId: rest.ownerId },
    ...{ scheduleId: slot?.scheduleId ?? null, slot: slot?.name ?? null, priority: urgency[how] },
    // Plain JSON already; the round trip only gives it the type that Prisma wants.
    content: JSON.parse(JSON.stringify(content)),
    dueAt: dateOf(dueAt),
    staleAt: staleAt ? dateOf(staleAt) : null,
    ...{ state: 'skipped', reason: STALE },
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx.delivery.createMany({ data: rows.slice(from, from + AT_ONCE), skipDuplicates: true });
}

/** A message in the outbox has gone stale: settles it, with all others that have. */
export async function settleStale(tx: Transaction, own: Claim, now: Temporal.Instant): Promise<void> {
  if (!(await settleNever(tx, own, 'skipped', STALE))) return;
  const { workspaceId, scheduleId, slot, ownerId, beyond } = own;
  // Nobody misses a reminder.
  if (!scheduleId || !slot || beyond === 'lapses') return;
  await tx.$executeRaw`
    UPDATE deliveries SET state = 'skipped', reason = ${STALE}, next_at = NULL
    WHERE workspace_id = ${workspaceId}::uuid AND id IN (
      SELECT id FROM deliveries
      WHERE workspace_id = ${workspaceId}::uuid AND schedule_id = ${scheduleId}::uuid AND slot = ${slot}
        AND state = 'planned' AND NOT is_unsure AND stale_at < ${now.toString()}::timestamptz
      FOR UPDATE SKIP LOCKED)`;
  await tellMissed(tx, { workspaceId, scheduleId, ownerId }, [slot], now);
}

interface Behind {
  workspaceId: string;
  scheduleId: string;
  ownerId: string | null;
}

/** Tells the owner what a schedule did not send. `slots`: their names, in order. */
export async function tellMissed(
  tx: Transaction,
  { workspaceId, scheduleId, ownerId }: Behind,
  slots: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  const last = slots.at(-1);
  if (!last) return;
  const news = { cause: [MISSED, scheduleId, last].join(' '), content: { kind: MISSED, scheduleId, slots } };
  await notify(tx, { workspaceId, ownerId }, news, now);
}

/** How many channels and people did not get something of these slots. */
export async function countMissed(
  db: Database,
  workspaceId: string,
  scheduleId: string,
  slots: readonly string[],
): Promise<number> {
  const where = { workspaceId, scheduleId, slot: { in: [...slots] }, state: 'skipped', reason: STALE };
  return (await db.delivery.groupBy({ by: ['recipient'], where })).length;
}
