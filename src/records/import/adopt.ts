import { Prisma } from '../../db/generated/client.ts';
import { MENTIONED } from './books.ts';
import type { ImportContext } from './kind.ts';
import { nameIndex } from './name-index.ts';
import { noteNearMiss } from './report.ts';

/**
 * A customer or product may be mentioned by deals before a file of its own tells of it: then it takes the place of the
 * one made for the mention, and keeps that one's deals. A near miss counts only if it is the only one, and is reported.
 */
export async function openAdoption(context: ImportContext, thing: 'customer' | 'product') {
  const { tx, workspace, source, report } = context;
  const table = Prisma.raw(`${thing}s`);
  const standIns = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM ${table}
    WHERE workspace_id = ${workspace.id}::uuid AND starts_with(external_id, ${MENTIONED}) ORDER BY id`;
  const index = nameIndex(standIns, { slips: false });
  const adopted = new Set<string>();

  return async (rows: readonly { name: string; external_id: string }[]): Promise<void> => {
    const adoptions = rows.flatMap(({ name, external_id }) => {
      const found = index.find(name);
      if (!('id' in found) || adopted.has(found.id)) return [];
      adopted.add(found.id);
      if (found.how === 'near') noteNearMiss(report, { thing, written: found.name, matched: name });
      return [{ id: found.id, external_id }];
    });
    if (adoptions.length === 0) return;
    await tx.$executeRaw`
      UPDATE ${table} standing SET source = ${source}, external_id = batch.external_id
      FROM json_to_recordset(${JSON.stringify(adoptions)}::json) AS batch(id uuid, external_id text)
      WHERE standing.workspace_id = ${workspace.id}::uuid AND standing.id = batch.id AND NOT EXISTS (
        SELECT FROM ${table} other WHERE other.workspace_id = standing.workspace_id
          AND other.source = ${source} AND other.external_id = batch.external_id)`;
  };
}
