import type { Transaction } from '../../db/client.ts';
import { Prisma } from '../../db/generated/client.ts';
import type { Upserted } from './upsert.ts';

interface History {
  states: string;
  records: string;
  /** The states' column that points at the record. */
  recordId: string;
  /** The states' columns, and what they hold of the record `r`, in SQL. */
  columns: Readonly<Record<string, string>>;
  /** What has to be known of the record for its history to begin, in SQL; not given: nothing. */
  beginsWith?: string;
}

const dealHistory: History = {
  states: 'deal_states',
  records: 'deals',
  recordId: 'deal_id',
  columns: {
    status: 'r.status',
    stage_id: 'r.stage_id',
    owner_id: 'r.owner_id',
    amount: 'r.amount',
    currency: 'r.currency',
  },
};

const leadHistory: History = {
  states: 'lead_states',
  records: 'leads',
  recordId: 'lead_id',
  columns: {
    status: `CASE WHEN r.converted_on IS NOT NULL THEN 'converted' WHEN r.disqualified_on IS NOT NULL THEN 'disqualified' ELSE 'open' END`,
    owner_id: 'r.owner_id',
    expected_amount: 'r.expected_amount',
    currency: 'r.currency',
    score: 'r.score',
  },
};

const listPriceHistory: History = {
  states: 'product_prices',
  records: 'products',
  recordId: 'product_id',
  columns: { list_price: 'r.list_price', currency: 'r.currency' },
  beginsWith: 'r.list_price IS NOT NULL',
};

const customerOwnerHistory: History = {
  states: 'customer_owners',
  records: 'customers',
  recordId: 'customer_id',
  columns: { owner_id: 'r.owner_id' },
};

/** Writes down what new and changed deals look like from `today` on (ISO), where that is news. */
export const recordDealStates = (tx: Transaction, workspaceId: string, deals: readonly Upserted[], today: string) =>
  recordStates(tx, dealHistory, workspaceId, deals, today);

/** The same for leads. */
export const recordLeadStates = (tx: Transaction, workspaceId: string, leads: readonly Upserted[], today: string) =>
  recordStates(tx, leadHistory, workspaceId, leads, today);

/** The same for products' list prices. */
export const recordListPrices = (tx: Transaction, workspaceId: string, products: readonly Upserted[], today: string) =>
  recordStates(tx, listPriceHistory, workspaceId, products, today);

/** The same for customers' owners. */
export const recordCustomerOwners = (
  tx: Transaction,
  workspaceId: string,
  customers: readonly Upserted[],
  today: string,
) => recordStates(tx, customerOwnerHistory, workspaceId, customers, today);

/**
 * History is written on the day we hear of it, never back-dated: what was before the first import is unknown. The
 * state that held so far ends today; later the same day the last word counts.
 */
async function recordStates(
  tx: Transaction,
  history: History,
  workspaceId: string,
  written: readonly Upserted[],
  today: string,
): Promise<void> {
  const sql = Prisma.raw;
  const states = sql(history.states);
  const recordId = sql(history.recordId);
  const columns = Object.keys(history.columns);
  const names = sql(columns.join(', '));
  const values = sql(Object.values(history.columns).join(', '));
  const records = Prisma.sql`${sql(history.records)} r`;
  const these = (ids: readonly string[]) =>
    Prisma.sql`r.workspace_id = ${workspaceId}::uuid AND r.id = ANY(${ids}::uuid[])`;
  const current = Prisma.sql`s.workspace_id = r.workspace_id AND s.${recordId} = r.id AND s.ends_on IS NULL`;
  const begins = sql(history.beginsWith ?? 'true');
  const isNews = Prisma.sql`(${sql(columns.map((name) => `s.${name}`).join(', '))}) IS DISTINCT FROM (${values})`;

  const insertStates = (ids: readonly string[], condition: Prisma.Sql) => tx.$executeRaw`
    INSERT INTO ${states} (workspace_id, id, ${recordId}, starts_on, ${names})
    SELECT r.workspace_id, gen_random_uuid(), r.id, ${today}::date, ${values} FROM ${records}
    WHERE ${these(ids)} AND ${condition}`;

  const fresh = written.filter(({ inserted }) => inserted).map(({ id }) => id);
  const changed = written.filter(({ inserted }) => !inserted).map(({ id }) => id);
  if (fresh.length > 0) await insertStates(fresh, begins);
  if (changed.length === 0) return;
  await tx.$executeRaw`
    UPDATE ${states} s SET (${names}) = ROW(${values}) FROM ${records}
    WHERE ${these(changed)} AND ${current} AND s.starts_on >= ${today}::date AND ${isNews}`;
  await tx.$executeRaw`
    UPDATE ${states} s SET ends_on = ${today}::date FROM ${records}
    WHERE ${these(changed)} AND ${current} AND s.starts_on < ${today}::date AND ${isNews}`;
  await insertStates(
    changed,
    Prisma.sql`NOT EXISTS (SELECT FROM ${states} s WHERE ${current}) AND (${begins} OR EXISTS (
      SELECT FROM ${states} s WHERE s.workspace_id = r.workspace_id AND s.${recordId} = r.id))`,
  );
}
