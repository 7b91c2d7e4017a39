import type { Database } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { customerOwner } from './customer-owner.ts';

export interface SilentCustomer {
  name: string;
  /** ISO: the day of the last contact or purchase, else of their first as a customer. */
  lastOn: string;
}

const SILENT_DAYS = 60;

/**
 * A member's customers, as active as the KPIs count them, whom nobody has contacted for 60 days and who bought nothing.
 * Those silent for the shortest time come first: contacting them still helps most. @param on ISO
 */
export function silentCustomers(
  db: Database,
  workspaceId: string,
  memberId: string,
  on: string,
): Promise<SilentCustomer[]> {
  const day = Prisma.sql`${on}::date`;
  return db.$queryRaw<SilentCustomer[]>`
    WITH heard AS (
      SELECT DISTINCT coalesce(a.customer_id, d.customer_id, l.customer_id) AS customer_id
      FROM activities a
      LEFT JOIN deals d ON d.workspace_id = a.workspace_id AND d.id = a.deal_id
      LEFT JOIN leads l ON l.workspace_id = a.workspace_id AND l.id = a.lead_id
      WHERE a.workspace_id = ${workspaceId}::uuid AND a.type <> 'note'
        AND a.occurred_on > ${day} - ${SILENT_DAYS}::int AND a.occurred_on <= ${day}
    )
    SELECT c.name, last.day::text AS "lastOn"
    FROM customers c
    JOIN customer_spans active ON active.workspace_id = c.workspace_id AND active.customer_id = c.id
      AND active.starts_on <= ${day} AND active.ends_on > ${day}
    CROSS JOIN LATERAL (
      SELECT greatest(active.starts_on,
        (SELECT max(a.occurred_on) FROM activities a WHERE a.workspace_id = c.workspace_id AND a.customer_id = c.id
          AND a.type <> 'note' AND a.occurred_on <= ${day}),
        (SELECT max(a.occurred_on) FROM deals d JOIN activities a ON a.workspace_id = d.workspace_id AND a.deal_id = d.id
          WHERE d.workspace_id = c.workspace_id AND d.customer_id = c.id AND a.customer_id IS NULL
          AND a.type <> 'note' AND a.occurred_on <= ${day}),
        (SELECT max(a.occurred_on) FROM leads l JOIN activities a ON a.workspace_id = l.workspace_id AND a.lead_id = l.id
          LEFT JOIN deals d ON d.workspace_id = a.workspace_id AND d.id = a.deal_id
          WHERE l.workspace_id = c.workspace_id AND l.customer_id = c.id AND coalesce(a.customer_id, d.customer_id) IS NULL
          AND a.type <> 'note' AND a.occurred_on <= ${day}),
        (SELECT max(d.closed_on) FROM deals d WHERE d.workspace_id = c.workspace_id AND d.customer_id = c.id
          AND d.status = 'won' AND d.closed_on <= ${day})) AS day
    ) last
    WHERE c.workspace_id = ${workspaceId}::uuid AND ${customerOwner(Prisma.sql`${day} + 1`)} = ${memberId}::uuid
      AND last.day <= ${day} - ${SILENT_DAYS}::int
      AND NOT EXISTS (SELECT FROM heard WHERE heard.customer_id = c.id)
    ORDER BY last.day DESC, c.name, c.id`;
}
