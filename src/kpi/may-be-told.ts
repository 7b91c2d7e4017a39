import { localDay } from '../calendar/local-day.ts';
import type { Database } from '../db/client.ts';
import { findKpi } from './catalogue/index.ts';
import type { Asking } from './evaluate.ts';
import { type Asker, mayAsk } from './may-ask.ts';
import type { Question } from './question.ts';

/**
 * As `mayAsk` has it; and what a survey has published of everybody is for everybody who was asked, as they were promised.
 * Throws a Problem that says why not.
 */
export async function mayBeTold(
  question: Question,
  asker: Asker,
  { db, workspace, directory, now }: Pick<Asking, 'db' | 'workspace' | 'directory' | 'now'>,
): Promise<void> {
  if (isPublishedOfEverybody(question) && (await wasAsked(db, workspace.id, asker.id))) return;
  mayAsk(question, asker, directory, localDay(now, workspace.zone).toString());
}

/** Whether all of it is what surveys have published of everybody together, and of no team by itself. */
function isPublishedOfEverybody({ kpis, whose, by, where = [] }: Question): boolean {
  if (whose.scope !== 'workspace' || by.length > 0 || where.length > 0) return false;
  return kpis.length > 0 && kpis.every((id) => findKpi(id)?.privacy !== undefined);
}

/** Whether somebody was asked in a survey of everybody that has closed. */
async function wasAsked(db: Database, workspaceId: string, memberId: string): Promise<boolean> {
  const invitation = await db.pulseInvitation.findFirst({
    where: { workspaceId, memberId, round: { teamId: null, closedOn: { not: null } } },
    select: { roundId: true },
  });
  return invitation !== null;
}
