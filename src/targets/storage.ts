import { v7 as uuid } from 'uuid';
import type { Transaction } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

export type TargetScope = 'workspace' | 'team' | 'member';
export type TargetUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A goal for one KPI over the days [startsOn, endsOn), ISO. */
export interface NewTarget {
  workspaceId: string;
  kpi: string;
  scope: TargetScope;
  /** The team or member; null for the workspace. */
  subjectId: string | null;
  unit: TargetUnit;
  startsOn: string;
  endsOn: string;
  /** A decimal; null withdraws the goal. */
  value: string | null;
  currency: string | null;
  setById: string | null;
}

/**
 * Sets goals together: in one statement, at one moment of the database's clock that is later than any of their rows.
 * Rows are only added; the latest for a span counts. Returns their ids, in the order given.
 */
export async function sayTargets(tx: Transaction, targets: readonly NewTarget[]): Promise<string[]> {
  if (targets.length === 0) return [];
  const rows = targets.map((target) => ({ ...target, id: uuid() }));
  await tx.$executeRaw`
    WITH said AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS said(
        "workspaceId" uuid, id uuid, kpi text, scope text, "subjectId" uuid, unit text, "startsOn" date, "endsOn" date,
        value numeric(20,4), currency char(3), "setById" uuid)
    ), moment AS (
      SELECT greatest(clock_timestamp(), max(known.set_at) + interval '1 millisecond') AS at
      FROM said LEFT JOIN targets known
        ON known.workspace_id = said."workspaceId" AND known.scope = said.scope AND known.kpi = said.kpi
        AND known.subject_id IS NOT DISTINCT FROM said."subjectId"
        AND known.starts_on = said."startsOn" AND known.ends_on = said."endsOn"
    )
    INSERT INTO targets
      (workspace_id, id, kpi, scope, subject_id, unit, starts_on, ends_on, value, currency, set_by_id, set_at)
    SELECT "workspaceId", id, kpi, scope, "subjectId", unit, "startsOn", "endsOn", value, currency, "setById", moment.at
    FROM said, moment`;
  return rows.map(({ id }) => id);
}

/** Locks until the transaction ends: of two people who set goals at once, the second knows what the first set. */
export async function oneAfterTheOther(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`targets ${workspaceId}`}, 0))`;
}

export interface TargetRow {
  id: string;
  kpi: string;
  scope: TargetScope;
  subjectId: string | null;
  unit: TargetUnit;
  startsOn: string;
  endsOn: string;
  value: string;
  currency: string | null;
}

export interface TargetsWanted {
  kpis: readonly string[];
  memberIds: readonly string[];
  teamIds: readonly string[];
  includeWorkspace: boolean;
  /** Half-open days, ISO: targets that overlap them. */
  from: string;
  to: string;
}

/** The goals in force: the latest row for each KPI, subject and span; withdrawn ones are left out. Earliest span first. */
export function targetsFor(tx: Transaction, workspaceId: string, wanted: TargetsWanted): Promise<TargetRow[]> {
  return tx.$queryRaw<TargetRow[]>`
    SELECT id, kpi, scope, subject_id AS "subjectId", unit,
      starts_on::text AS "startsOn", ends_on::text AS "endsOn", value::text AS value, currency
    FROM (${latestWords(workspaceId, wanted)}) latest
    WHERE value IS NOT NULL
    ORDER BY starts_on, ends_on, kpi, scope, subject_id`;
}

/** The latest row of each goal, also if it withdrew it: what people were told last. */
export function lastSaid(
  tx: Transaction,
  workspaceId: string,
  wanted: TargetsWanted,
): Promise<{ id: string; kpi: string }[]> {
  return tx.$queryRaw`SELECT id, kpi FROM (${latestWords(workspaceId, wanted)}) latest`;
}

const latestWords = (workspaceId: string, { kpis, memberIds, teamIds, includeWorkspace, from, to }: TargetsWanted) =>
  Prisma.sql`
    SELECT DISTINCT ON (kpi, scope, subject_id, starts_on, ends_on) *
    FROM targets
    WHERE workspace_id = ${workspaceId}::uuid
      AND kpi = ANY(${[...kpis]}::text[])
      AND starts_on < ${to}::date AND ends_on > ${from}::date
      AND (
        (scope = 'member' AND subject_id = ANY(${[...memberIds]}::uuid[]))
        OR (scope = 'team' AND subject_id = ANY(${[...teamIds]}::uuid[]))
        OR (scope = 'workspace' AND ${includeWorkspace})
      )
    ORDER BY kpi, scope, subject_id, starts_on, ends_on, set_at DESC, id DESC`;

/** People's goals in force that were set for exactly these days. */
export async function exactGoals(
  tx: Transaction,
  workspaceId: string,
  { from, to, ...wanted }: Pick<TargetsWanted, 'kpis' | 'memberIds' | 'from' | 'to'>,
): Promise<TargetRow[]> {
  const rows = await targetsFor(tx, workspaceId, { ...wanted, teamIds: [], includeWorkspace: false, from, to });
  return rows.filter(({ startsOn, endsOn }) => startsOn === from && endsOn === to);
}
