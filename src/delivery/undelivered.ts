/** Tells a message's owner that it could not be sent: once for all that failed for the same reason. */
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../db/client.ts';
import type { Claim } from './claim.ts';
import { wake } from './jobs.ts';
import { notify } from './notify.ts';
import type { Reason } from './retry.ts';

export const UNDELIVERED = 'undelivered';

/** What failed together: of one strike of a schedule, or a single message. */
export interface Failed {
  reason: string;
  scheduleId: string | null;
  slot: string | null;
  /** Of a single message. */
  deliveryId: string | null;
}

/** Plans telling the owner; not of failed notices, and not without an owner. */
export async function tellOwner(tx: Transaction, failed: Claim, reason: Reason, now: Temporal.Instant): Promise<void> {
  const { scheduleId, slot, id, round } = failed;
  if (failed.content.kind === UNDELIVERED) return;
  const isOfSlot = scheduleId !== null && slot !== null;
  const cause = [UNDELIVERED, reason, ...(isOfSlot ? [scheduleId, slot] : [id]), round].join(' ');
  const about: Failed = { reason, scheduleId, slot, deliveryId: isOfSlot ? null : id };
  await notify(tx, failed, { cause, content: { kind: UNDELIVERED, ...about } }, now);
}

/** Whom something did not reach: Slack's channels and users. */
export async function notReached(db: Database, workspaceId: string, failed: Failed): Promise<string[]> {
  const rows = await db.delivery.findMany({
    where: whichFailed(workspaceId, failed),
    select: { recipient: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ recipient }) => recipient);
}

/** Whether a member owns all of what failed. */
export async function isOwnedBy(db: Database, workspaceId: string, failed: Failed, memberId: string): Promise<boolean> {
  const others = { ...whichFailed(workspaceId, failed), OR: [{ ownerId: null }, { ownerId: { not: memberId } }] };
  return (await db.delivery.count({ where: others })) === 0;
}

/** Tries again what failed. Returns how many. */
export async function tryAgain(db: Database, workspaceId: string, failed: Failed): Promise<number> {
  return db.$transaction(async (tx) => {
    const [{ now } = { now: new Date() }] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
    const { count } = await tx.delivery.updateMany({
      where: whichFailed(workspaceId, failed),
      // Asked for now, so it does not go stale.
      data: { state: 'planned', failures: 0, nextAt: now, staleAt: null, round: { increment: 1 } },
    });
    if (count > 0) await wake(tx, workspaceId);
    return count;
  });
}

const whichFailed = (workspaceId: string, { reason, scheduleId, slot, deliveryId }: Failed) => ({
  workspaceId,
  state: 'failed',
  reason,
  ...(deliveryId ? { id: deliveryId } : { scheduleId, slot }),
});
