import type { Transaction } from '../../db/client.ts';
import { Prisma } from '../../db/generated/client.ts';

/** What a file calls leads and deals by: their id in this source, else their name if only one has it. */
export async function idsByReference(
  tx: Transaction,
  { table, workspaceId, source }: { table: 'leads' | 'deals'; workspaceId: string; source: string },
  references: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(references.filter((reference) => reference !== null))];
  if (wanted.length === 0) return new Map();
  const found = await tx.$queryRaw<{ reference: string; id: string }[]>`
    SELECT 1 AS preference, external_id AS reference, id FROM ${Prisma.raw(table)}
    WHERE workspace_id = ${workspaceId}::uuid AND source = ${source} AND external_id = ANY(${wanted}::text[])
    UNION ALL
    SELECT 2, name, min(id::text)::uuid FROM ${Prisma.raw(table)}
    WHERE workspace_id = ${workspaceId}::uuid AND name = ANY(${wanted}::text[])
    GROUP BY name HAVING count(*) = 1
    ORDER BY preference`;
  const ids = new Map<string, string>();
  for (const { reference, id } of found) if (!ids.has(reference)) ids.set(reference, id);
  return ids;
}
