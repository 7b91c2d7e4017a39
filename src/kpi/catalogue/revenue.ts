import { Prisma } from '../../db/generated/client.ts';
import type { Join, Kpi, LeftOutMeasure, Measure } from '../definition.ts';
import type { Dimension } from '../question.ts';
import { revenueLeftOut, revenueWon } from './deals.ts';

const { sql } = Prisma;

const lines = (id: string, aggregate: Prisma.Sql, joins: readonly Join[] = []): Measure => ({
  id,
  fact: 'line',
  joins,
  sql: aggregate,
});

const units = lines('units', sql`coalesce(sum(f.quantity), 0)`);
const money = (id: string, aggregate: Prisma.Sql): Measure => ({ ...lines(id, aggregate, ['rate']), money: true });
const revenueOfKinds = (id: string, kinds: Prisma.Sql) =>
  money(id, sql`coalesce(sum(f.amount * rate.rate) FILTER (WHERE f.kind IN (${kinds})), 0)`);
const leftOutOfKinds = (id: string, kinds: Prisma.Sql): LeftOutMeasure[] => [
  {
    reason: 'no_amount',
    measure: lines(`${id}_no_amount`, sql`count(f.day) FILTER (WHERE f.kind IN (${kinds}) AND f.amount IS NULL)`),
  },
  {
    reason: 'no_rate',
    measure: lines(
      `${id}_no_rate`,
      sql`array_agg(f.currency) FILTER (WHERE f.kind IN (${kinds}) AND f.amount IS NOT NULL AND rate.rate IS NULL)`,
      ['rate'],
    ),
  },
];
const isNew = sql`'new'`;
const isMore = sql`'upsell', 'cross_sell'`;

const hasCost = sql`f.is_line AND f.unit_cost IS NOT NULL AND f.unit_price IS NOT NULL AND rate.rate IS NOT NULL`;
const profit = money(
  'profit',
  sql`sum(f.quantity * (f.unit_price - f.unit_cost) * rate.rate) FILTER (WHERE ${hasCost})`,
);
const profitBase = money('profit_base', sql`sum(f.amount * rate.rate) FILTER (WHERE ${hasCost})`);
const costLeftOut: LeftOutMeasure[] = [
  {
    reason: 'no_cost',
    measure: lines(
      'lines_no_cost',
      sql`count(f.day) FILTER (WHERE f.is_line AND (f.unit_cost IS NULL OR f.unit_price IS NULL))`,
    ),
  },
  {
    reason: 'no_rate',
    measure: lines(
      'profit_no_rate',
      sql`array_agg(f.currency) FILTER (WHERE f.is_line AND f.unit_cost IS NOT NULL AND f.unit_price IS NOT NULL AND rate.rate IS NULL)`,
      ['rate'],
    ),
  },
];

const isSeller = sql`member.role = 'rep' AND (membership.job IS NULL OR membership.job NOT LIKE 'sdr%')`;
const revenueOfReps: Measure = {
  id: 'revenue_of_reps',
  fact: 'deal',
  money: true,
  events: ['closed'],
  joins: ['rate', 'membership', 'member'],
  sql: sql`coalesce(sum(f.amount * rate.rate) FILTER (WHERE f.event = 'closed' AND f.status = 'won' AND ${isSeller}), 0)`,
};
const reps: Measure = { id: 'reps', fact: 'headcount', sql: sql`count(DISTINCT f.owner_id)` };

const customersAtStart: Measure = {
  id: 'customers_at_start',
  fact: 'customer',
  sql: sql`count(DISTINCT f.customer_id) FILTER (WHERE f.active_at_start)`,
};
const upsoldCustomers: Measure = {
  id: 'customers_upsold',
  fact: 'customer',
  sql: sql`count(DISTINCT f.customer_id) FILTER (WHERE f.active_at_start AND f.bought_more)`,
};

const time = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies Dimension[];
const people = ['rep', 'team', 'region'] as const satisfies Dimension[];
const repTeamProduct = ['rep', 'team', 'product', ...time] as const satisfies Dimension[];

/** Revenue: what was sold, and what it left. */
export const revenueKpis = [
  {
    id: 'revenue',
    family: 'revenue',
    unit: 'money',
    better: 'up',
    dimensions: [...people, 'country', 'product', 'product_type', 'source', 'kind', 'customer', ...time],
    formula: { kind: 'sum', of: revenueWon },
    leftOut: revenueLeftOut,
  },
  {
    id: 'units_sold',
    family: 'revenue',
    unit: 'count',
    better: 'up',
    dimensions: [...people, 'product', ...time],
    formula: { kind: 'sum', of: units },
  },
  {
    id: 'new_revenue',
    family: 'revenue',
    unit: 'money',
    better: 'up',
    dimensions: [...people, ...time],
    formula: { kind: 'sum', of: revenueOfKinds('new_revenue', isNew) },
    leftOut: leftOutOfKinds('new', isNew),
  },
  {
    id: 'sales_growth',
    family: 'revenue',
    unit: 'rate',
    better: 'up',
    dimensions: [...people, 'product'],
    formula: { kind: 'growth', of: revenueWon },
    leftOut: revenueLeftOut,
  },
  {
    id: 'avg_sales_per_rep',
    family: 'revenue',
    unit: 'money',
    better: 'up',
    dimensions: ['team', 'region', ...time],
    formula: { kind: 'ratio', numerator: revenueOfReps, denominator: reps },
    leftOut: revenueLeftOut,
  },
  {
    id: 'upsell_revenue',
    family: 'revenue',
    unit: 'money',
    better: 'up',
    dimensions: repTeamProduct,
    formula: { kind: 'sum', of: revenueOfKinds('upsell_revenue', isMore) },
    leftOut: leftOutOfKinds('upsell', isMore),
  },
  {
    id: 'upsell_rate',
    family: 'revenue',
    unit: 'rate',
    better: 'up',
    dimensions: repTeamProduct,
    formula: {
      kind: 'ratio',
      numerator: upsoldCustomers,
      denominator: customersAtStart,
      sharesDenominatorBy: 'product',
    },
  },
  {
    id: 'gross_profit',
    family: 'revenue',
    unit: 'money',
    better: 'up',
    dimensions: repTeamProduct,
    formula: { kind: 'sum', of: profit },
    leftOut: costLeftOut,
  },
  {
    id: 'gross_margin',
    family: 'revenue',
    unit: 'rate',
    better: 'up',
    dimensions: repTeamProduct,
    formula: { kind: 'ratio', numerator: profit, denominator: profitBase },
    leftOut: costLeftOut,
  },
  {
    id: 'target_attainment',
    family: 'revenue',
    unit: 'rate',
    better: 'up',
    dimensions: ['rep', 'team'],
    formula: { kind: 'attainment', of: 'revenue' },
  },
] as const satisfies readonly Kpi[];
