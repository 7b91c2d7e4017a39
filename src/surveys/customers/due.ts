/** Which customers are due to be asked automatically: those whose last won deal has reached one of its turns. */
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../db/client.ts';
import { Prisma } from '../../db/generated/client.ts';
import { customerOwner } from '../../records/customer-owner.ts';
import { turnsOn } from './steps.ts';

export interface DueCustomer {
  id: string;
  name: string;
  ownerId: string | null;
  dealId: string;
  /** In days after the deal: 0, 30, 120 … */
  turn: number;
  wonOn: string;
}

/**
 * Those whose turn has come and was not taken yet, by name; not those with an open link, nor those who have gone
 * (churned).
 *
 * @param since what came up before is left out; null: nothing is
 */
export function dueCustomers(
  tx: Transaction,
  workspaceId: string,
  { today, since, now }: { today: Temporal.PlainDate; since: Temporal.PlainDate | null; now: Temporal.Instant },
): Promise<DueCustomer[]> {
  const turns = JSON.stringify(turnsOn(today, since));
  const day = Prisma.sql`${today.toString()}::date`;
  return tx.$queryRaw<DueCustomer[]>`
    SELECT c.id, c.name, ${customerOwner(Prisma.sql`${day} + 1`)} AS "ownerId", d.id AS "dealId", t.turn, d.closed_on::text AS "wonOn"
    FROM jsonb_to_recordset(${turns}::jsonb) AS t ("wonOn" date, turn int)
    JOIN deals d ON d.workspace_id = ${workspaceId}::uuid AND d.status = 'won' AND d.closed_on = t."wonOn"
    JOIN customers c ON c.workspace_id = d.workspace_id AND c.id = d.customer_id
    WHERE (c.churned_on IS NULL OR c.churned_on > ${day})
      AND NOT EXISTS (SELECT FROM deals later
        WHERE later.workspace_id = d.workspace_id AND later.customer_id = d.customer_id AND later.status = 'won'
          AND later.closed_on <= ${day} AND (later.closed_on, later.id) > (d.closed_on, d.id))
      AND NOT EXISTS (SELECT FROM customer_links l
        WHERE l.workspace_id = d.workspace_id AND l.customer_id = d.customer_id
          AND ((l.deal_id = d.id AND l.turn = t.turn)
            OR (l.used_at IS NULL AND l.declined_at IS NULL AND l.expires_at > ${now.toString()}::timestamptz)))
    ORDER BY c.name, c.id`;
}
