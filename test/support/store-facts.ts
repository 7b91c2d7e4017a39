/** Puts facts into a workspace of their own. */
import { v7 as uuid } from 'uuid';
import type { Database } from '../../src/db/client.ts';
import type { Workspace } from '../../src/people/workspace.ts';
import { type Kind, rowsOf } from './fact-rows.ts';
import type { Facts } from './facts.ts';

export interface Stored {
  workspace: Workspace;
  /** The id of what goes by a name; the same in every workspace. */
  id(kind: Kind, name: string): string;
  /** The name of an id; what is no id (a type, a day) stays as it is. */
  nameOf(key: string): string;
}

/** `arrange` decides in which order the rows of a table are written. */
export async function storeFacts(
  db: Database,
  facts: Facts,
  arrange: <T>(rows: T[]) => T[] = (rows) => rows,
): Promise<Stored> {
  const workspace = await db.workspace.create({ data: { name: 'Northwind', ...facts.workspace } });
  const { id, nameOf, tables } = rowsOf(facts, workspace);
  const filled = Object.entries(tables)
    .filter(([, rows]) => rows.length > 0)
    .map(([table, rows]) => ({ table, rows: arrange<object>(rows).map((row) => columnsOf(table, row)) }));
  if (filled.length > 0) await insert(db, filled);
  return { workspace, id, nameOf };
}

/** A row by its columns; whatever has an id gets one. */
function columnsOf(table: string, row: object): Record<string, unknown> {
  const named = Object.entries(row).map(([field, value]) => [
    field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  return { ...(table === 'currency_rates' ? {} : { id: uuid() }), ...Object.fromEntries(named) };
}

/** All tables in one statement: rules tell hundreds of stories, and a statement for each table took most of their time. */
async function insert(db: Database, filled: { table: string; rows: Record<string, unknown>[] }[]): Promise<void> {
  const insertions = filled.map(({ table, rows }) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join();
    return `into_${table} AS (INSERT INTO ${table} (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb->'${table}'))`;
  });
  const rows = Object.fromEntries(filled.map((each) => [each.table, each.rows]));
  await db.$queryRawUnsafe(`WITH ${insertions.join()} SELECT 1`, JSON.stringify(rows));
}
