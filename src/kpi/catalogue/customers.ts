import { Prisma } from '../../db/generated/client.ts';
import type { Kpi, LeftOutMeasure } from '../definition.ts';
import type { Formula } from '../formula.ts';
import { count, currencies, distinct, type Measure, measuresOn, sumOf } from '../measure.ts';
import type { Dimension } from '../question.ts';

const { sql } = Prisma;

const customers = (id: string, rows: Prisma.Sql) => measuresOn('customer')(id, rows, distinct(sql`f.customer_id`));

export const newCustomers = customers('customers_new', sql`f.is_new`);
export const customersWithin = customers('customers_active', sql`f.active_within`);
export const customersAtStart = customers('customers_at_start', sql`f.active_at_start`);
const customersKept = customers('customers_kept', sql`f.active_at_start AND f.active_at_end`);
const customersLost = customers('customers_lost', sql`f.active_at_start AND NOT f.active_at_end`);
const buyers = customers('buyers', sql`f.bought_again IS NOT NULL`);
const buyersAgain = customers('buyers_again', sql`f.bought_again`);

const isAcquisition = sql`f.category IN ('marketing', 'sales')`;
const acquisition = measuresOn('expense', { joins: ['rate'] });
// No recorded expense means unknown, not a cost of 0.
const acquisitionCost: Measure = {
  ...acquisition('acquisition_cost', isAcquisition, sumOf(sql`f.amount * rate.rate`, null)),
  money: true,
};
export const acquisitionFormula = {
  kind: 'ratio',
  numerator: acquisitionCost,
  denominator: newCustomers,
} as const satisfies Formula;
export const acquisitionLeftOut: LeftOutMeasure[] = [
  {
    reason: 'expense_no_rate',
    measure: acquisition('acquisition_no_rate', sql`${isAcquisition} AND rate.rate IS NULL`, currencies),
  },
];

const spent = measuresOn('customer', { joins: ['spent'] });
// A customer with purchases of unknown amounts only counts on neither side.
const isOfValue = sql`f.active_within AND spent.is_known`;
const revenueToDate: Measure = {
  ...spent('revenue_to_date', isOfValue, sumOf(sql`spent.amount`, null)),
  money: true,
};
const customersOfValue = spent('customers_of_value', isOfValue, count);
const valueLeftOut: LeftOutMeasure[] = [
  {
    reason: 'no_amount',
    measure: spent('value_no_amount', sql`f.active_within AND spent.no_amount > 0`, sumOf(sql`spent.no_amount`)),
  },
  {
    reason: 'no_rate',
    measure: spent('value_no_rate', sql`f.active_within AND spent.no_rate IS NOT NULL`, {
      kind: 'currency_lists',
      of: sql`spent.no_rate`,
    }),
  },
];

const time = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies Dimension[];
const theirs = ['rep', 'team', 'region', 'segment', ...time] as const satisfies Dimension[];

/** Customers: who came, who stayed, and what they are worth. */
export const customerKpis = [
  {
    id: 'new_customers',
    family: 'customers',
    unit: 'count',
    better: 'up',
    dimensions: ['rep', 'team', 'region', 'source', ...time],
    formula: { kind: 'sum', of: newCustomers },
  },
  {
    id: 'retention_rate',
    family: 'customers',
    unit: 'rate',
    better: 'up',
    dimensions: theirs,
    formula: { kind: 'ratio', numerator: customersKept, denominator: customersAtStart },
  },
  {
    id: 'churn_rate',
    family: 'customers',
    unit: 'rate',
    better: 'down',
    dimensions: theirs,
    formula: { kind: 'ratio', numerator: customersLost, denominator: customersAtStart },
  },
  {
    id: 'repeat_purchase_rate',
    family: 'customers',
    unit: 'rate',
    better: 'up',
    dimensions: theirs,
    formula: { kind: 'ratio', numerator: buyersAgain, denominator: buyers },
  },
  {
    id: 'cac',
    family: 'customers',
    unit: 'money',
    better: 'down',
    dimensions: ['source', 'campaign', ...time],
    formula: acquisitionFormula,
    leftOut: acquisitionLeftOut,
  },
  {
    id: 'customer_value',
    family: 'customers',
    unit: 'money',
    better: 'up',
    dimensions: ['rep', 'region', 'segment', ...time],
    formula: { kind: 'ratio', numerator: revenueToDate, denominator: customersOfValue },
    leftOut: valueLeftOut,
  },
] as const satisfies readonly Kpi[];
