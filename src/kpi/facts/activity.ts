import { Prisma } from '../../db/generated/client.ts';
import type { FactRows } from './scope.ts';

/** Activities belong to who did them, on the day they happened. */
export const activityRows: FactRows = ({ workspaceId }) => Prisma.sql`
  SELECT a.id AS record_id, a.member_id AS owner_id, a.occurred_on AS day, a.occurred_at AS at, a.occurred_hour AS hour, a.region_id,
    a.customer_id, a.lead_id, a.type, a.direction, a.outcome, a.result, a.place, a.duration_seconds,
    (a.customer_id IS NOT NULL OR a.lead_id IS NOT NULL OR a.deal_id IS NOT NULL) AS concerns_someone
  FROM activities a
  WHERE a.workspace_id = ${workspaceId}::uuid AND a.occurred_on >= s.starts_on AND a.occurred_on < s.ends_on
    AND (s.until_at IS NULL OR a.occurred_at IS NULL OR a.occurred_at < s.until_at)`;
