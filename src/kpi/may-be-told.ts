import { localDay } from '../calendar/local-day.ts';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { managedTeamIds } from '../people/manages.ts';
import { findKpi } from './catalogue/index.ts';
import type { Asking } from './evaluate.ts';
import { type Asker, mayAsk } from './may-ask.ts';
import type { Question } from './question.ts';
import { subjectName } from './subject.ts';

/**
 * As `mayAsk` has it; and what a survey has published of everybody is for everybody who was asked, as they were promised, and what
 * it has of a team is for who leads it: its people read that only of a round that asked just them. Which rounds these are
 * the numbers themselves look at (`survey-reader`). Throws a Problem that says why not.
 */
export async function mayBeTold(
  question: Question,
  asker: Asker,
  { db, workspace, directory, now }: Pick<Asking, 'db' | 'workspace' | 'directory' | 'now'>,
): Promise<void> {
  const inOneOf = (teamId: string | null) => wasAsked(db, { workspaceId: workspace.id, memberId: asker.id, teamId });
  if (isPublishedOfEverybody(question) && (await inOneOf(null))) return;
  mayAsk(question, asker, directory, localDay(now, workspace.zone).toString());
  if (asker.role === 'admin' || question.whose.scope !== 'team' || !question.kpis.some(isOfEmployees)) return;
  const led = managedTeamIds(asker, directory);
  for (const id of question.whose.teamIds) {
    if (led.includes(id) || (await inOneOf(id))) continue;
    throw new Problem('refusal.survey_team', { subject: subjectName({ scope: 'team', teamIds: [id] }, directory) });
  }
}

/** Whether a KPI is what surveys of employees tell. */
export const isOfEmployees = (id: string): boolean => findKpi(id)?.privacy !== undefined;

/** Whether all of it is what surveys have published of everybody together, and of no team by itself. */
function isPublishedOfEverybody({ kpis, whose, by, where = [] }: Question): boolean {
  if (whose.scope !== 'workspace' || by.length > 0 || where.length > 0) return false;
  return kpis.length > 0 && kpis.every(isOfEmployees);
}

/** Whether somebody was asked in a survey of a team, or (null) of everybody, that has closed. */
async function wasAsked(
  db: Database,
  { workspaceId, memberId, teamId }: { workspaceId: string; memberId: string; teamId: string | null },
): Promise<boolean> {
  const invitation = await db.pulseInvitation.findFirst({
    where: { workspaceId, memberId, round: { teamId, role: null, closedOn: { not: null } } },
    select: { roundId: true },
  });
  return invitation !== null;
}
