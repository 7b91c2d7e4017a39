import { v7 as uuid } from 'uuid';
import type { Transaction } from '../../db/client.ts';
import { Prisma } from '../../db/generated/client.ts';

/** A column of a batch. */
export interface TableColumn {
  name: string;
  type: string;
  /** What an existing row gets, in SQL, if not the new value; `existing` and `excluded` name the two rows. */
  onUpdate?: string;
  /** An existing row keeps its value. */
  keep?: boolean;
}

export interface Upserted {
  id: string;
  externalId: string;
  inserted: boolean;
}

/**
 * Writes a batch of records in one statement: new ones are inserted, changed ones updated, the rest left alone.
 * Returns the new and the changed ones. Names of tables and columns are ours, values are bound.
 *
 * @param rows one object each, keyed by column name; `external_id` is the key within the source
 */
export async function upsertRecords(
  tx: Transaction,
  {
    table,
    columns,
    workspaceId,
    source,
  }: { table: string; columns: readonly TableColumn[]; workspaceId: string; source: string },
  rows: readonly (Record<string, unknown> & { external_id: string })[],
): Promise<Upserted[]> {
  if (rows.length === 0) return [];
  const names = columns.map(({ name }) => name).join(', ');
  const types = columns.map(({ name, type }) => `${name} ${type}`).join(', ');
  const updated = columns.filter(({ keep }) => !keep);
  const newValue = ({ name, onUpdate }: TableColumn) => onUpdate ?? `excluded.${name}`;
  const action = updated.length
    ? `UPDATE SET ${updated.map((column) => `${column.name} = ${newValue(column)}`).join(', ')}
       WHERE (${updated.map(({ name }) => `existing.${name}`).join(', ')})
         IS DISTINCT FROM (${updated.map(newValue).join(', ')})`
    : 'NOTHING';
  const withIds = JSON.stringify(rows.map((row) => ({ ...row, id: uuid() })));
  return tx.$queryRaw<Upserted[]>`
    INSERT INTO ${Prisma.raw(table)} AS existing (workspace_id, source, id, external_id, ${Prisma.raw(names)})
    SELECT ${workspaceId}::uuid, ${source}, id, external_id, ${Prisma.raw(names)}
    FROM json_to_recordset(${withIds}::json) AS batch(id uuid, external_id text, ${Prisma.raw(types)})
    ON CONFLICT (workspace_id, source, external_id) DO ${Prisma.raw(action)}
    RETURNING id, external_id AS "externalId", (xmax = 0) AS inserted`;
}

/** How many of a batch were new, changed and neither. */
export function countsOf(written: readonly Upserted[], rows: number) {
  const inserted = written.filter((row) => row.inserted).length;
  return { inserted, updated: written.length - inserted, unchanged: rows - written.length };
}

/** The ids of all records of a batch, by external id. */
export async function idsOf(
  tx: Transaction,
  { table, workspaceId, source }: { table: string; workspaceId: string; source: string },
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await tx.$queryRaw<{ id: string; externalId: string }[]>`
    SELECT id, external_id AS "externalId" FROM ${Prisma.raw(table)}
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${source} AND external_id = ANY(${[...externalIds]}::text[])`;
  return new Map(found.map(({ id, externalId }) => [externalId, id]));
}
