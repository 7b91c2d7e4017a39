/** Which rounds somebody may read, and how much of each. */
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { readsGroup, type SurveyReader } from '../kpi/survey-reader.ts';
import { type Round, roundOf } from './rounds.ts';
import { isOfSameSurvey } from './same-survey.ts';

const { sql } = Prisma;

/** A closed round that somebody may read. */
export interface ReadableRound extends Round {
  /** Whether they read everybody's results, not only those of teams they lead. */
  readsWhole: boolean;
}

/** Each survey's last closed round. */
export async function lastClosed(db: Transaction, workspaceId: string, reader: SurveyReader): Promise<ReadableRound[]> {
  const rounds = await allClosed(db, workspaceId, reader);
  return rounds.filter((round, index) => rounds.findIndex((each) => isOfSameSurvey(each, round)) === index);
}

/** All closed rounds, or those that closed within some days, latest first. */
export async function allClosed(
  db: Transaction,
  workspaceId: string,
  reader: SurveyReader,
  within?: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<ReadableRound[]> {
  const days = within && { from: within.from.toString(), to: within.to.toString() };
  return readable(
    db,
    workspaceId,
    reader,
    days ? sql`r.closed_on >= ${days.from}::date AND r.closed_on < ${days.to}::date` : sql`true`,
  );
}

/** A closed round; null: there is none with that id, or it is not theirs to read. */
export async function findReadable(
  db: Transaction,
  workspaceId: string,
  reader: SurveyReader,
  id: string,
): Promise<ReadableRound | null> {
  const [round] = await readable(db, workspaceId, reader, sql`r.id = ${id}::uuid`);
  return round ?? null;
}

/** The rounds whose overall results somebody may read, or those of a team counted in them. */
async function readable(
  db: Transaction,
  workspaceId: string,
  reader: SurveyReader,
  which: Prisma.Sql,
): Promise<ReadableRound[]> {
  const found = await db.$queryRaw<{ id: string; readsWhole: boolean; readsTeam: boolean }[]>`
    SELECT r.id, ${readsGroup(reader, sql`NULL::uuid`)} AS "readsWhole", EXISTS (
      SELECT FROM pulse_invitations i WHERE i.workspace_id = r.workspace_id AND i.round_id = r.id AND i.team_id IS NOT NULL
        AND ${readsGroup(reader, sql`i.team_id`)}) AS "readsTeam"
    FROM pulse_rounds r WHERE r.workspace_id = ${workspaceId}::uuid AND r.closed_on IS NOT NULL AND ${which}`;
  const wholes = new Map(
    found.flatMap(({ id, readsWhole, readsTeam }) => (readsWhole || readsTeam ? [[id, readsWhole]] : [])),
  );
  const rows = await db.pulseRound.findMany({
    where: { workspaceId, id: { in: [...wholes.keys()] } },
    orderBy: [{ closesAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...roundOf(row), readsWhole: wholes.get(row.id) ?? false }));
}
