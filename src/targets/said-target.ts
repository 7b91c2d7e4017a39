import type { Transaction } from '../db/client.ts';
import type { NewTarget } from './storage.ts';

/** A row of the goals' history: `value` null withdrew it. */
export interface SaidTarget extends NewTarget {
  id: string;
  setAt: Date;
}

type Span = Pick<NewTarget, 'workspaceId' | 'kpi' | 'scope' | 'subjectId' | 'startsOn' | 'endsOn'>;

interface Looked {
  /** At most this many rows for each span, the latest first. */
  most: number;
  /** Only rows set before this moment. */
  before?: Date;
}

/** The latest rows for each of some spans of one workspace, in their order. */
export async function saidOn(
  tx: Transaction,
  spans: readonly Span[],
  { most, before }: Looked,
): Promise<SaidTarget[][]> {
  const [first] = spans;
  if (!first) return [];
  const asked = spans.map(({ kpi, scope, subjectId, startsOn, endsOn }, place) => {
    return { place, kpi, scope, subjectId, startsOn, endsOn };
  });
  const rows = await tx.$queryRaw<(SaidTarget & { place: number })[]>`
    SELECT asked.place, said.*
    FROM json_to_recordset(${JSON.stringify(asked)}::json) AS asked(
      place int, kpi text, scope text, "subjectId" uuid, "startsOn" date, "endsOn" date)
    CROSS JOIN LATERAL (
      SELECT workspace_id AS "workspaceId", id, kpi, scope, subject_id AS "subjectId", unit, starts_on::text AS "startsOn",
        ends_on::text AS "endsOn", trim_scale(value)::text AS value, currency, set_by_id AS "setById", set_at AS "setAt"
      FROM targets
      WHERE workspace_id = ${first.workspaceId}::uuid AND scope = asked.scope AND kpi = asked.kpi
        AND subject_id IS NOT DISTINCT FROM asked."subjectId"
        AND starts_on = asked."startsOn" AND ends_on = asked."endsOn"
        AND (${before ?? null}::timestamptz IS NULL OR set_at < ${before ?? null}::timestamptz)
      ORDER BY set_at DESC, id DESC LIMIT ${most}
    ) said
    ORDER BY asked.place, said."setAt" DESC, said.id DESC`;
  const bySpan = spans.map((): SaidTarget[] => []);
  for (const { place, ...said } of rows) bySpan[place]?.push(said);
  return bySpan;
}

/**
 * The goal with this id and those set together with it, by person or team and in order of time, a year's before its
 * parts'.
 */
export async function saidTogether(tx: Transaction, workspaceId: string, id: string): Promise<SaidTarget[]> {
  return tx.$queryRaw<SaidTarget[]>`
    SELECT goal.workspace_id AS "workspaceId", goal.id, goal.kpi, goal.scope, goal.subject_id AS "subjectId", goal.unit,
      goal.starts_on::text AS "startsOn", goal.ends_on::text AS "endsOn", trim_scale(goal.value)::text AS value,
      goal.currency, goal.set_by_id AS "setById", goal.set_at AS "setAt"
    FROM targets first JOIN targets goal ON goal.workspace_id = first.workspace_id AND goal.kpi = first.kpi
      AND goal.scope = first.scope AND goal.set_by_id IS NOT DISTINCT FROM first.set_by_id AND goal.set_at = first.set_at
    WHERE first.workspace_id = ${workspaceId}::uuid AND first.id = ${id}::uuid
    ORDER BY goal.subject_id, goal.starts_on, goal.ends_on DESC`;
}
