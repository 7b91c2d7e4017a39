/** What managers and their people agree on when they talk. */
import type { Database } from '../db/client.ts';

export interface AgreedAction {
  id: string;
  words: string;
  /** The member who wrote it down. */
  byId: string;
  agreedAt: Date;
  doneAt: Date | null;
}

/** For so long what is done still stands on the sheet. */
const SHOWN_DAYS = 7;
const DAY = 86_400_000;

/** What is open of a member, and what was ticked in the week before a moment; in the order it was agreed on. */
export function agreedActions(db: Database, workspaceId: string, memberId: string, now: Date): Promise<AgreedAction[]> {
  const doneAt = { gt: new Date(now.getTime() - SHOWN_DAYS * DAY) };
  return db.agreedAction.findMany({
    where: { workspaceId, memberId, OR: [{ doneAt: null }, { doneAt }] },
    orderBy: [{ agreedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, words: true, byId: true, agreedAt: true, doneAt: true },
  });
}

export async function agreeOn(
  db: Database,
  workspaceId: string,
  action: { memberId: string; byId: string; words: string; agreedAt: Date },
): Promise<void> {
  await db.agreedAction.create({ data: { workspaceId, ...action } });
}

/** Ticks an action of a member, or takes the tick back. False: there is no such one. */
export async function tickAction(
  db: Database,
  workspaceId: string,
  { id, memberId }: { id: string; memberId: string },
  doneAt: Date | null,
): Promise<boolean> {
  const { count } = await db.agreedAction.updateMany({ where: { workspaceId, id, memberId }, data: { doneAt } });
  return count > 0;
}
