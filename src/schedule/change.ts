import { isDeepStrictEqual } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { planBeforeChange } from './plan.ts';
import { findSchedule, type Schedule } from './schedule.ts';

export type Changed = Pick<Schedule, 'what' | 'audience' | 'recurrence' | 'zone'> & {
  /** Without a new one it keeps its own. */
  ownerId?: Schedule['ownerId'];
  mustRest?: boolean;
};

/**
 * Changes a schedule from the next strike on; what is due by now still goes out as it was. A paused one stays paused, and one
 * that must rest is paused. Returns false and changes nothing if it is no longer as `running` has it: of two who save at
 * once, the second would undo the first unseen.
 */
export async function changeSchedule(
  db: Database,
  running: Schedule,
  { what, mustRest = false, ...rest }: Changed,
  now: Temporal.Instant,
): Promise<boolean> {
  const { workspaceId, id } = running;
  await planBeforeChange(db, running, now);
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM schedules WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
    const current = await findSchedule(tx, workspaceId, id);
    if (!current || !isDeepStrictEqual(settingsOf(current), settingsOf(running))) return false;
    const at = dateOf(now);
    const resting = mustRest ? { isPaused: true, pausedUntil: null } : {};
    await tx.schedule.update({
      where: { workspaceId_id: { workspaceId, id } },
      data: { ...rest, what: what as Prisma.InputJsonObject, ...resting, liveSince: at, nextAt: at },
    });
    return true;
  });
}

/** What people decide; planning changes the rest. */
const settingsOf = ({ what, audience, recurrence, zone, ownerId, isPaused, pausedUntil }: Schedule) => ({
  ...{ what, audience, recurrence, zone, ownerId, isPaused, pausedUntil },
});
