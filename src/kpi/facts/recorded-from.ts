import { Prisma } from '../../db/generated/client.ts';
import type { Fact } from '../measure.ts';

const { sql } = Prisma;

type FirstDay = (workspaceId: string) => Prisma.Sql;

const firstOf =
  (column: Prisma.Sql, table: Prisma.Sql): FirstDay =>
  (workspaceId) =>
    sql`(SELECT min(${column}) FROM ${table} WHERE workspace_id = ${workspaceId}::uuid)`;

const deals = sql`deals`;
const leads = sql`leads`;
// Each subquery reads one index entry; a single min() over all of them would read every deal.
const firstLead: FirstDay = (workspaceId) =>
  sql`least(${firstOf(sql`created_on`, leads)(workspaceId)}, ${firstOf(sql`first_contacted_on`, leads)(workspaceId)}, ${firstOf(sql`qualified_on`, leads)(workspaceId)})`;
const firstDeal: FirstDay = (workspaceId) =>
  sql`least(${firstOf(sql`opened_on`, deals)(workspaceId)}, ${firstOf(sql`proposal_on`, deals)(workspaceId)}, ${firstOf(sql`closed_on`, deals)(workspaceId)})`;
const firstCustomer: FirstDay = (workspaceId) =>
  sql`least(${firstOf(sql`since`, sql`customers`)(workspaceId)}, ${firstDeal(workspaceId)})`;
const firstLeadState = firstOf(sql`starts_on`, sql`lead_states`);

/**
 * The first day with a record of each fact: what lies before is unknown, not 0. The pipeline begins with the first deal
 * or, without deals, the first lead. Facts not listed here handle their own beginning.
 */
export const recordedFrom: Partial<Record<Fact, FirstDay>> = {
  activity: firstOf(sql`occurred_on`, sql`activities`),
  lead: firstLead,
  deal: firstDeal,
  line: firstDeal,
  customer: firstCustomer,
  state: (workspaceId) =>
    sql`coalesce(${firstOf(sql`starts_on`, sql`deal_states`)(workspaceId)}, ${firstLeadState(workspaceId)})`,
  lead_state: firstLeadState,
};
