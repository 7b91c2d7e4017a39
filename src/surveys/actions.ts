/** What is done about the results of a survey: promised from those of a round, open until it is closed. */
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../db/client.ts';
import type { Directory, Role } from '../people/directory.ts';
import type { AskedAction, HelpCount } from './asked-actions.ts';

/** So many are open at once: what is promised is meant. */
export const MOST_ACTIONS = 3;

/** An action of a survey. */
export interface SurveyAction extends AskedAction {
  /** The member who has promised it. */
  byId: string;
  isOpen: boolean;
}

/** The survey that a round is one of. */
interface Survey {
  workspaceId: string;
  scheduleId: string;
  /** Whom it asks; null: everybody. What it promised to others is not theirs. */
  teamId: string | null;
}

interface OneRound extends Survey {
  id: string;
}

type Id = Pick<OneRound, 'workspaceId' | 'id'>;

/** What is open of a survey, the first promised first. */
export async function openActions(
  db: Transaction,
  { workspaceId, scheduleId, teamId }: Survey,
): Promise<SurveyAction[]> {
  const rows = await db.pulseAction.findMany({
    where: { workspaceId, scheduleId, closedOn: null, round: { teamId } },
    orderBy: { id: 'asc' },
  });
  return rows.map(actionOf);
}

/** What was promised from the results of a round. */
export async function actionsFrom(db: Transaction, { workspaceId, id: roundId }: Id): Promise<SurveyAction[]> {
  const rows = await db.pulseAction.findMany({ where: { workspaceId, roundId }, orderBy: { id: 'asc' } });
  return rows.map(actionOf);
}

/** What those who were asked in a round said of the actions before it. */
export function publishedHelp(db: Transaction, { workspaceId, id: roundId }: Id): Promise<HelpCount[]> {
  return db.pulseActionResult.findMany({
    where: { workspaceId, roundId },
    select: { actionId: true, yes: true, little: true, no: true },
  });
}

const actionOf = (row: { id: string; words: string; byId: string; closedOn: Date | null }): SurveyAction => ({
  id: row.id,
  words: row.words,
  byId: row.byId,
  isOpen: row.closedOn === null,
});

/** Promises something. False: there are as many as there may be. */
export function addAction(
  db: Database,
  { id: roundId, ...survey }: OneRound,
  { words, byId, on }: { words: string; byId: string; on: Temporal.PlainDate },
): Promise<boolean> {
  const { workspaceId, scheduleId } = survey;
  return db.$transaction(async (tx) => {
    // One after another: two at once would both find the last place free.
    await tx.$queryRaw`SELECT FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const open = await openActions(tx, survey);
    if (open.length >= MOST_ACTIONS) return false;
    const addedOn = new Date(on.toString());
    await tx.pulseAction.create({ data: { workspaceId, scheduleId, roundId, words, byId, addedOn } });
    return true;
  });
}

/** It is done, or given up: later rounds do not ask about it. */
export async function closeAction(
  db: Database,
  { workspaceId, scheduleId }: Pick<Survey, 'workspaceId' | 'scheduleId'>,
  id: string,
  on: Temporal.PlainDate,
): Promise<void> {
  await db.pulseAction.updateMany({
    where: { workspaceId, scheduleId, id, closedOn: null },
    data: { closedOn: new Date(on.toString()) },
  });
}

/** Whoever leads the team that was asked; where everybody was, or nobody leads it, admins. */
export function mayAct(
  { teamId }: { teamId: string | null },
  member: { id: string; role: Role },
  { teams }: Pick<Directory, 'teams'>,
): boolean {
  const leader = teams.find(({ id }) => id === teamId)?.managerId ?? null;
  return leader === null ? member.role === 'admin' : leader === member.id;
}
