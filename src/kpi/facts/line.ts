import { Prisma } from '../../db/generated/client.ts';
import type { FactRows } from './scope.ts';

/** Whether `d` is its customer's first win; of wins on one day the one recorded first. */
const isFirstWin = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM deals e
  WHERE e.workspace_id = d.workspace_id AND e.customer_id = d.customer_id AND e.status = 'won'
    AND (e.closed_on, coalesce(e.closed_at, 'infinity'), e.id) < (d.closed_on, coalesce(d.closed_at, 'infinity'), d.id))`;

/** A line's kind: where it is missing, a customer's first win is new and later ones repeat. Without a customer it is unknown. */
export const lineKind = Prisma.sql`coalesce(l.kind,
  CASE WHEN d.customer_id IS NULL THEN NULL WHEN ${isFirstWin} THEN 'new' ELSE 'repeat' END)`;

/** The lines of won deals; a deal without lines has one row, without a product. */
export const lineRows: FactRows = ({ workspaceId }) => Prisma.sql`
  SELECT d.id AS record_id, l.id AS line_id, d.closed_owner_id AS owner_id, d.closed_on AS day, d.closed_at AS at, d.region_id, d.customer_id, d.lead_id,
    l.id IS NOT NULL AS is_line, l.product_id, CASE WHEN l.id IS NULL THEN d.amount ELSE l.amount END AS amount, d.currency,
    l.quantity, l.unit_price, l.unit_cost, ${lineKind} AS kind
  FROM deals d LEFT JOIN deal_lines l ON l.workspace_id = d.workspace_id AND l.deal_id = d.id
  WHERE d.workspace_id = ${workspaceId}::uuid AND d.status = 'won' AND d.closed_on >= s.starts_on AND d.closed_on < s.ends_on
    AND (s.until_at IS NULL OR d.closed_at IS NULL OR d.closed_at < s.until_at)`;
