import type { Transaction } from '../db/client.ts';
import { type SaidTarget, saidOn, saidTogether } from './said-target.ts';

/** A goal that was said, and the word on the same span before it. */
export interface GoalNews {
  goal: SaidTarget;
  before: SaidTarget | null;
}

/** What was said with the goal of this id, in the order of time. */
export async function newsOf(db: Transaction, workspaceId: string, targetId: string): Promise<GoalNews[]> {
  const goals = await saidTogether(db, workspaceId, targetId);
  const news: GoalNews[] = [];
  for (const goal of goals) {
    const [before = null] = await saidOn(db, goal, goal.setAt);
    news.push({ goal, before });
  }
  return news;
}
