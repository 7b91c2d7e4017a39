import { Prisma } from '../../db/generated/client.ts';
import type { FactRows } from './scope.ts';

/** Who was selling on any day of the span (role rep, any job but SDR): a row for each of their memberships. */
export const headcountRows: FactRows = ({ workspaceId }) => Prisma.sql`
  SELECT p.id AS record_id, p.id AS owner_id, s.ends_on - 1 AS day, coalesce(ms.region_id, o.region_id) AS region_id, ms.team_id,
    NULL::uuid AS customer_id, NULL::uuid AS lead_id
  FROM members p
  JOIN workspaces w ON w.id = p.workspace_id
  LEFT JOIN offices o ON o.workspace_id = p.workspace_id AND o.id = p.office_id
  LEFT JOIN memberships ms ON ms.workspace_id = p.workspace_id AND ms.member_id = p.id
    AND (ms.starts_on IS NULL OR ms.starts_on < s.ends_on) AND (ms.ends_on IS NULL OR ms.ends_on > s.starts_on)
  WHERE p.workspace_id = ${workspaceId}::uuid AND p.role = 'rep' AND (ms.job IS NULL OR ms.job NOT LIKE 'sdr%')
    AND (p.known <> 'listed' OR ms.member_id IS NOT NULL)
    AND s.starts_on < s.ends_on
    AND (p.deactivated_at IS NULL OR (p.deactivated_at AT TIME ZONE w.zone)::date >= s.starts_on)`;
