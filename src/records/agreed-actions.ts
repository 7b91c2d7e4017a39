/** What managers and their people agreed in one-to-ones. */
import type { Database } from '../db/client.ts';

export interface AgreedAction {
  id: string;
  words: string;
  /** The member who wrote it down. */
  byId: string;
  agreedAt: Date;
  doneAt: Date | null;
}

/** Days that a done action stays on the sheet. */
const SHOWN_DAYS = 7;
const DAY = 86_400_000;

/** A member's open actions, and those ticked in the week before a moment, in the order they were agreed. */
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

/** Ticks a member's action, or removes the tick. False: there is no such action. */
export async function tickAction(
  db: Database,
  workspaceId: string,
  { id, memberId }: { id: string; memberId: string },
  doneAt: Date | null,
): Promise<boolean> {
  const { count } = await db.agreedAction.updateMany({ where: { workspaceId, id, memberId }, data: { doneAt } });
  return count > 0;
}
