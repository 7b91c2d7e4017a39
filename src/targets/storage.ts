import { v7 as uuid } from 'uuid';
import type { Transaction } from '../db/client.ts';

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

/** Says a goal. Nothing is overwritten: the latest word on the same span counts. Returns the row's id. */
export async function setTarget(tx: Transaction, target: NewTarget & { setAt?: Date }): Promise<string> {
  const startsOn = new Date(target.startsOn);
  const endsOn = new Date(target.endsOn);
  const { id } = await tx.target.create({ data: { ...target, id: uuid(), startsOn, endsOn }, select: { id: true } });
  return id;
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
    FROM (
      SELECT DISTINCT ON (kpi, scope, subject_id, starts_on, ends_on) *
      FROM targets
      WHERE workspace_id = ${workspaceId}::uuid
        AND kpi = ANY(${[...wanted.kpis]}::text[])
        AND starts_on < ${wanted.to}::date AND ends_on > ${wanted.from}::date
        AND (
          (scope = 'member' AND subject_id = ANY(${[...wanted.memberIds]}::uuid[]))
          OR (scope = 'team' AND subject_id = ANY(${[...wanted.teamIds]}::uuid[]))
          OR (scope = 'workspace' AND ${wanted.includeWorkspace})
        )
      ORDER BY kpi, scope, subject_id, starts_on, ends_on, set_at DESC, id DESC
    ) latest
    WHERE value IS NOT NULL
    ORDER BY starts_on, ends_on, kpi, scope, subject_id`;
}
