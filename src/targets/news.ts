import type { Transaction } from '../db/client.ts';
import { type SaidTarget, saidOn, saidTogether } from './said-target.ts';

/** A goal that was said, and the word on the same span before it. */
export interface GoalNews {
  goal: SaidTarget;
  before: SaidTarget | null;
}

/** What holds now where all of some goals that were said together were said anew since; null: some of them hold still. */
export async function saidSince(db: Transaction, goals: readonly SaidTarget[]): Promise<SaidTarget[] | null> {
  const latest = (await saidOn(db, goals, { most: 1 })).flat();
  const isOld = goals.every(({ id }) => latest.every((each) => each.id !== id));
  return isOld ? latest : null;
}

/**
 * What was said about each person or team in one breath with the goal of this id, by the ids of all these goals: those of
 * one person or team together, in the order of time.
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
