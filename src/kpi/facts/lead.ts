import { Prisma } from '../../db/generated/client.ts';
import type { LeadEvent } from '../measure.ts';
import type { FactRows } from './scope.ts';

const { sql } = Prisma;

/**
 * Who owned the lead just before it was first contacted: the owner of the evening before; where unknown, the owner at
 * the end of that day; else the owner at its creation.
 */
const contactedOwner = sql`coalesce((
  SELECT st.owner_id FROM lead_states st
  WHERE st.workspace_id = l.workspace_id AND st.lead_id = l.id AND st.owner_id IS NOT NULL
    AND st.starts_on <= l.first_contacted_on AND (st.ends_on IS NULL OR st.ends_on >= l.first_contacted_on)
  ORDER BY st.starts_on LIMIT 1), l.created_owner_id)`;

const columns: Record<LeadEvent, { owner: Prisma.Sql; day: Prisma.Sql; at: Prisma.Sql }> = {
  created: { owner: sql`l.created_owner_id`, day: sql`l.created_on`, at: sql`l.created_at` },
  contacted: { owner: contactedOwner, day: sql`l.first_contacted_on`, at: sql`l.first_contacted_at` },
  qualified: { owner: sql`l.qualified_owner_id`, day: sql`l.qualified_on`, at: sql`l.qualified_at` },
};

/**
 * The events of leads: a row for each lead created, first contacted or qualified within the span, with its owner just
 * before.
 */
export const leadRows: FactRows = ({ workspaceId, events }) => {
  const asked = (Object.keys(columns) as LeadEvent[]).filter((event) => events.has(event));
  const rows = asked.map((event) => {
    const { owner, day, at } = columns[event];
    return sql`
      SELECT ${event} AS event, l.id AS record_id, ${owner} AS owner_id, ${day} AS day, ${at} AS at, l.id AS lead_id, l.customer_id, l.region_id,
        l.country, l.lead_source, l.campaign, l.origin, l.channel, l.score, l.created_on, l.created_at,
        l.first_contacted_on, l.first_contacted_at, l.first_replied_on, l.first_replied_at, l.qualified_on, l.qualified_at,
        l.converted_on, l.converted_at, l.disqualified_on, l.disqualified_at
      FROM leads l
      WHERE l.workspace_id = ${workspaceId}::uuid AND ${day} >= s.starts_on AND ${day} < s.ends_on
        AND (s.until_at IS NULL OR ${at} IS NULL OR ${at} < s.until_at)`;
  });
  return Prisma.join(rows, ' UNION ALL ');
};
