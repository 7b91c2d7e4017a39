/** The Home tabs that exist, and their content. */
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/client.ts';
import type { Who } from '../guests.ts';

export interface Tab {
  workspaceId: string;
  memberId: string;
}

/** Milliseconds: longer than Slack and the database take to answer or time out. */
const TURN_MS = 60_000;

/**
 * Works on a tab under a lock, so that processes publish one after another and nothing older comes last. Holds a
 * connection meanwhile.
 */
export function alone<Result>(
  db: Database,
  { slackTeamId, slackUserId }: Who,
  work: () => Promise<Result>,
): Promise<Result> {
  const turn = `home ${slackTeamId} ${slackUserId}`;
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${turn}, 0))`;
      return work();
    },
    { maxWait: TURN_MS, timeout: TURN_MS },
  );
}

/** Picture addresses are valid for a day: before that a tab is published again in any case. */
const LIFE_HOURS = 20;

/** Records a tab's content. False: it is unchanged. */
export async function noteTab(db: Database, tab: Tab, hash: string, now: Temporal.Instant): Promise<boolean> {
  const stale = now.subtract({ hours: LIFE_HOURS }).toString();
  const count = await db.$executeRaw`
    INSERT INTO home_tabs (workspace_id, member_id, hash, published_at)
    VALUES (${tab.workspaceId}::uuid, ${tab.memberId}::uuid, ${hash}, ${now.toString()}::timestamptz)
    ON CONFLICT (workspace_id, member_id) DO UPDATE SET hash = excluded.hash, published_at = excluded.published_at
    WHERE home_tabs.hash <> excluded.hash OR home_tabs.published_at < ${stale}::timestamptz`;
  return count > 0;
}

/** Clears a tab's recorded content: it could not be published, or Slack has none. The tab itself stays known. */
export async function forgetTab(db: Database, { workspaceId, memberId }: Tab): Promise<void> {
  await db.homeTab.updateMany({ where: { workspaceId, memberId }, data: { hash: '' } });
}

/** Whether somebody has opened their Home before: for others it is not kept up to date. */
export async function hasTab(db: Database, { slackTeamId, slackUserId }: Who): Promise<boolean> {
  const where = { member: { slackUserId, workspace: { slackTeamId } } };
  return (await db.homeTab.findFirst({ where, select: { memberId: true } })) !== null;
}
