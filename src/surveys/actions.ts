/** Actions: what is promised after a survey's results, open until closed. */
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../db/client.ts';
import type { Directory, Role } from '../people/directory.ts';
import type { AskedAction, HelpCount } from './asked-actions.ts';

/** The most open at once: a promise should be meant. */
export const MOST_ACTIONS = 3;

/** An action of a survey. */
export interface SurveyAction extends AskedAction {
  /** The member who has promised it. */
  byId: string;
  isOpen: boolean;
}

/** The survey a round belongs to. */
interface Survey {
  workspaceId: string;
  scheduleId: string;
  /** The team it asks; null: everybody. Actions promised to another audience are not shown. */
  teamId: string | null;
}

interface OneRound extends Survey {
  id: string;
}

type Id = Pick<OneRound, 'workspaceId' | 'id'>;

/** A survey's open actions, the oldest first. */
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

/** The actions promised after a round's results. */
export async function actionsFrom(db: Transaction, { workspaceId, id: roundId }: Id): Promise<SurveyAction[]> {
  const rows = await db.pulseAction.findMany({ where: { workspaceId, roundId }, orderBy: { id: 'asc' } });
  return rows.map(actionOf);
}

/** What the people asked in a round said about earlier actions. */
export function publishedHelp(db: Transaction, { workspaceId, id: roundId }: Id): Promise<HelpCount[]> {
  return db.pulseActionResult.findMany({
    where: { workspaceId, roundId },
    select: { actionId: true, yes: true, little: true, no: true },
  });
}

type Row = Pick<SurveyAction, 'id' | 'words' | 'teamId' | 'byId'> & { closedOn: Date | null };

const actionOf = (row: Row): SurveyAction => ({
  id: row.id,
  words: row.words,
  teamId: row.teamId,
  byId: row.byId,
  isOpen: row.closedOn === null,
});

/** Promises an action to all who were asked, or to one team of them. False: the limit is reached. */
export function addAction(
  db: Database,
  { id: roundId, ...survey }: OneRound,
  { words, teamId, byId, on }: { words: string; teamId: string | null; byId: string; on: Temporal.PlainDate },
): Promise<boolean> {
  const { workspaceId, scheduleId } = survey;
  return db.$transaction(async (tx) => {
    // Locked: two at once would both find the last place free.
    await tx.$queryRaw`SELECT FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
    const open = await openActions(tx, survey);
    if (!hasRoom(open, teamId)) return false;
    const addedOn = new Date(on.toString());
    await tx.pulseAction.create({ data: { workspaceId, scheduleId, roundId, words, teamId, byId, addedOn } });
    return true;
  });
}

/** Whether something more may be promised to a team; null: to all who were asked. */
export const hasRoom = (open: readonly SurveyAction[], to: string | null): boolean =>
  open.filter(({ teamId }) => teamId === to).length < MOST_ACTIONS;

/** Closes an action, done or given up: later rounds do not ask about it. */
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

/** Allows whoever leads the team that was asked; if everybody was asked, or nobody leads the team, an admin. */
export function mayAct(
  { teamId }: { teamId: string | null },
  member: { id: string; role: Role },
  { teams }: Pick<Directory, 'teams'>,
): boolean {
  const leader = teams.find(({ id }) => id === teamId)?.managerId ?? null;
  return leader === null ? member.role === 'admin' : leader === member.id;
}

/**
 * To whom somebody may promise actions after a round: to all it asked (null), and, if it asked several teams, to each
 * team they lead whose results it published.
 */
export async function actsFor(
  db: Transaction,
  round: OneRound,
  member: { id: string; role: Role },
  directory: Pick<Directory, 'teams'>,
): Promise<(string | null)[]> {
  const all = mayAct(round, member, directory) ? [null] : [];
  const led = directory.teams.filter(({ managerId }) => managerId === member.id).map(({ id }) => id);
  if (round.teamId !== null || led.length === 0) return all;
  const told = await db.pulseResult.findMany({
    where: { workspaceId: round.workspaceId, roundId: round.id, question: null, teamId: { in: led } },
    select: { teamId: true },
  });
  return [...all, ...led.filter((id) => told.some(({ teamId }) => teamId === id))];
}

/** Whether somebody sees a team's actions: people counted in the team, its lead, and admins. */
export const readsAction = (
  { teamId }: Pick<AskedAction, 'teamId'>,
  reader: { id: string; role: Role; countedIn: string | null },
  { teams }: Pick<Directory, 'teams'>,
): boolean =>
  teamId === null ||
  reader.role === 'admin' ||
  reader.countedIn === teamId ||
  teams.some(({ id, managerId }) => id === teamId && managerId === reader.id);
