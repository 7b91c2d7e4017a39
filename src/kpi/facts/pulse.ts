import { Prisma } from '../../db/generated/client.ts';
import { readsGroup } from '../survey-reader.ts';
import type { FactRows } from './scope.ts';

const { sql } = Prisma;

/**
 * What the rounds that closed within the span have published: of teams if asked by team or about some, else of
 * everybody as a whole or of a random sample. Rounds of reps or managers alone belong to neither. What the reader may
 * not see is left out. Single answers are never read.
 */
export const pulseRows: FactRows = ({ workspaceId, lineKeys, lineFilter, isOfTeams, reader }) => {
  const byTeam = isOfTeams || lineKeys.length > 0 || lineFilter !== null;
  return sql`
    SELECT p.id AS record_id, NULL::uuid AS owner_id, NULL::uuid AS region_id, NULL::uuid AS customer_id, NULL::uuid AS lead_id,
      p.team_id, p.team_id::text AS line_team, r.closed_on AS day, r.instrument, p.question, p.answers, p.total, p.promoters,
      p.detractors, p.invited, everybody.spread
    FROM pulse_rounds r
    JOIN pulse_results p ON p.workspace_id = r.workspace_id AND p.round_id = r.id
    JOIN pulse_results everybody ON everybody.workspace_id = r.workspace_id AND everybody.round_id = r.id
      AND everybody.team_id IS NULL AND everybody.question IS NULL
    WHERE r.workspace_id = ${workspaceId}::uuid AND r.role IS NULL AND r.closed_on >= s.starts_on AND r.closed_on < s.ends_on
      AND ${byTeam ? sql`p.team_id IS NOT NULL` : sql`p.team_id IS NULL AND r.team_id IS NULL`}
      AND ${lineFilter ?? sql`true`} AND ${readsGroup(reader, sql`p.team_id`)}`;
};
