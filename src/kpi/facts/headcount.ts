import { Prisma } from '../../db/generated/client.ts';
import type { FactRows } from './scope.ts';

/**
 * Who was selling on any day of the span (role rep, any job but SDR): a row for each of their memberships. People who never
 * had one count as long as nobody has (see `sellersIn`), and if they won a deal on a day without one.
 */
export const headcountRows: FactRows = ({ workspaceId }) => Prisma.sql`
  SELECT p.id AS record_id, p.id AS owner_id, s.ends_on - 1 AS day, coalesce(place.region_id, o.region_id) AS region_id, place.team_id,
    NULL::uuid AS customer_id, NULL::uuid AS lead_id
  FROM (
    SELECT ms.member_id, ms.team_id, ms.region_id FROM memberships ms
    WHERE ms.workspace_id = ${workspaceId}::uuid AND (ms.job IS NULL OR ms.job NOT LIKE 'sdr%')
      AND (ms.starts_on IS NULL OR ms.starts_on < s.ends_on) AND (ms.ends_on IS NULL OR ms.ends_on > s.starts_on)
    UNION ALL
    SELECT m.id, NULL, NULL FROM members m
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.known <> 'listed'
      AND NOT EXISTS (SELECT FROM memberships ms WHERE ms.workspace_id = ${workspaceId}::uuid)
    UNION ALL
    SELECT DISTINCT d.closed_owner_id, NULL::uuid, NULL::uuid FROM deals d
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.status = 'won' AND d.closed_on >= s.starts_on AND d.closed_on < s.ends_on
      AND (s.until_at IS NULL OR d.closed_at IS NULL OR d.closed_at < s.until_at)
      AND NOT EXISTS (
        SELECT FROM memberships ms WHERE ms.workspace_id = d.workspace_id AND ms.member_id = d.closed_owner_id
          AND (ms.starts_on IS NULL OR ms.starts_on <= d.closed_on) AND (ms.ends_on IS NULL OR ms.ends_on > d.closed_on))
  ) place
  JOIN members p ON p.workspace_id = ${workspaceId}::uuid AND p.id = place.member_id
  JOIN workspaces w ON w.id = p.workspace_id
  LEFT JOIN offices o ON o.workspace_id = p.workspace_id AND o.id = p.office_id
  WHERE p.role = 'rep' AND s.starts_on < s.ends_on
    AND (p.deactivated_at IS NULL OR (p.deactivated_at AT TIME ZONE w.zone)::date >= s.starts_on)`;
