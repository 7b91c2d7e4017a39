import { Prisma } from '../../db/generated/client.ts';
import type { FactRows } from './scope.ts';

/** The pipeline as it stood at the end of the span's last day: open deals, and open leads without a deal. */
export const stateRows: FactRows = ({ workspaceId }) => Prisma.sql`
  SELECT true AS is_deal, d.id AS record_id, st.owner_id, s.ends_on - 1 AS day, st.stage_id, st.amount, st.currency, d.region_id, d.customer_id, d.lead_id
  FROM deal_states st JOIN deals d ON d.workspace_id = st.workspace_id AND d.id = st.deal_id
  WHERE st.workspace_id = ${workspaceId}::uuid AND st.status = 'open'
    AND st.starts_on < s.ends_on AND (st.ends_on IS NULL OR st.ends_on >= s.ends_on)
  UNION ALL
  SELECT false, l.id, st.owner_id, s.ends_on - 1, NULL, st.expected_amount, st.currency, l.region_id, l.customer_id, l.id
  FROM lead_states st JOIN leads l ON l.workspace_id = st.workspace_id AND l.id = st.lead_id
  WHERE st.workspace_id = ${workspaceId}::uuid AND st.status = 'open'
    AND st.starts_on < s.ends_on AND (st.ends_on IS NULL OR st.ends_on >= s.ends_on)
    AND NOT EXISTS (
      SELECT 1 FROM deals d
      WHERE d.workspace_id = st.workspace_id AND d.lead_id = st.lead_id AND coalesce(d.opened_on, (
        SELECT min(o.starts_on) FROM deal_states o WHERE o.workspace_id = d.workspace_id AND o.deal_id = d.id), '-infinity') < s.ends_on)`;

/** The open leads at the end of the span's last day, and whether each scores as hot. */
export const leadStateRows: FactRows = ({ workspaceId }) => Prisma.sql`
  SELECT l.id AS record_id, st.owner_id, s.ends_on - 1 AS day, l.region_id, l.customer_id, l.id AS lead_id, l.lead_source,
    st.score >= w.hot_lead_score AS is_hot
  FROM lead_states st
  JOIN leads l ON l.workspace_id = st.workspace_id AND l.id = st.lead_id
  JOIN workspaces w ON w.id = st.workspace_id
  WHERE st.workspace_id = ${workspaceId}::uuid AND st.status = 'open'
    AND st.starts_on < s.ends_on AND (st.ends_on IS NULL OR st.ends_on >= s.ends_on)`;
