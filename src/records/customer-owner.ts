import type { Transaction } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

/**
 * Who owned customer `c` when a day began: the owner given at that time, else the owner of the last deal won before.
 */
export const customerOwner = (day: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT given.owner_id FROM (
    SELECT former.owner_id, former.ends_on FROM customer_owners former
    WHERE former.workspace_id = c.workspace_id AND former.customer_id = c.id AND former.ends_on >= ${day}
    UNION ALL SELECT c.owner_id, 'infinity'
  ) given ORDER BY given.ends_on LIMIT 1), (
  SELECT d.closed_owner_id FROM deals d
  WHERE d.workspace_id = c.workspace_id AND d.customer_id = c.id AND d.status = 'won' AND d.closed_on < ${day}
  ORDER BY d.closed_on DESC, d.closed_at DESC NULLS LAST, d.id DESC LIMIT 1))`;

/** A customer's owner on a day (ISO); null: nobody. */
export async function ownerOf(
  db: Transaction,
  workspaceId: string,
  customerId: string,
  day: string,
): Promise<string | null> {
  const [found] = await db.$queryRaw<{ ownerId: string | null }[]>`
    SELECT ${customerOwner(Prisma.sql`${day}::date + 1`)} AS "ownerId" FROM customers c
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = ${customerId}::uuid`;
  return found?.ownerId ?? null;
}
