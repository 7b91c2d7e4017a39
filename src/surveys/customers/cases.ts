/** The case that an unhappy customer's answer opens: who calls, and what was done about it. */
import type { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf } from '../../calendar/js-date.ts';
import { localDay } from '../../calendar/local-day.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { Prisma, type SurveyAnswer } from '../../db/generated/client.ts';
import { enqueue } from '../../delivery/outbox.ts';
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
  /** Replaces each message about a case that is solved. */
  solved: 'case_solved',
} as const;

interface Deed {
  id: string;
  memberId: string;
  now: Temporal.Instant;
}

/** *I'll call*: noted only for the first who says so. */
export async function takeCall(db: Database, workspaceId: string, { id, memberId, now }: Deed): Promise<void> {
  await db.surveyAnswer.updateMany({
    where: { workspaceId, id, callAt: null, solvedAt: null },
    data: { callById: memberId, callAt: dateOf(now) },
  });
}

/** Solves a case, and updates every message about it. False: it is solved already. */
export function solveCase(
  db: Database,
  { id: workspaceId, zone }: Pick<Workspace, 'id' | 'zone'>,
  { id, memberId, now }: Deed,
  solution: string,
): Promise<boolean> {
  const solvedOn = new Date(`${localDay(now, zone)}T00:00Z`);
  return db.$transaction(async (tx) => {
    const [solved] = await tx.surveyAnswer.updateManyAndReturn({
      where: { workspaceId, id, solvedOn: null },
      data: { solvedAt: dateOf(now), solvedOn, solvedById: memberId, solution },
    });
    if (solved) await showSolved(tx, solved, now);
    return solved !== undefined;
  });
}

/** How long it is worth updating an old message. */
const USEFUL = { hours: 7 * 24 };

/** Plans the update of every message about the case, and drops those still to be sent. */
async function showSolved(tx: Transaction, answer: SurveyAnswer, now: Temporal.Instant): Promise<void> {
  const { workspaceId, id: answerId, answeredOn } = answer;
  const kinds = [caseContent.opened, caseContent.reminder, caseContent.escalated];
  const told = await tx.$queryRaw<{ id: string; recipient: string; memberId: string | null }[]>`
    SELECT id, recipient, member_id AS "memberId" FROM deliveries
    WHERE workspace_id = ${workspaceId}::uuid AND due_at >= ${answeredOn}::date - 1
      AND content->>'answerId' = ${answerId} AND content->>'kind' = ANY(${kinds}::text[])
      AND (state IN ('sending', 'sent') OR state = 'planned' AND is_unsure)`;
  const updates = told.map(({ id, recipient, memberId }) => ({
    ...{ cause: [caseContent.solved, id].join(' '), recipient, memberId, ownerId: null },
    content: { kind: caseContent.solved, answerId, inPlaceOf: id },
    ...{ urgency: 'prompt' as const, dueAt: now, staleAt: now.add(USEFUL) },
  }));
  await enqueue(tx, workspaceId, updates, now);
}

/**
 * *Ask for a reference*: adds a next step for whoever takes it on, once for each answer. False: somebody already has.
 *
 * @param step what to do, and on which day
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
      data: { referenceAt: dateOf(now), referenceById: memberId },
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
 * Who owns a case: while open, the customer's owner on a day (ISO); once solved, the owner at the time of the answer.
 * null: nobody.
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

/** Matches answers that open a case. */
const unhappy = Prisma.join(
  Object.entries(unhappyUpTo).map(([instrument, upTo]) => sql`(a.instrument = ${instrument} AND a.score <= ${upTo})`),
  ' OR ',
);

/** Cases since a day, by their owners on `today`. */
export interface CasesAsked {
  /** null: everybody's. */
  memberIds: readonly string[] | null;
  since: Temporal.PlainDate;
  today: Temporal.PlainDate;
}

/** A case with its current owner; null: nobody. */
export type OpenCase = CustomerAnswer & { ownerId: string | null };

/** The open cases of these people's customers, oldest first. */
export async function openCases(
  db: Database,
  workspaceId: string,
  asked: CasesAsked,
  most: number,
): Promise<OpenCase[]> {
  const found = await db.$queryRaw<{ id: string; ownerId: string | null }[]>`
    SELECT a.id, ${ownerOn(asked)} AS "ownerId" ${casesOf(workspaceId, asked)} AND a.answered_on >= ${asked.since.toString()}::date
    ORDER BY a.answered_on, a.id LIMIT ${most}`;
  const owners = new Map(found.map(({ id, ownerId }) => [id, ownerId]));
  const answers = await db.surveyAnswer.findMany({
    where: { workspaceId, id: { in: found.map(({ id }) => id) } },
    include: { customer: { select: { id: true, name: true } } },
    orderBy: [{ answeredOn: 'asc' }, { id: 'asc' }],
  });
  return answers.map((answer) => ({ ...answer, ownerId: owners.get(answer.id) ?? null }));
}

/** Counts the open cases since a day, and those from before. */
export async function countCases(db: Database, workspaceId: string, asked: CasesAsked) {
  const [counted] = await db.$queryRaw<{ recent: number; older: number }[]>`
    SELECT count(*) FILTER (WHERE a.answered_on >= ${asked.since.toString()}::date)::int AS recent,
      count(*) FILTER (WHERE a.answered_on < ${asked.since.toString()}::date)::int AS older
    ${casesOf(workspaceId, asked)}`;
  return counted ?? { recent: 0, older: 0 };
}

const ownerOn = ({ today }: CasesAsked): Prisma.Sql =>
  sql`coalesce(${customerOwner(sql`${today.toString()}::date + 1`)}, a.member_id)`;

function casesOf(workspaceId: string, asked: CasesAsked): Prisma.Sql {
  const { memberIds } = asked;
  const theirs = memberIds ? sql`AND ${ownerOn(asked)} = ANY(${[...memberIds]}::uuid[])` : Prisma.empty;
  return sql`FROM survey_answers a
    LEFT JOIN customers c ON c.workspace_id = a.workspace_id AND c.id = a.customer_id
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.solved_on IS NULL AND (${unhappy}) ${theirs}`;
}

/** When an answer came; if only its day is known, the start of that day in UTC. */
export const answeredAt = ({ answeredAt: at, answeredOn }: SurveyAnswer): Temporal.Instant =>
  instantOf(at ?? answeredOn);
