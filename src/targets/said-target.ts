import type { Transaction } from '../db/client.ts';
import type { NewTarget, TargetScope, TargetUnit } from './storage.ts';

/** A goal as it was said: `value` null withdrew it. */
export interface SaidTarget extends NewTarget {
  id: string;
  setAt: Date;
}

type Span = Pick<NewTarget, 'workspaceId' | 'kpi' | 'scope' | 'subjectId' | 'startsOn' | 'endsOn'>;

/** The latest words on the same KPI, subject and span (those before an instant, if one is given), the latest first. */
export async function saidOn(tx: Transaction, span: Span, before?: Date): Promise<SaidTarget[]> {
  const { workspaceId, kpi, scope, subjectId } = span;
  const days = { startsOn: new Date(span.startsOn), endsOn: new Date(span.endsOn) };
  const rows = await tx.target.findMany({
    where: { workspaceId, kpi, scope, subjectId, ...days, ...(before ? { setAt: { lt: before } } : {}) },
    orderBy: [{ setAt: 'desc' }, { id: 'desc' }],
    take: 2,
  });
  return rows.map(asSaid);
}

/** The goal with this id and those said in one breath with it, in the order of time, a year's before its parts'. */
export async function saidTogether(tx: Transaction, workspaceId: string, id: string): Promise<SaidTarget[]> {
  const row = await tx.target.findFirst({ where: { workspaceId, id } });
  if (!row) return [];
  const { kpi, scope, subjectId, setById, setAt } = row;
  const rows = await tx.target.findMany({
    where: { workspaceId, kpi, scope, subjectId, setById, setAt },
    orderBy: [{ startsOn: 'asc' }, { endsOn: 'desc' }],
  });
  return rows.map(asSaid);
}

type Row = Awaited<ReturnType<Transaction['target']['findMany']>>[number];

function asSaid(row: Row): SaidTarget {
  const { workspaceId, id, kpi, subjectId, value, currency, setById, setAt, startsOn, endsOn } = row;
  return {
    ...{ workspaceId, id, kpi, subjectId, currency, setById, setAt },
    // The columns hold nothing but what we wrote there.
    scope: row.scope as TargetScope,
    unit: row.unit as TargetUnit,
    value: value?.toString() ?? null,
    startsOn: startsOn.toISOString().slice(0, 10),
    endsOn: endsOn.toISOString().slice(0, 10),
  };
}
