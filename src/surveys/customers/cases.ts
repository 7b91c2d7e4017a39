/** The case that an unhappy customer's answer opens: who calls, and what was done about it. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import type { Database } from '../../db/client.ts';
import type { SurveyAnswer } from '../../db/generated/client.ts';
import type { Workspace } from '../../people/workspace.ts';
import { recordActivity } from '../../records/activities.ts';
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

/** The open cases of some people's customers, the oldest first. `memberIds` null: of everybody's. */
export const openCases = (
  db: Database,
  workspaceId: string,
  memberIds: readonly string[] | null,
  since: Temporal.PlainDate,
  most: number,
) =>
  db.surveyAnswer.findMany({
    where: {
      ...{ workspaceId, solvedOn: null },
      OR: Object.entries(unhappyUpTo).map(([instrument, upTo]) => ({ instrument, score: { lte: upTo } })),
      answeredOn: { gte: new Date(`${since}T00:00Z`) },
      ...(memberIds ? { memberId: { in: [...memberIds] } } : {}),
    },
    include: { customer: { select: { id: true, name: true } } },
    orderBy: [{ answeredOn: 'asc' }, { id: 'asc' }],
    take: most,
  });

export const instantOf = (at: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(at.getTime());

/** When an answer came; of one known by its day alone the beginning of that in UTC. */
export const answeredAt = ({ answeredAt: at, answeredOn }: SurveyAnswer): Temporal.Instant =>
  instantOf(at ?? answeredOn);
