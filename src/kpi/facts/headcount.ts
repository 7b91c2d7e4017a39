import { Prisma } from '../../db/generated/client.ts';
import type { FactRows } from './scope.ts';

/** Who was selling on any day of the span: role rep, in a job other than SDR. */
export const headcountRows: FactRows = ({ workspaceId }) => Prisma.sql`
  SELECT p.id AS owner_id, s.ends_on - 1 AS day, ms.region_id, ms.team_id, NULL::uuid AS customer_id, NULL::uuid AS lead_id
  FROM members p
  LEFT JOIN memberships ms ON ms.workspace_id = p.workspace_id AND ms.member_id = p.id
  WHERE p.workspace_id = ${workspaceId}::uuid AND p.role = 'rep' AND (ms.job IS NULL OR ms.job NOT LIKE 'sdr%')
    AND (ms.starts_on IS NULL OR ms.starts_on < s.ends_on) AND (ms.ends_on IS NULL OR ms.ends_on > s.starts_on)
    AND (p.deactivated_at IS NULL OR p.deactivated_at >= s.starts_on)`;
