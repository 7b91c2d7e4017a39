import { Prisma } from '../../db/generated/client.ts';
import { customerOwner } from '../../records/customer-owner.ts';
import { customerRegion } from './customer.ts';
import type { FactRows } from './scope.ts';

const { sql } = Prisma;

/** With less history the result would mostly be chance. */
const LEAST_MONTHS = 6;

const month = sql`unnest(s.months, s.months[2:]) m (starts_on, ends_on)`;
const hasHistory = (workspaceId: string) => sql`(
  SELECT min(d.closed_on) <= s.months[cardinality(s.months) - ${LEAST_MONTHS}::int] FROM deals d
  WHERE d.workspace_id = ${workspaceId}::uuid AND d.status = 'won')`;
const about = sql`${customerOwner(sql`m.ends_on`)} AS owner_id, ${customerRegion} AS region_id, NULL::uuid AS lead_id, c.segment`;

/**
 * The 12 complete months to the span's end: a row for each customer and month, with whether they were active at its
 * start, at its end and within it, and a row for each deal won. The span carries its months along, so that looking back
 * takes one statement more, not 12 spans. Every row says whether the first win is long enough ago.
 */
export const customerMonthRows: FactRows = ({ workspaceId }) => sql`
  SELECT c.id AS record_id, c.id AS customer_id, ${about}, m.ends_on - 1 AS day, m.within, m.at_start, m.at_end,
    false AS is_win, NULL::numeric AS amount, NULL::char(3) AS currency, ${hasHistory(workspaceId)} AS has_history
  FROM (
    SELECT sp.customer_id, m.starts_on, m.ends_on, bool_or(sp.ends_on > m.starts_on) AS within,
      bool_or(sp.starts_on < m.starts_on) AS at_start, bool_or(sp.ends_on >= m.ends_on) AS at_end
    FROM ${month} JOIN customer_spans sp ON sp.starts_on < m.ends_on AND sp.ends_on >= m.starts_on
    WHERE sp.workspace_id = ${workspaceId}::uuid AND m.ends_on IS NOT NULL
    GROUP BY sp.customer_id, m.starts_on, m.ends_on
  ) m
  JOIN customers c ON c.workspace_id = ${workspaceId}::uuid AND c.id = m.customer_id
  UNION ALL
  SELECT d.id, d.customer_id, ${about}, d.closed_on, false, false, false,
    true, d.amount, d.currency, ${hasHistory(workspaceId)}
  FROM ${month}
  JOIN deals d ON d.workspace_id = ${workspaceId}::uuid AND d.status = 'won' AND d.closed_on >= m.starts_on AND d.closed_on < m.ends_on
  LEFT JOIN customers c ON c.workspace_id = d.workspace_id AND c.id = d.customer_id`;
