/** The case that an unhappy customer's answer opens: who calls, and what was done about it. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { Prisma, type SurveyAnswer } from '../../db/generated/client.ts';
import type { Workspace } from '../../people/workspace.ts';
import { recordActivity } from '../../records/activities.ts';
import { customerOwner, ownerOf } from '../../records/customer-owner.ts';
import type { CustomerAnswer } from './answers.ts';
import { unhappyUpTo } from './instruments.ts';

export const caseContent = {
  opened: 'case',
  reminder: 'case_reminder',
  escalated: 'case_escalated',
  promoter: 'promoter',
} as const;

interface Deed {
  id: string;
  memberId: string;
  now: Temporal.Instant;
}

/** *I'll call*: noted once, of the first who says so. */
export async function takeCall(db: Database, workspaceId: string, { id, memberId, now }: Deed): Promise<void> {
  await db.surveyAnswer.updateMany({
    where: { workspaceId, id, callAt: null, solvedAt: null },
    data: { callById: memberId, callAt: new Date(now.epochMilliseconds) },
  });
}

/** Closes a case. False: it is closed already. */
export async function solveCase(
  db: Database,
  { id: workspaceId, zone }: Pick<Workspace, 'id' | 'zone'>,
  { id, memberId, now }: Deed,
  solution: string,
): Promise<boolean> {
  const solvedOn = new Date(`${localDay(now, zone)}T00:00Z`);
  const { count } = await db.surveyAnswer.updateMany({
    where: { workspaceId, id, solvedOn: null },
    data: { solvedAt: new Date(now.epochMilliseconds), solvedOn, solvedById: memberId, solution },
  });
  return count === 1;
}

/**
 * *Ask for a reference*: a next step of who takes it on, once for each answer. False: somebody has already.
 *
 * @param step what is to be done, and on which day
 */
export function takeReference(
  db: Database,
  workspace: Pick<Workspace, 'id' | 'zone'>,
  answer: Pick<SurveyAnswer, 'id' | 'customerId'>,
  { memberId, now }: Omit<Deed, 'id'>,
  step: { words: string; on: Temporal.PlainDate },
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.surveyAnswer.updateMany({
      where: { workspaceId: workspace.id, id: answer.id, referenceAt: null },
      data: { referenceAt: new Date(now.epochMilliseconds), referenceById: memberId },
    });
    if (count === 0) return false;
    await recordActivity(tx, workspace, {
      ...{ type: 'note', direction: null, outcome: null, result: null, durationSeconds: null, note: null },
      ...{ memberId, customerId: answer.customerId, occurred: { at: now }, loggedAt: now },
      ...{ nextStep: step.words, nextStepOn: step.on, nextStepOwnerId: memberId, key: `reference ${answer.id}` },
    });
    return true;
  });
}

/**
 * Whose a case is: while it is open it goes with its customer to whoever sees to them on a day (ISO); solved, it stays with whose
 * it was when they answered. Null: nobody's.
 */
export async function caseOwner(
  db: Transaction,
  { workspaceId, customerId, memberId, solvedOn }: SurveyAnswer,
  day: string,
): Promise<string | null> {
  const present = solvedOn || !customerId ? null : await ownerOf(db, workspaceId, customerId, day);
  return present ?? memberId;
}

const { sql } = Prisma;

/** A number that opens a case. */
const unhappy = Prisma.join(
  Object.entries(unhappyUpTo).map(([instrument, upTo]) => sql`(a.instrument = ${instrument} AND a.score <= ${upTo})`),
  ' OR ',
);

/** From which day on, and whose on which. */
export interface CasesAsked {
  /** Null: everybody's. */
  memberIds: readonly string[] | null;
  since: Temporal.PlainDate;
  today: Temporal.PlainDate;
}

/** The open cases of customers that some people see to, the oldest first. */
export async function openCases(
  db: Database,
  workspaceId: string,
  asked: CasesAsked,
  most: number,
): Promise<CustomerAnswer[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id ${casesOf(workspaceId, asked)} AND a.answered_on >= ${asked.since.toString()}::date
    ORDER BY a.answered_on, a.id LIMIT ${most}`;
  return db.surveyAnswer.findMany({
    where: { workspaceId, id: { in: found.map(({ id }) => id) } },
    include: { customer: { select: { id: true, name: true } } },
    orderBy: [{ answeredOn: 'asc' }, { id: 'asc' }],
  });
}

/** How many are open from a day on, and how many from before. */
export async function countCases(db: Database, workspaceId: string, asked: CasesAsked) {
  const [counted] = await db.$queryRaw<{ recent: number; older: number }[]>`
    SELECT count(*) FILTER (WHERE a.answered_on >= ${asked.since.toString()}::date)::int AS recent,
      count(*) FILTER (WHERE a.answered_on < ${asked.since.toString()}::date)::int AS older
    ${casesOf(workspaceId, asked)}`;
  return counted ?? { recent: 0, older: 0 };
}

function casesOf(workspaceId: string, { memberIds, today }: CasesAsked): Prisma.Sql {
  const owner = sql`coalesce(${customerOwner(sql`${today.toString()}::date + 1`)}, a.member_id)`;
  const theirs = memberIds ? sql`AND ${owner} = ANY(${[...memberIds]}::uuid[])` : Prisma.empty;
  return sql`FROM survey_answers a
    LEFT JOIN customers c ON c.workspace_id = a.workspace_id AND c.id = a.customer_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.solved_on IS NULL AND (${unhappy}) ${theirs}`;
}

export const instantOf = (at: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at.getTime());

/** When an answer came; of one known by its day alone the beginning of that in UTC. */
export const answeredAt = ({ answeredAt: at, answeredOn }: SurveyAnswer): Temporal.Instant =>
  instantOf(at ?? answeredOn);
