import type { Database } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import type { Whose } from './question.ts';

const { sql } = Prisma;

/** Whether there is no activity, no lead and no deal at all for them: then a number would be a 0 that means nothing. */
export async function isNothingRecorded(db: Database, workspaceId: string, whose: Whose): Promise<boolean> {
  const owned = (column: Prisma.Sql) => {
    if (whose.scope === 'workspace') return sql`true`;
    if (whose.scope === 'member') return sql`${column} = ${whose.memberId}::uuid`;
    return sql`${column} IN (SELECT member_id FROM memberships WHERE workspace_id = ${workspaceId}::uuid AND team_id = ANY(${whose.teamIds}::uuid[]))`;
  };
  const [row] = await db.$queryRaw<{ any: boolean }[]>(sql`SELECT
    EXISTS (SELECT 1 FROM activities WHERE workspace_id = ${workspaceId}::uuid AND ${owned(sql`member_id`)})
    OR EXISTS (SELECT 1 FROM leads WHERE workspace_id = ${workspaceId}::uuid AND (${owned(sql`owner_id`)} OR ${owned(sql`created_owner_id`)}))
    OR EXISTS (SELECT 1 FROM deals WHERE workspace_id = ${workspaceId}::uuid AND (${owned(sql`owner_id`)} OR ${owned(sql`closed_owner_id`)})) AS any`);
  return !row?.any;
}
