import type { Database, Transaction } from '../db/client.ts';
import { noteNotices, type TargetNotice } from './notices.ts';
import { type SaidTarget, saidOn, saidTogether } from './said-target.ts';
import { type NewTarget, oneAfterTheOther, sayTargets } from './storage.ts';

export interface Changed {
  /** null: the same goal, or none, was in force already, and nothing is written. */
  id: string | null;
  before: SaidTarget | null;
}

export interface Change {
  changed: Changed[];
  /** Notices to those who are to be told. */
  notices: TargetNotice[];
}

/** Whose members are to be told of a change; each is told once, however many periods it is for. */
export type Hears = (targets: readonly NewTarget[]) => readonly string[];

/** A few statements, however many goals: but a busy server may take its time, and several may wait for each other. */
const PATIENCE = { timeout: 30_000, maxWait: 10_000 };

/** Sets goals at once (or withdraws them, with a value of null), all or none, and tells what was in force before each. */
export async function changeTargets(db: Database, targets: readonly NewTarget[], hears: Hears): Promise<Change> {
  const [change] = await changeAll(db, [targets], hears);
  return change ?? { changed: [], notices: [] };
}

/** The same for several people or teams at once: each one's goals are told together, and all or none are set. */
export const changeAll = (db: Database, bySubject: readonly (readonly NewTarget[])[], hears: Hears) =>
  db.$transaction((tx) => changeWithin(tx, bySubject, hears), PATIENCE);

/** The same as a part of something larger, such as an import. */
export async function changeWithin(
  tx: Transaction,
  bySubject: readonly (readonly NewTarget[])[],
  hears: Hears,
): Promise<Change[]> {
  const [first] = bySubject.flat();
  if (!first) return bySubject.map(() => ({ changed: [], notices: [] }));
  await oneAfterTheOther(tx, first.workspaceId);
  const known = await saidOn(tx, bySubject.flat(), { most: 1 });
  let place = 0;
  const looked = bySubject.map((targets) => targets.map((target) => ({ target, before: known[place++]?.[0] ?? null })));
  const news = looked.flat().filter(({ target, before }) => !isSame(before, target));
  const ids = await sayTargets(
    tx,
    news.map(({ target }) => target),
  );
  const idOf = new Map(news.map(({ target }, index) => [target, ids[index] ?? null]));
  const changes = looked.map((goals) =>
    goals.map(({ target, before }) => ({ target, id: idOf.get(target) ?? null, before })),
  );
  const notices = await noticesOf(tx, changes, hears);
  return changes.map((goals, index) => ({
    changed: goals.map(({ id, before }) => ({ id, before })),
    notices: notices[index] ?? [],
  }));
}

function isSame(before: SaidTarget | null, { value, currency }: NewTarget): boolean {
  if (before?.value == null || value === null) return (before?.value ?? null) === value;
  return Math.abs(Number(before.value) - Number(value)) < ROUNDED && before.currency === currency;
}

/** Four decimals are stored: a goal with more of them, set again, is no other one. */
const ROUNDED = 0.00006;

/** Per subject, the goals that were written, told as one. */
async function noticesOf(
  tx: Transaction,
  bySubject: readonly (readonly { target: NewTarget; id: string | null }[])[],
  hears: Hears,
): Promise<TargetNotice[][]> {
  const firsts = bySubject.map((goals) => {
    const written = goals.filter(({ id }) => id !== null);
    // The last one is over last: a notice is news until then.
    const targetId = written.at(-1)?.id ?? null;
    return { targetId, memberIds: targetId ? hears(written.map(({ target }) => target)) : [] };
  });
  const workspaceId = bySubject.flat()[0]?.target.workspaceId ?? '';
  const wanted = firsts.flatMap(({ targetId, memberIds }) =>
    memberIds.flatMap((memberId) => (targetId ? [{ targetId, memberId }] : [])),
  );
  const notices = await noteNotices(tx, workspaceId, wanted);
  return firsts.map(({ targetId }) => notices.filter((notice) => notice.targetId === targetId));
}

export interface Undone {
  undone: SaidTarget;
  before: SaidTarget | null;
}

/** What undoing the goal with this id would bring back now. */
export async function undoableGoals(
  tx: Transaction,
  workspaceId: string,
  { id, byId }: { id: string; byId: string },
): Promise<Undone[]> {
  const together = (await saidTogether(tx, workspaceId, id)).filter(({ setById }) => setById === byId);
  const known = await saidOn(tx, together, { most: 2 });
  return together.flatMap((each, index): Undone[] => {
    const [undone, before = null] = known[index] ?? [];
    return undone?.id === each.id ? [{ undone, before: before?.value == null ? null : before }] : [];
  });
}

/** The goals that an undo sets again. */
export const goalsBack = (all: readonly Undone[]): NewTarget[] =>
  all.map(({ undone: { id: _, setAt: __, ...again }, before }) => {
    return { ...again, value: before?.value ?? null, currency: before?.currency ?? null };
  });

/**
 * Restores what was in force before the goal with this id and those set together with it, or withdraws them if there
 * was nothing. Goals that were set again since are left alone.
 */
export function undoTargets(
  db: Database,
  workspaceId: string,
  { id, byId, hears }: { id: string; byId: string; hears: Hears },
): Promise<{ all: Undone[]; notices: TargetNotice[] }> {
  return db.$transaction(async (tx) => {
    await oneAfterTheOther(tx, workspaceId);
    const all = await undoableGoals(tx, workspaceId, { id, byId });
    const back = goalsBack(all);
    const ids = await sayTargets(tx, back);
    const written = back.map((target, index) => ({ target, id: ids[index] ?? null }));
    const subjects = [...new Set(back.map(({ subjectId }) => subjectId))];
    const bySubject = subjects.map((subjectId) => written.filter(({ target }) => target.subjectId === subjectId));
    const notices = await noticesOf(tx, bySubject, hears);
    return { all, notices: notices.flat() };
  }, PATIENCE);
}
