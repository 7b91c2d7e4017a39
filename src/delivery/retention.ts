/** Deletes what is long over: what a message was about, and what became of it. */
import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import type { Database } from '../db/client.ts';

/** README says the same. */
const KEPT_DAYS = 90;
/** Rows deleted in one statement; the rest follow a minute later. */
const AT_ONCE = 2_000;

/**
 * Once a day deletes from every outbox what was due 90 days ago or earlier: sent, given up, or never sent. One of
 * several processes does it. Nothing is sent twice by that: planned days are never planned again, and an occurrence
 * stays as long as its schedule may look back at it.
 *
 * @param kept kinds of content that are looked up for longer
 */
export async function purge(db: Database, now: Temporal.Instant, kept: readonly string[]): Promise<void> {
  const today = localDay(now, 'UTC').toString();
  const before = now.subtract({ hours: 24 * KEPT_DAYS }).toString();
  const workspaces = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM workspaces WHERE purged_on IS NULL OR purged_on < ${today}::date ORDER BY id`;
  for (const { id } of workspaces) await purgeOne(db, id, { today, before, kept: [...kept] });
}

interface Purge {
  today: string;
  before: string;
  kept: string[];
}

async function purgeOne(db: Database, workspaceId: string, { today, before, kept }: Purge): Promise<void> {
  await db.$transaction(async (tx) => {
    const mine = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM workspaces WHERE id = ${workspaceId}::uuid AND (purged_on IS NULL OR purged_on < ${today}::date)
      FOR NO KEY UPDATE SKIP LOCKED`;
    if (mine.length === 0) return;
    const deliveries = await tx.$executeRaw`
      DELETE FROM deliveries WHERE workspace_id = ${workspaceId}::uuid AND id IN (
        SELECT id FROM deliveries WHERE workspace_id = ${workspaceId}::uuid AND due_at < ${before}::timestamptz
          AND state IN ('sent', 'failed', 'skipped', 'kept', 'told') AND content->>'kind' <> ALL(${kept}::text[])
        ORDER BY due_at LIMIT ${AT_ONCE})`;
    const occurrences = await tx.$executeRaw`
      DELETE FROM occurrences o USING (
        SELECT old.schedule_id, old.slot FROM occurrences old
        JOIN schedules s ON s.workspace_id = old.workspace_id AND s.id = old.schedule_id
        WHERE old.workspace_id = ${workspaceId}::uuid AND old.planned_at < ${before}::timestamptz
          AND (s.removed_at IS NOT NULL OR s.planned_through > old.planned_at + interval '7 days')
          AND NOT EXISTS (SELECT FROM deliveries d WHERE d.workspace_id = old.workspace_id
            AND d.schedule_id = old.schedule_id AND d.slot = old.slot)
        LIMIT ${AT_ONCE}) gone
      WHERE o.workspace_id = ${workspaceId}::uuid AND o.schedule_id = gone.schedule_id AND o.slot = gone.slot`;
    if (deliveries === AT_ONCE || occurrences === AT_ONCE) return;
    await tx.$executeRaw`UPDATE workspaces SET purged_on = ${today}::date WHERE id = ${workspaceId}::uuid`;
  });
}
