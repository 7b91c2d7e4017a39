import type { Transaction } from '../db/client.ts';
import { type SaidTarget, saidOn, saidTogether } from './said-target.ts';

/** A goal that was set, and the one it replaced. */
export interface GoalNews {
  goal: SaidTarget;
  before: SaidTarget | null;
}

/** If all of these goals have been set again since: what holds now. null: some still hold. */
export async function saidSince(db: Transaction, goals: readonly SaidTarget[]): Promise<SaidTarget[] | null> {
  const latest = (await saidOn(db, goals, { most: 1 })).flat();
  const isOld = goals.every(({ id }) => latest.every((each) => each.id !== id));
  return isOld ? latest : null;
}

/**
 * The goals set together with the one of this id, per person or team, in order of time; keyed by the ids of all of
 * them.
 */
export async function newsOf(db: Transaction, workspaceId: string, targetId: string): Promise<Map<string, GoalNews[]>> {
  const goals = await saidTogether(db, workspaceId, targetId);
  const [first] = goals;
  const known = await saidOn(db, goals, { most: 1, ...(first ? { before: first.setAt } : {}) });
  const news = goals.map((goal, index): GoalNews => ({ goal, before: known[index]?.[0] ?? null }));
  return new Map(
    news.map(({ goal: { id, subjectId } }) => [id, news.filter(({ goal }) => goal.subjectId === subjectId)]),
  );
}
