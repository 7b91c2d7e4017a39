import { Prisma } from '../../db/generated/client.ts';
import type { Kpi, LeftOutMeasure } from '../definition.ts';
import { count, measuresOn, sumOf } from '../measure.ts';

const { sql } = Prisma;

const prices = measuresOn('price');

const isComparable = sql`f.amount IS NOT NULL AND rate.rate IS NOT NULL AND f.market_price IS NOT NULL`;
const logarithm = sql`ln(f.amount * rate.rate / f.market_price)`;
const priceLogs = prices('price_logs', isComparable, sumOf(logarithm, null), ['rate']);
const productsCompared = prices('products_compared', isComparable, count, ['rate']);

/** The currencies without a rate: of competitors' prices, and of ours where there is something to compare it with. */
const withoutRate = sql`array_cat(f.no_rate, CASE WHEN f.observed > 0 AND f.amount IS NOT NULL AND rate.rate IS NULL THEN ARRAY[f.currency] END)`;
const leftOut: LeftOutMeasure[] = [
  { reason: 'no_observation', measure: prices('price_no_observation', sql`f.observed = 0`) },
  { reason: 'no_list_price', measure: prices('price_no_list_price', sql`f.observed > 0 AND f.amount IS NULL`) },
  {
    reason: 'price_no_rate',
    measure: prices('price_no_rate', sql`${withoutRate} IS NOT NULL`, { kind: 'currency_lists', of: withoutRate }, [
      'rate',
    ]),
  },
];

/** Prices: ours against those of the competitors. */
export const priceKpis = [
  {
    id: 'price_index',
    family: 'customers',
    unit: 'score',
    better: 'neither',
    dimensions: ['product', 'competitor', 'day', 'week', 'month', 'quarter', 'year'],
    formula: { kind: 'index', logs: priceLogs, count: productsCompared },
    leftOut,
  },
] as const satisfies readonly Kpi[];
