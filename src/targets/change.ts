import type { Database, Transaction } from '../db/client.ts';
import { type NewTarget, setTarget, type TargetScope, type TargetUnit } from './storage.ts';

/** A goal as it was said: `value` null withdrew it. */
export interface SaidTarget extends NewTarget {
  id: string;
}

export interface Changed {
  /** null: the same goal was in force already, and nothing is written. */
  id: string | null;
  before: SaidTarget | null;
}

/** Sets a goal and tells what was in force before it. */
export function changeTarget(db: Database, target: NewTarget): Promise<Changed> {
  return db.$transaction(async (tx) => {
    const [before = null] = await saidOn(tx, target);
    const isSame =
      before?.value != null && Number(before.value) === Number(target.value) && before.currency === target.currency;
    return { id: isSame ? null : await setTarget(tx, target), before };
  });
}

/**
 * Brings back what was in force before the goal with this id, or withdraws it where there was none. Null when another
 * word has been said since, such as an earlier undo.
 */
export function undoTarget(
  db: Database,
  workspaceId: string,
  id: string,
  byId: string,
): Promise<{ undone: SaidTarget; before: SaidTarget | null } | null> {
  return db.$transaction(async (tx) => {
    const row = await tx.target.findFirst({ where: { workspaceId, id } });
    if (!row) return null;
    const [undone, before = null] = await saidOn(tx, asSaid(row));
    if (undone?.id !== id || undone.setById !== byId) return null;
    const { id: _, ...again } = undone;
    const previous = before && { value: before.value, currency: before.currency };
    await setTarget(tx, { ...again, value: null, ...previous, setById: byId });
    return { undone, before: before?.value == null ? null : before };
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
