import { Prisma } from '../db/generated/client.ts';
import type { LeftOut } from './definition.ts';
import type { Grouping } from './dimensions.ts';
import { recordedFrom } from './facts/recorded-from.ts';
import { type Fact, isState, type Measure } from './measure.ts';
import { type StatementInput, spansWithFacts } from './statement.ts';

const { sql } = Prisma;

/** The records that one measure counts: in one span, of one group. */
export interface Listing {
  measure: Measure;
  /** Why they are left out, where they are. */
  reason: LeftOut['reason'] | null;
  statement: Pick<StatementInput, 'scope' | 'spans' | 'whose' | 'filters'>;
  /** The group, as the key of each breakdown. */
  group: readonly { grouping: Grouping; key: string | null }[];
}

/** A record as SQL finds it. */
export interface ListedRow {
  reason: LeftOut['reason'] | null;
  fact: Fact;
  /** Of a deal or lead; null for other facts. */
  event: string | null;
  /** Where rows of one fact are of several kinds: a deal, not a lead or customer. */
  is_deal: boolean | null;
  record_id: string;
  line_id: string | null;
  day: Date;
  owner_id: string | null;
  stage_id: string | null;
  amount: Prisma.Decimal | null;
  currency: string | null;
  rate: Prisma.Decimal | null;
  rate_day: Date | null;
  /** What it adds to the measure. */
  adds: Prisma.Decimal;
}

/** Whose records may be named; the others are only counted. */
export type Visible = 'all' | readonly string[];

const hasAmount: readonly Fact[] = ['deal', 'line', 'state', 'expense', 'customer_month', 'price'];
/** Where rows are of deals and of something else. */
const whetherDeal: Partial<Record<Fact, Prisma.Sql>> = { state: sql`f.is_deal`, customer_month: sql`f.is_win` };

/**
 * The rows behind a number. They come from the very rows, joins and condition that the number is counted with; of what is
 * summed up only those that add something. A thing with several rows that counts once is listed once.
 */
function listed({ measure, reason, statement, group }: Listing): Prisma.Sql {
  const { fact, takes, rows, joins = [], events = [] } = measure;
  const money = hasAmount.includes(fact);
  const read = { ...measure, joins: money ? [...joins, 'rate' as const] : joins };
  const scope = { ...statement.scope, events: new Set(events) };
  const from = spansWithFacts(
    { ...statement, scope, fact, measures: [read] },
    group.map(({ grouping }) => grouping),
  );
  const conditions = [
    // A span without any fact is a row of nothing.
    sql`f.day IS NOT NULL`,
    sql`(${rows})`,
    ...(takes.kind === 'sum' ? [sql`(${takes.of}) IS NOT NULL`] : []),
    ...(isState(fact)
      ? [sql`s.starts_on < s.ends_on AND ${recordedFrom[fact]?.(statement.scope.workspaceId)} < s.ends_on`]
      : []),
    ...group.map(({ grouping, key }) => sql`${grouping.key} IS NOT DISTINCT FROM ${key}::text`),
  ];
  const own = (has: boolean, column: Prisma.Sql, type: string) => sql`${has ? column : sql`NULL`}::${Prisma.raw(type)}`;
  const rateDay = sql`(SELECT max(r.day) FROM currency_rates r WHERE r.workspace_id = ${statement.scope.workspaceId}::uuid
    AND r.base = ${statement.scope.currency} AND r.currency = f.currency AND f.currency <> r.base AND r.day <= f.day)`;
  return sql`SELECT ${takes.kind === 'distinct' ? sql`DISTINCT ON (f.record_id)` : Prisma.empty}
      ${reason}::text AS reason, ${fact}::text AS fact, ${own(fact === 'deal' || fact === 'lead', sql`f.event`, 'text')} AS event,
      ${whetherDeal[fact] ?? sql`NULL::boolean`} AS is_deal, f.record_id, ${own(fact === 'line', sql`f.line_id`, 'uuid')} AS line_id,
      f.day, f.owner_id, ${own(fact === 'state', sql`f.stage_id`, 'uuid')} AS stage_id,
      ${own(money, sql`f.amount`, 'numeric')} AS amount, ${own(money, sql`f.currency`, 'text')} AS currency,
      ${own(money, sql`rate.rate`, 'numeric')} AS rate, ${own(money, rateDay, 'date')} AS rate_day, (${adds(measure)})::numeric AS adds
    FROM ${from} WHERE ${Prisma.join(conditions, ' AND ')}
    ${takes.kind === 'distinct' ? sql`ORDER BY f.record_id` : Prisma.empty}`;
}

function adds({ takes }: Measure): Prisma.Sql {
  if (takes.kind === 'sum') return takes.of;
  return takes.kind === 'currency_lists' ? sql`cardinality(${takes.of})` : sql`1`;
}

const all = (listings: readonly Listing[]) =>
  Prisma.join(
    listings.map((listing) => sql`(${listed(listing)})`),
    ' UNION ALL ',
  );

const isVisible = (visible: Visible) =>
  visible === 'all' ? sql`true` : sql`coalesce(l.owner_id = ANY(${visible}::uuid[]), false)`;

export interface ListedTotals {
  /** How many may be named, and how many not. */
  shown: number;
  hidden: number;
  /** What all of them, named or not, add up to; null where there are none. */
  sum: Prisma.Decimal | null;
}

/** How many records there are, and what they add up to. */
export const totalsStatement = (listings: readonly Listing[], visible: Visible): Prisma.Sql => sql`
  SELECT count(*) FILTER (WHERE ${isVisible(visible)})::int AS shown,
    count(*) FILTER (WHERE NOT ${isVisible(visible)})::int AS hidden, sum(l.adds) AS sum
  FROM (${all(listings)}) l`;

/** So many of the records that may be named, the latest first. */
export const recordsStatement = (
  listings: readonly Listing[],
  visible: Visible,
  { limit, offset }: { limit: number; offset: number },
): Prisma.Sql => sql`
  SELECT * FROM (${all(listings)}) l WHERE ${isVisible(visible)}
  ORDER BY l.reason, l.day DESC, l.record_id, l.line_id, l.event LIMIT ${limit} OFFSET ${offset}`;
