/** A workspace is never without an admin: when the last one has left, somebody else becomes admin. */
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../db/client.ts';

/** Workspaces that had admins, but none who is still here. */
export async function orphanedWorkspaces(db: Transaction, now: Temporal.Instant): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT workspace_id AS id FROM members WHERE role = 'admin'
    GROUP BY workspace_id HAVING bool_and(coalesce(deactivated_at <= ${now.toString()}::timestamptz, false)) ORDER BY 1`;
  return rows.map(({ id }) => id);
}

export interface Successor {
  id: string;
  slackUserId: string;
  /** The admin who left last. */
  leftId: string;
}

/**
 * Makes an admin of the manager who has been here longest, else of the first member who uses the bot, else of the first
 * member. If several processes try, one does it. null: there is an admin, or nobody who could be one.
 */
export async function succeed(tx: Transaction, workspaceId: string, now: Temporal.Instant): Promise<Successor | null> {
  // As in welcomeMember, for the same reason: two processes must not choose two.
  await tx.$queryRaw`SELECT 1 FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
  if (!(await orphanedWorkspaces(tx, now)).includes(workspaceId)) return null;
  const [successor] = await tx.$queryRaw<Successor[]>`
    UPDATE members SET role = 'admin' WHERE workspace_id = ${workspaceId}::uuid AND id = (
      SELECT m.id FROM members m
      WHERE m.workspace_id = ${workspaceId}::uuid AND m.slack_user_id IS NOT NULL AND m.role <> 'admin'
        AND (m.deactivated_at IS NULL OR m.deactivated_at > ${now.toString()}::timestamptz)
      ORDER BY m.role = 'manager' DESC,
        CASE WHEN m.role = 'manager' THEN (
          -- Without a first day they have been there from the beginning.
          SELECT min(coalesce(b.starts_on, '-infinity'::date)) FROM memberships b
          WHERE b.workspace_id = m.workspace_id AND b.member_id = m.id) END NULLS LAST,
        m.known = 'listed', m.id
      LIMIT 1)
    RETURNING id, slack_user_id AS "slackUserId", (
      SELECT a.id FROM members a WHERE a.workspace_id = members.workspace_id AND a.role = 'admin' AND a.id <> members.id
      ORDER BY a.deactivated_at DESC, a.id LIMIT 1) AS "leftId"`;
  return successor ?? null;
}
