import { Prisma } from '../../db/generated/client.ts';
import { customerOwner } from '../../records/customer-owner.ts';
import { columnsOf, lineColumns } from './line-columns.ts';
import type { FactRows } from './scope.ts';

const { sql } = Prisma;

/**
 * Who was in two-way contact: an answered call, a meeting or demo that was held, an email or message from the customer.
 * It may concern the customer itself, one of its deals, or the lead it once was.
 */
const contacts = (workspaceId: string) => sql`
  SELECT DISTINCT coalesce(a.customer_id, ad.customer_id, al.customer_id) AS customer_id
  FROM activities a
  LEFT JOIN deals ad ON ad.workspace_id = a.workspace_id AND ad.id = a.deal_id
  LEFT JOIN leads al ON al.workspace_id = a.workspace_id AND al.id = a.lead_id
  WHERE a.workspace_id = ${workspaceId}::uuid AND a.occurred_on >= s.starts_on AND a.occurred_on < s.ends_on
    AND (s.until_at IS NULL OR a.occurred_at IS NULL OR a.occurred_at < s.until_at)
    AND (a.type = 'call' AND a.outcome = 'answered' OR a.type IN ('meeting', 'demo') AND a.outcome = 'held'
      OR a.type IN ('email', 'message') AND a.direction = 'inbound')`;

const bought = (lineFilter: Prisma.Sql | null) => sql`
  FROM deals d JOIN deal_lines l ON l.workspace_id = d.workspace_id AND l.deal_id = d.id
  WHERE d.workspace_id = c.workspace_id AND d.customer_id = c.id AND d.status = 'won' AND l.kind IN ('upsell', 'cross_sell')
    AND d.closed_on >= s.starts_on AND d.closed_on < s.ends_on
    AND (s.until_at IS NULL OR d.closed_at IS NULL OR d.closed_at < s.until_at)
    AND ${lineFilter ?? sql`true`}`;

/**
 * Whether they became a customer for the first time, as recorded or by their first won deal, within the span and before
 * it stops.
 */
const isNew = sql`(
  SELECT first.day >= s.starts_on AND first.day < s.ends_on AND (s.until_at IS NULL OR first.day = c.since OR EXISTS (
    SELECT 1 FROM deals d
    WHERE d.workspace_id = c.workspace_id AND d.customer_id = c.id AND d.status = 'won' AND d.closed_on = first.day
      AND (d.closed_at IS NULL OR d.closed_at < s.until_at)))
  FROM (SELECT least(c.since, min(d.closed_on)) AS day FROM deals d
    WHERE d.workspace_id = c.workspace_id AND d.customer_id = c.id AND d.status = 'won') first)`;

/** null: did not buy within the span; true: bought and had bought before; false: bought for the first time. */
const boughtAgain = sql`(
  SELECT CASE WHEN bool_or(d.closed_on >= s.starts_on) THEN count(*) > 1 OR coalesce(c.since < min(d.closed_on), false) END FROM deals d
  WHERE d.workspace_id = c.workspace_id AND d.customer_id = c.id AND d.status = 'won' AND d.closed_on < s.ends_on
    AND (s.until_at IS NULL OR d.closed_at IS NULL OR d.closed_at < s.until_at))`;

/**
 * The lead a customer came from: of its first won deal that has one, else the first lead converted to it. It gives
 * source and campaign.
 */
const originalLead = sql`coalesce((
  SELECT d.lead_id FROM deals d
  WHERE d.workspace_id = c.workspace_id AND d.customer_id = c.id AND d.status = 'won' AND d.lead_id IS NOT NULL
  ORDER BY d.closed_on, d.closed_at, d.id LIMIT 1), (
  SELECT l.id FROM leads l WHERE l.workspace_id = c.workspace_id AND l.customer_id = c.id
  ORDER BY l.created_on, l.created_at, l.id LIMIT 1))`;

/** The region of customer `c`: its own, else the one named like its country. */
export const customerRegion = sql`coalesce(c.region_id, (
  SELECT r.id FROM regions r WHERE r.workspace_id = c.workspace_id AND r.name = c.country))`;

/**
 * Customers who were active within the span or on the day before it. A customer's owner is given, else that of the last
 * won deal; its region is given, else the one named like its country. By product: a row for each product bought on top.
 */
export const customerRows: FactRows = ({ workspaceId, lineKeys, lineFilter }) => sql`
  SELECT c.id AS record_id, c.id AS customer_id, ${originalLead} AS lead_id, ${isNew} AS is_new, s.ends_on - 1 AS day,
    ${customerOwner(sql`s.ends_on`)} AS owner_id, ${customerRegion} AS region_id,
    active.within AS active_within, active.at_start AS active_at_start, active.at_end AS active_at_end,
    ${boughtAgain} AS bought_again, c.segment, contact.customer_id IS NOT NULL AS engaged,
    ${lineKeys.length ? sql`true AS bought_more ${columnsOf('bought', lineKeys)}` : sql`EXISTS (SELECT 1 ${bought(lineFilter)}) AS bought_more`}
  FROM customers c
  JOIN LATERAL (
    SELECT bool_or(sp.starts_on < s.ends_on AND sp.ends_on > s.starts_on) AS within,
      bool_or(sp.starts_on < s.starts_on AND sp.ends_on >= s.starts_on) AS at_start,
      bool_or(sp.starts_on < s.ends_on AND sp.ends_on >= s.ends_on) AS at_end
    FROM customer_spans sp WHERE sp.workspace_id = c.workspace_id AND sp.customer_id = c.id
  ) active ON active.within OR active.at_start
  LEFT JOIN (${contacts(workspaceId)}) contact ON contact.customer_id = c.id
  ${lineKeys.length ? sql`JOIN LATERAL (SELECT DISTINCT ${lineColumns(lineKeys)} true AS yes ${bought(lineFilter)}) bought ON true` : Prisma.empty}
  WHERE c.workspace_id = ${workspaceId}::uuid`;
