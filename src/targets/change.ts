import type { Database, Transaction } from '../db/client.ts';
import { noteNotices, type TargetNotice } from './notices.ts';
import { type SaidTarget, saidOn, saidTogether } from './said-target.ts';
import { type NewTarget, setTarget } from './storage.ts';

export interface Changed {
  /** null: the same goal, or none, was in force already, and nothing is written. */
  id: string | null;
  before: SaidTarget | null;
}

export interface Change {
  changed: Changed[];
  /** Of who is to be told. */
  notices: TargetNotice[];
}

/** Whose members are to be told of a change; each is told once, however many periods it is for. */
export type Hears = (targets: readonly NewTarget[]) => readonly string[];

/** Sets goals at once (or withdraws them, with a value of null), all or none, and tells what was in force before each. */
export function changeTargets(db: Database, targets: readonly NewTarget[], hears: Hears): Promise<Change> {
  return db.$transaction((tx) => changeWithin(tx, targets, hears));
}

/** The same for several people or teams at once: each one's goals are said together, and all or none are set. */
export function changeAll(db: Database, bySubject: readonly (readonly NewTarget[])[], hears: Hears): Promise<Change[]> {
  return db.$transaction(async (tx) => {
    const changes: Change[] = [];
    for (const targets of bySubject) changes.push(await changeWithin(tx, targets, hears));
    return changes;
  });
}

async function changeWithin(tx: Transaction, targets: readonly NewTarget[], hears: Hears): Promise<Change> {
  // What is said in one breath is taken back in one.
  const setAt = new Date();
  const changed: Changed[] = [];
  for (const target of targets) {
    const [before = null] = await saidOn(tx, target);
    changed.push({ id: isSame(before, target) ? null : await setTarget(tx, { ...target, setAt }), before });
  }
  const written = targets.filter((_, index) => changed[index]?.id);
  return { changed, notices: await noticesOf(tx, changed.find(({ id }) => id)?.id, written, hears) };
}

function isSame(before: SaidTarget | null, { value, currency }: NewTarget): boolean {
  if (before?.value == null || value === null) return (before?.value ?? null) === value;
  return Number(before.value) === Number(value) && before.currency === currency;
}

async function noticesOf(
  tx: Transaction,
  id: string | null | undefined,
  written: readonly NewTarget[],
  hears: Hears,
): Promise<TargetNotice[]> {
  const [first] = written;
  return first && id ? noteNotices(tx, first.workspaceId, id, hears(written)) : [];
}

export interface Undone {
  undone: SaidTarget;
  before: SaidTarget | null;
}

/**
 * Brings back what was in force before the goal with this id, and before those said together with it, or withdraws them
 * where there was none. Empty when another word has been said since on each, such as an earlier undo.
 */
export function undoTargets(
  db: Database,
  workspaceId: string,
  { id, byId, hears }: { id: string; byId: string; hears: Hears },
): Promise<{ all: Undone[]; notices: TargetNotice[] }> {
  return db.$transaction(async (tx) => {
    const together = (await saidTogether(tx, workspaceId, id)).filter(({ setById }) => setById === byId);
    const setAt = new Date();
    const all: Undone[] = [];
    const written: SaidTarget[] = [];
    for (const each of together) {
      const [undone, before = null] = await saidOn(tx, each);
      if (undone?.id !== each.id) continue;
      const { id: _, ...again } = undone;
      const previous = before && { value: before.value, currency: before.currency };
      const back = { ...again, value: null, ...previous, setById: byId, setAt };
      written.push({ ...back, id: await setTarget(tx, back) });
      all.push({ undone, before: before?.value == null ? null : before });
    }
    return { all, notices: await noticesOf(tx, written[0]?.id, written, hears) };
  });
}
