import { Prisma } from '../../db/generated/client.ts';
import type { FactRows } from './scope.ts';

/** What was spent on the span's days. Expenses have a source and a campaign, but no owner. */
export const expenseRows: FactRows = ({ workspaceId }) => Prisma.sql`
  SELECT e.id AS record_id, NULL::uuid AS owner_id, NULL::uuid AS region_id, NULL::uuid AS customer_id, NULL::uuid AS lead_id,
    e.spent_on AS day, e.category, e.lead_source, e.campaign, e.amount, e.currency
  FROM expenses e
  WHERE e.workspace_id = ${workspaceId}::uuid AND e.spent_on >= s.starts_on AND e.spent_on < s.ends_on`;
