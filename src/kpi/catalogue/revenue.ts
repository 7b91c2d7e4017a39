import { Prisma } from '../../db/generated/client.ts';
import type { Join, Kpi, LeftOutMeasure, Measure } from '../definition.ts';
import type { Dimension } from '../question.ts';
import { customersAtStart } from './customers.ts';
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

// Prices are in the deal's currency; a deal without an amount may have none, and then they say nothing.
const isPriced = sql`f.is_line AND f.unit_cost IS NOT NULL AND f.unit_price IS NOT NULL`;
const lineProfit = sql`f.quantity * (f.unit_price - f.unit_cost) * rate.rate`;
const profit = money('profit', sql`sum(${lineProfit}) FILTER (WHERE ${isPriced})`);
// A margin needs both: a line without an amount would have its profit above and nothing below.
const hasMargin = sql`${isPriced} AND f.amount IS NOT NULL AND rate.rate IS NOT NULL`;
const marginProfit = money('margin_profit', sql`sum(${lineProfit}) FILTER (WHERE ${hasMargin})`);
const marginRevenue = money('margin_revenue', sql`sum(f.amount * rate.rate) FILTER (WHERE ${hasMargin})`);
const costLeftOut = (noAmount: Measure): LeftOutMeasure[] => [
  {
    reason: 'no_cost',
    measure: lines(
      'lines_no_cost',
      sql`count(f.day) FILTER (WHERE f.is_line AND (f.unit_cost IS NULL OR f.unit_price IS NULL))`,
    ),
  },
  { reason: 'no_amount', measure: noAmount },
  {
    reason: 'no_rate',
    measure: lines(
      'profit_no_rate',
      sql`array_agg(f.currency) FILTER (WHERE ${isPriced} AND f.currency IS NOT NULL AND rate.rate IS NULL)`,
      ['rate'],
    ),
  },
];
const profitNoCurrency = lines(
  'profit_no_currency',
  sql`count(f.day) FILTER (WHERE ${isPriced} AND f.currency IS NULL)`,
);
const marginNoAmount = lines(
  'margin_no_amount',
  sql`count(f.day) FILTER (WHERE ${isPriced} AND (f.currency IS NULL OR f.amount IS NULL AND rate.rate IS NOT NULL))`,
  ['rate'],
);

const isSeller = sql`member.role = 'rep' AND (membership.job IS NULL OR membership.job NOT LIKE 'sdr%')`;
const isWonByRep = sql`f.event = 'closed' AND f.status = 'won' AND ${isSeller}`;
const ofReps = (id: string, aggregate: Prisma.Sql): Measure => ({
  id,
  fact: 'deal',
  events: ['closed'],
  joins: ['rate', 'membership', 'member'],
  sql: aggregate,
});
const revenueOfReps: Measure = {
  ...ofReps('revenue_of_reps', sql`coalesce(sum(f.amount * rate.rate) FILTER (WHERE ${isWonByRep}), 0)`),
  money: true,
};
const leftOutOfReps: LeftOutMeasure[] = [
  {
    reason: 'no_amount',
    measure: ofReps('reps_no_amount', sql`count(f.day) FILTER (WHERE ${isWonByRep} AND f.amount IS NULL)`),
  },
  {
    reason: 'no_rate',
    measure: ofReps(
      'reps_no_rate',
      sql`array_agg(f.currency) FILTER (WHERE ${isWonByRep} AND f.amount IS NOT NULL AND rate.rate IS NULL)`,
    ),
  },
];
const reps: Measure = { id: 'reps', fact: 'headcount', sql: sql`count(DISTINCT f.owner_id)` };

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
    leftOut: leftOutOfReps,
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
    leftOut: costLeftOut(profitNoCurrency),
  },
  {
    id: 'gross_margin',
    family: 'revenue',
    unit: 'rate',
    better: 'up',
    dimensions: repTeamProduct,
    formula: { kind: 'ratio', numerator: marginProfit, denominator: marginRevenue },
    leftOut: costLeftOut(marginNoAmount),
  },
  {
    id: 'target_attainment',
    family: 'revenue',
    unit: 'rate',
    better: 'up',
    dimensions: ['rep', 'team'],
    formula: { kind: 'attainment', of: 'revenue' },
    leftOut: revenueLeftOut,
  },
] as const satisfies readonly Kpi[];
