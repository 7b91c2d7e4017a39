import { Prisma } from '../../db/generated/client.ts';
import type { Join, Kpi, LeftOutMeasure, Measure } from '../definition.ts';

const { sql } = Prisma;

const prices = (id: string, aggregate: Prisma.Sql, joins: readonly Join[] = []): Measure => ({
  id,
  fact: 'price',
  joins,
  sql: aggregate,
});

const isComparable = sql`f.list_price IS NOT NULL AND rate.rate IS NOT NULL AND f.market_price IS NOT NULL`;
const priceLogs = prices(
  'price_logs',
  sql`sum(ln(f.list_price * rate.rate / f.market_price)) FILTER (WHERE ${isComparable})`,
  ['rate'],
);
const productsCompared = prices('products_compared', sql`count(f.day) FILTER (WHERE ${isComparable})`, ['rate']);

const hasNoRate = sql`array_cat(f.no_rate, CASE WHEN f.observed > 0 AND f.list_price IS NOT NULL AND rate.rate IS NULL THEN ARRAY[f.currency] END)`;
const leftOut: LeftOutMeasure[] = [
  {
    reason: 'no_observation',
    measure: prices('price_no_observation', sql`count(f.day) FILTER (WHERE f.observed = 0)`),
  },
  {
    reason: 'no_list_price',
    measure: prices('price_no_list_price', sql`count(f.day) FILTER (WHERE f.observed > 0 AND f.list_price IS NULL)`),
  },
  {
    reason: 'price_no_rate',
    measure: prices('price_no_rate', sql`string_to_array(string_agg(array_to_string(${hasNoRate}, ','), ','), ',')`, [
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
