import { Prisma } from '../../db/generated/client.ts';
import type { DealEvent } from '../measure.ts';
import { columnsOf, lineColumns } from './line-columns.ts';
import type { FactRows } from './scope.ts';

const { sql } = Prisma;

const columns: Record<DealEvent, { owner: Prisma.Sql; day: Prisma.Sql; at: Prisma.Sql }> = {
  opened: { owner: sql`d.opened_owner_id`, day: sql`d.opened_on`, at: sql`d.opened_at` },
  proposal: { owner: sql`d.proposal_owner_id`, day: sql`d.proposal_on`, at: sql`d.proposal_at` },
  closed: { owner: sql`d.closed_owner_id`, day: sql`d.closed_on`, at: sql`d.closed_at` },
};

/**
 * The events of deals: a row for each deal opened, proposed or closed within the span, with its owner just before.
 * Broken down by something its lines differ in (product), a deal has a row for each key with that key's share of the
 * amount; filtered by it, only the share of the matching lines counts.
 */
export const dealRows: FactRows = ({ workspaceId, events, lineKeys, lineFilter }) => {
  const ofLines = lineKeys.length > 0 || lineFilter !== null;
  const share = ofLines
    ? sql`JOIN LATERAL (
        SELECT ${lineColumns(lineKeys)} CASE WHEN count(l.id) = 0 THEN d.amount ELSE sum(l.amount) END AS amount
        FROM (SELECT 1) one -- a deal without lines has one row, too
        LEFT JOIN deal_lines l ON l.workspace_id = d.workspace_id AND l.deal_id = d.id
        LEFT JOIN products p ON p.workspace_id = l.workspace_id AND p.id = l.product_id
        WHERE ${lineFilter ?? sql`true`}
        GROUP BY (${lineKeys.length ? Prisma.join(lineKeys.map((key) => key.sql)) : Prisma.empty})
        HAVING count(*) > 0
      ) share ON true`
    : Prisma.empty;
  const amount = ofLines ? sql`share.amount ${columnsOf('share', lineKeys)}` : sql`d.amount`;
  const asked = (Object.keys(columns) as DealEvent[]).filter((event) => events.has(event));
  const rows = asked.map((event) => {
    const { owner, day, at } = columns[event];
    return sql`
      SELECT ${event} AS event, d.id AS record_id, ${owner} AS owner_id, ${day} AS day, ${at} AS at, d.status, ${amount}, d.currency, d.region_id,
        d.customer_id, d.lead_id, d.competitor, d.opened_on, d.opened_at, d.proposal_on, d.closed_on, d.closed_at
      FROM deals d ${share}
      WHERE d.workspace_id = ${workspaceId}::uuid AND ${day} >= s.starts_on AND ${day} < s.ends_on
        AND (s.until_at IS NULL OR ${at} IS NULL OR ${at} < s.until_at)`;
  });
  return Prisma.join(rows, ' UNION ALL ');
};
