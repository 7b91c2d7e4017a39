import { Prisma } from '../../db/generated/client.ts';
import { columnsOf, lineColumns } from './line-columns.ts';
import { rateOf } from './rate.ts';
import type { FactRows } from './scope.ts';

const { sql } = Prisma;

/** Older observations no longer count. */
export const DAYS_OF_USE = 90;

/** The list price of that day; for days before the first known price, that one. */
const listPrice = sql`
  SELECT CASE WHEN held.list_price > 0 AND held.currency IS NOT NULL THEN held.list_price END AS amount, held.currency
  FROM product_prices held
  WHERE held.workspace_id = p.workspace_id AND held.product_id = p.id AND (held.ends_on IS NULL OR s.ends_on - 1 < held.ends_on)
  ORDER BY held.starts_on LIMIT 1`;

/**
 * Our products at the list price of the span's last day, beside the mean of each competitor's latest price at that
 * time, each at the rate of its day. Products that nobody observed are included, so that they can be counted as left
 * out. Broken down or filtered by competitor: a row for each competitor it was observed with.
 */
export const priceRows: FactRows = ({ workspaceId, currency, lineKeys, lineFilter }) => sql`
  SELECT p.id AS record_id, NULL::uuid AS owner_id, NULL::uuid AS region_id, NULL::uuid AS customer_id, NULL::uuid AS lead_id,
    s.ends_on - 1 AS day, p.id AS product_id, ours.amount, ours.currency, market.price AS market_price, market.observed, market.no_rate ${columnsOf('market', lineKeys)}
  FROM products p
  LEFT JOIN LATERAL (${listPrice}) ours ON true
  ${lineKeys.length || lineFilter ? Prisma.empty : sql`LEFT`} JOIN LATERAL (
    SELECT ${lineColumns(lineKeys)} avg(o.price * o.rate) AS price, count(*) AS observed,
      array_agg(o.currency) FILTER (WHERE o.rate IS NULL) AS no_rate
    FROM (
      SELECT DISTINCT ON (o.competitor) o.competitor, o.price, o.currency,
        ${rateOf({ workspaceId, currency }, sql`o.currency`, sql`o.observed_on`)} AS rate
      FROM competitor_prices o
      WHERE o.workspace_id = p.workspace_id AND o.product_id = p.id
        AND o.observed_on < s.ends_on AND o.observed_on >= s.ends_on - ${DAYS_OF_USE}::int
      ORDER BY o.competitor, o.observed_on DESC, o.id DESC
    ) o
    WHERE ${lineFilter ?? sql`true`}
    GROUP BY (${lineKeys.length ? Prisma.join(lineKeys.map((key) => key.sql)) : Prisma.empty})
    HAVING ${lineFilter ? sql`count(*) > 0` : sql`true`}
  ) market ON true
  WHERE p.workspace_id = ${workspaceId}::uuid AND s.starts_on < s.ends_on AND (ours.amount IS NOT NULL OR market.observed > 0)`;
