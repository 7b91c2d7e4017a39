import { Prisma } from '../../db/generated/client.ts';
import type { Kpi, LeftOutMeasure } from '../definition.ts';
import type { Formula } from '../formula.ts';
import { count, currencies, distinct, type Measure, measuresOn, sumOf, type Taking } from '../measure.ts';
import type { Dimension } from '../question.ts';
import { customersAtStart } from './customers.ts';
import { revenueLeftOut, revenueWon } from './deals.ts';

const { sql } = Prisma;

const lines = measuresOn('line');

const units = lines('units', sql`f.is_line`, sumOf(sql`f.quantity`));
const money = (id: string, rows: Prisma.Sql, takes: Taking): Measure => ({
  ...lines(id, rows, takes, ['rate']),
  money: true,
});
const inOurCurrency = sql`f.amount * rate.rate`;
const revenueOfKinds = (id: string, kinds: Prisma.Sql) => money(id, sql`f.kind IN (${kinds})`, sumOf(inOurCurrency));
const leftOutOfKinds = (id: string, kinds: Prisma.Sql): LeftOutMeasure[] => [
  { reason: 'no_amount', measure: lines(`${id}_no_amount`, sql`f.kind IN (${kinds}) AND f.amount IS NULL`) },
  {
    reason: 'no_rate',
    measure: lines(
      `${id}_no_rate`,
      sql`f.kind IN (${kinds}) AND f.amount IS NOT NULL AND rate.rate IS NULL`,
      currencies,
      ['rate'],
    ),
  },
];
const isNew = sql`'new'`;
const isMore = sql`'upsell', 'cross_sell'`;

// Prices are in the deal's currency; a deal without an amount may have none, and then they say nothing.
const isPriced = sql`f.is_line AND f.unit_cost IS NOT NULL AND f.unit_price IS NOT NULL`;
const lineProfit = sql`f.quantity * (f.unit_price - f.unit_cost) * rate.rate`;
const profit = money('profit', isPriced, sumOf(lineProfit, null));
// A margin needs both: a line without an amount would have its profit above and nothing below.
const hasMargin = sql`${isPriced} AND f.amount IS NOT NULL AND rate.rate IS NOT NULL`;
const marginProfit = money('margin_profit', hasMargin, sumOf(lineProfit, null));
const marginRevenue = money('margin_revenue', hasMargin, sumOf(inOurCurrency, null));
const costLeftOut = (noAmount: Measure): LeftOutMeasure[] => [
  {
    reason: 'no_cost',
    measure: lines('lines_no_cost', sql`f.is_line AND (f.unit_cost IS NULL OR f.unit_price IS NULL)`),
  },
  { reason: 'no_amount', measure: noAmount },
  {
    reason: 'no_rate',
    measure: lines('profit_no_rate', sql`${isPriced} AND f.currency IS NOT NULL AND rate.rate IS NULL`, currencies, [
      'rate',
    ]),
  },
];
const profitNoCurrency = lines('profit_no_currency', sql`${isPriced} AND f.currency IS NULL`);
const marginNoAmount = lines(
  'margin_no_amount',
  sql`${isPriced} AND (f.currency IS NULL OR f.amount IS NULL AND rate.rate IS NOT NULL)`,
  count,
  ['rate'],
);

export const marginFormula = {
  kind: 'ratio',
  numerator: marginProfit,
  denominator: marginRevenue,
} as const satisfies Formula;
export const marginLeftOut = costLeftOut(marginNoAmount);

const isSeller = sql`member.role = 'rep' AND (membership.job IS NULL OR membership.job NOT LIKE 'sdr%')`;
const isWonByRep = sql`f.event = 'closed' AND f.status = 'won' AND ${isSeller}`;
const ofReps = measuresOn('deal', { events: ['closed'], joins: ['rate', 'membership', 'member'] });
const revenueOfReps: Measure = {
  ...ofReps('revenue_of_reps', isWonByRep, sumOf(inOurCurrency)),
  money: true,
};
const leftOutOfReps: LeftOutMeasure[] = [
  { reason: 'no_amount', measure: ofReps('reps_no_amount', sql`${isWonByRep} AND f.amount IS NULL`) },
  {
    reason: 'no_rate',
    measure: ofReps('reps_no_rate', sql`${isWonByRep} AND f.amount IS NOT NULL AND rate.rate IS NULL`, currencies),
  },
];
const reps: Measure = {
  id: 'reps',
  fact: 'headcount',
  rows: sql`f.owner_id IS NOT NULL`,
  takes: distinct(sql`f.owner_id`),
};

const upsoldCustomers: Measure = {
  id: 'customers_upsold',
  fact: 'customer',
  rows: sql`f.active_at_start AND f.bought_more`,
  takes: distinct(sql`f.customer_id`),
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
    formula: marginFormula,
    leftOut: marginLeftOut,
  },
  {
    id: 'target_attainment',
    family: 'revenue',
    unit: 'rate',
    better: 'up',
    dimensions: ['rep', 'team', ...time],
    formula: { kind: 'attainment', of: 'revenue' },
    leftOut: revenueLeftOut,
  },
] as const satisfies readonly Kpi[];
