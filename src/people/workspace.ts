import type { CalendarSettings } from '../calendar/settings.ts';
import type { Database, Transaction } from '../db/client.ts';
import type { Workspace } from '../db/generated/client.ts';
import { text } from '../language/text.ts';
import { moveFactsToZone } from './fact-days.ts';

export type { Workspace };

/**
 * The workspace that the command line works on: the first one, or a new one that no Slack workspace has claimed yet.
 */
export function ensureWorkspace(db: Database): Promise<Workspace> {
  return db.$transaction(firstWorkspace, PATIENT);
}

/** In the caller's transaction, so that it is rolled back along with it. */
async function firstWorkspace(tx: Transaction): Promise<Workspace> {
  const find = () => tx.workspace.findFirst({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const first = await find();
  if (first) return first;
  await lock(tx);
  return (await find()) ?? tx.workspace.create({ data: { name: text('people.unnamed_workspace') } });
}

/**
 * The workspace an import writes into, once no other import is running and its zone is not being changed. Neither can
 * begin before the transaction ends.
 */
export async function workspaceToFill(tx: Transaction): Promise<Workspace> {
  const { id } = await firstWorkspace(tx);
  await lockFacts(tx, id);
  // The previous holder of the lock may have changed its zone.
  return tx.workspace.findUniqueOrThrow({ where: { id } });
}

/** What Slack says about the workspace the bot was started in. */
export interface SlackWorkspace {
  slackTeamId: string;
  name: string;
  /** IANA */
  zone: string;
}

/**
 * The workspace for a Slack workspace. The first start claims what was imported before, with Slack's name and zone;
 * another Slack workspace gets its own. After that its settings are its own, and Slack's are not read again.
 */
export function bindWorkspace(db: Database, { slackTeamId, name, zone }: SlackWorkspace): Promise<Workspace> {
  return db.$transaction(async (tx) => {
    const find = () => tx.workspace.findUnique({ where: { slackTeamId } });
    const bound = await find();
    if (bound) return bound;
    await lock(tx);
    const boundMeanwhile = await find();
    if (boundMeanwhile) return boundMeanwhile;
    const unclaimed = await tx.workspace.findFirst({
      where: { slackTeamId: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    if (!unclaimed) return tx.workspace.create({ data: { slackTeamId, name, zone } });
    // A running import writes days of the old zone that nobody sees yet.
    await lockFacts(tx, unclaimed.id);
    // A zone that somebody has set is kept.
    if (unclaimed.zone !== NO_ZONE_YET)
      return tx.workspace.update({ where: { id: unclaimed.id }, data: { slackTeamId, name } });
    await moveFactsToZone(tx, unclaimed.id, zone);
    return tx.workspace.update({ where: { id: unclaimed.id }, data: { slackTeamId, name, zone } });
  }, PATIENT);
}

/** A workspace's settings: what it counts in, and how. */
export type WorkspaceSettings = Partial<
  Pick<
    Workspace,
    | 'name'
    | 'currency'
    | 'zone'
    | 'weekStart'
    | 'calendar'
    | 'fiscalStartMonth'
    | 'lapseMonths'
    | 'hotLeadScore'
    | 'chartTheme'
    | 'leaderboard'
    | 'dailyMessages'
    | 'quarterlySurveys'
  >
>;

/**
 * Changes the given settings and returns all of them. If the zone changes, facts that happened at an instant move to
 * their new days.
 */
export function changeSettings(db: Database, workspaceId: string, settings: WorkspaceSettings): Promise<Workspace> {
  return db.$transaction(async (tx) => {
    await lockFacts(tx, workspaceId);
    if (settings.zone) await moveFactsToZone(tx, workspaceId, settings.zone);
    return tx.workspace.update({ where: { id: workspaceId }, data: settings });
  }, PATIENT);
}

/** The calendar settings of a workspace. */
export function calendarSettings(workspace: Workspace): CalendarSettings {
  // The database's checks limit these columns to these values.
  return {
    zone: workspace.zone,
    weekStart: workspace.weekStart as CalendarSettings['weekStart'],
    fiscalStartMonth: workspace.fiscalStartMonth,
    calendar: workspace.calendar as CalendarSettings['calendar'],
  };
}

/** Slack does not say whether people use light or dark mode, so a workspace sets what most of them use. */
export const chartTheme = ({ chartTheme }: Workspace): 'light' | 'dark' => (chartTheme === 'dark' ? 'dark' : 'light');

/** The second waits until the first is done, which may be an import. */
const PATIENT = { timeout: 60_000 };
const LOCK = 5_318_008;
/** The schema's default. */
const NO_ZONE_YET = 'UTC';

/** Two processes that start at once must not make two workspaces. */
async function lock(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
}

/** Only one import at a time writes a workspace's facts, and none while they move to another zone. */
async function lockFacts(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${workspaceId}, 0))`;
}
