import type { Database, Transaction } from '../db/client.ts';
import { type NewTarget, setTarget, type TargetScope, type TargetUnit } from './storage.ts';

/** A goal as it was said: `value` null withdrew it. */
export interface SaidTarget extends NewTarget {
  id: string;
}

export interface Changed {
  /** null: the same goal, or none, was in force already, and nothing is written. */
  id: string | null;
  before: SaidTarget | null;
}

/** Sets goals at once (or withdraws them, with a value of null), all or none, and tells what was in force before each. */
export function changeTargets(db: Database, targets: readonly NewTarget[]): Promise<Changed[]> {
  return db.$transaction(async (tx) => {
    // What is said in one breath is taken back in one.
    const setAt = new Date();
    const changed: Changed[] = [];
    for (const target of targets) {
      const [before = null] = await saidOn(tx, target);
      changed.push({ id: isSame(before, target) ? null : await setTarget(tx, { ...target, setAt }), before });
    }
    return changed;
  });
}

function isSame(before: SaidTarget | null, { value, currency }: NewTarget): boolean {
  if (before?.value == null || value === null) return (before?.value ?? null) === value;
  return Number(before.value) === Number(value) && before.currency === currency;
}

export interface Undone {
  undone: SaidTarget;
  before: SaidTarget | null;
}

/**
 * Brings back what was in force before the goal with this id, and before those said together with it, or withdraws them
 * where there was none. Empty when another word has been said since on each, such as an earlier undo.
 */
export function undoTargets(db: Database, workspaceId: string, id: string, byId: string): Promise<Undone[]> {
  return db.$transaction(async (tx) => {
    const row = await tx.target.findFirst({ where: { workspaceId, id, setById: byId } });
    if (!row) return [];
    const { kpi, scope, subjectId, setById, setAt } = row;
    const together = await tx.target.findMany({
      where: { workspaceId, kpi, scope, subjectId, setById, setAt },
      orderBy: [{ startsOn: 'asc' }, { endsOn: 'desc' }],
    });
    const all: Undone[] = [];
    for (const each of together) {
      const [undone, before = null] = await saidOn(tx, asSaid(each));
      if (undone?.id !== each.id) continue;
      const { id: _, ...again } = undone;
      const previous = before && { value: before.value, currency: before.currency };
      await setTarget(tx, { ...again, value: null, ...previous, setById: byId });
      all.push({ undone, before: before?.value == null ? null : before });
    }
    return all;
  });
}

/** Every word on the same KPI, subject and span, the latest first. */
async function saidOn(tx: Transaction, target: NewTarget): Promise<SaidTarget[]> {
  const { workspaceId, kpi, scope, subjectId } = target;
  const days = { startsOn: new Date(target.startsOn), endsOn: new Date(target.endsOn) };
  const rows = await tx.target.findMany({
    where: { workspaceId, kpi, scope, subjectId, ...days },
    orderBy: [{ setAt: 'desc' }, { id: 'desc' }],
    take: 2,
  });
  return rows.map(asSaid);
}

type Row = Awaited<ReturnType<Transaction['target']['findMany']>>[number];

function asSaid(row: Row): SaidTarget {
  const { workspaceId, id, kpi, subjectId, value, currency, setById, startsOn, endsOn } = row;
  return {
    ...{ workspaceId, id, kpi, subjectId, currency, setById },
    // The columns hold nothing but what we wrote there.
    scope: row.scope as TargetScope,
    unit: row.unit as TargetUnit,
    value: value?.toString() ?? null,
    startsOn: startsOn.toISOString().slice(0, 10),
    endsOn: endsOn.toISOString().slice(0, 10),
  };
}
