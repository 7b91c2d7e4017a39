import { Prisma } from '../../db/generated/client.ts';
import type { Kpi, LeftOutMeasure } from '../definition.ts';
import type { Formula } from '../formula.ts';
import { currencies, measuresOn, sumOf } from '../measure.ts';
import { acquisitionFormula, acquisitionLeftOut } from './customers.ts';
import { marginFormula, marginLeftOut } from './revenue.ts';

const { sql } = Prisma;

const months = measuresOn('customer_month');

// A sale without a customer says nothing about customers.
const isSale = sql`f.is_win AND f.customer_id IS NOT NULL`;
const revenue = months('months_revenue', isSale, sumOf(sql`f.amount * rate.rate`), ['rate']);
const customerMonths = months('customer_months', sql`f.within`);
const atStarts = months('months_at_start', sql`f.at_start`);
const churned = months('months_churned', sql`f.at_start AND NOT f.at_end`);
const history = months('months_history', sql`f.has_history`);

const valueFormula: Formula = { kind: 'lifetime', revenue, customerMonths, churned, atStarts, history };
const valueLeftOut: LeftOutMeasure[] = [
  { reason: 'no_customer', measure: months('months_no_customer', sql`f.is_win AND f.customer_id IS NULL`) },
  { reason: 'no_amount', measure: months('months_no_amount', sql`${isSale} AND f.amount IS NULL`) },
  {
    reason: 'no_rate',
    measure: months('months_no_rate', sql`${isSale} AND f.amount IS NOT NULL AND rate.rate IS NULL`, currencies, [
      'rate',
    ]),
  },
];

/** Lifetime value: what a customer brings before leaving, and for what it was won. */
export const lifetimeKpis = [
  {
    id: 'clv',
    family: 'customers',
    unit: 'money',
    better: 'up',
    dimensions: ['segment'],
    formula: valueFormula,
    leftOut: valueLeftOut,
  },
  {
    id: 'clv_to_cac',
    family: 'customers',
    unit: 'ratio',
    better: 'up',
    dimensions: [],
    formula: {
      kind: 'product',
      of: [
        { formula: valueFormula, unknown: 'short_history' },
        { formula: marginFormula, unknown: 'margin_unknown' },
      ],
      over: { formula: acquisitionFormula, unknown: 'cac_unknown' },
    },
    leftOut: [...valueLeftOut, ...marginLeftOut, ...acquisitionLeftOut],
  },
] as const satisfies readonly Kpi[];
