import type { Database } from '../../src/db/client.ts';

/** Every row of every table that belongs to a workspace, as text in a fixed order. */
export async function dumpOf(db: Database): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT c.table_name::text AS name FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_name = c.table_name AND t.table_schema = c.table_schema AND t.table_type = 'BASE TABLE'
    WHERE c.table_schema = 'public' AND c.column_name = 'workspace_id' ORDER BY 1`;
  const parts = [];
  for (const { name } of [{ name: 'workspaces' }, ...tables]) {
    const rows = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_json(r)::text AS row FROM ${name} r ORDER BY 1`,
    );
    parts.push(`${name}\n${rows.map(({ row }) => row).join('\n')}`);
  }
  return parts.join('\n');
}
