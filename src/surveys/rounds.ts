/** Rounds of a survey: who is asked what, from when to when. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Transaction } from '../db/client.ts';
import type { PulseRound as Row } from '../db/generated/client.ts';
import { Problem } from '../errors.ts';
import { groupsOf, SMALLEST_GROUP } from './groups.ts';
import {
  type AskedQuestion,
  askedSchema,
  enpsQuestion,
  type Instrument,
  instruments,
  nextQuestions,
} from './questions.ts';

export interface Round {
  workspaceId: string;
  id: string;
  scheduleId: string;
  instrument: Instrument;
  /** Whom it asks; null: everybody. */
  teamId: string | null;
  questions: AskedQuestion[];
  openedAt: Temporal.Instant;
  closesAt: Temporal.Instant;
  /** The day (ISO) its results count on; null: it is open. */
  closedOn: string | null;
}

export function roundOf(row: Row): Round {
  return {
    workspaceId: row.workspaceId,
    id: row.id,
    scheduleId: row.scheduleId,
    instrument: z.enum(instruments).parse(row.instrument),
    teamId: row.teamId,
    questions: z.array(askedSchema).parse(row.questions),
    openedAt: instant(row.openedAt),
    closesAt: instant(row.closesAt),
    closedOn: row.closedOn?.toISOString().slice(0, 10) ?? null,
  };
}

export interface NewRound {
  workspaceId: string;
  scheduleId: string;
  instrument: Instrument;
  /** Whom it asks; null: everybody. */
  teamId: string | null;
  /** Of a pulse. */
  howMany: number;
  closesAt: Temporal.Instant;
  /** Each with the team they belong to. */
  invited: readonly { memberId: string; teamId: string | null }[];
}

/** Who was asked the same so recently is not asked again: two rounds of nearly the same people would tell who is the difference. */
export const REST_DAYS = 21;

/** Why no round begins. */
export type NoRound = 'too_soon' | 'too_few';

/**
 * Begins a round, or finds the one that is under way: the strikes of a schedule in several zones are one round. A team in which
 * too few are asked is no group of its own, nor is one that would leave too few beside it; with too few people altogether there
 * is no round, nor where any of them was asked the same a short while ago.
 */
export async function startRound(tx: Transaction, wanted: NewRound, at: Temporal.Instant): Promise<Round | NoRound> {
  const { workspaceId, scheduleId, instrument, teamId, invited, closesAt } = wanted;
  // One at a time begins in a workspace, by whichever schedule.
  await tx.$queryRaw`SELECT FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
  const running = await runningRound(tx, { workspaceId, id: scheduleId }, at);
  if (running) return running;
  if (invited.length < SMALLEST_GROUP) return 'too_few';
  const recent = await tx.pulseInvitation.findFirst({
    where: {
      workspaceId,
      memberId: { in: invited.map(({ memberId }) => memberId) },
      round: { instrument, openedAt: { gt: date(at.subtract({ hours: 24 * REST_DAYS })) } },
    },
    select: { roundId: true },
  });
  if (recent) return 'too_soon';
  const questions =
    instrument === 'enps' ? [enpsQuestion()] : nextQuestions(wanted.howMany, await askedBefore(tx, wanted));
  const about = { workspaceId, scheduleId, instrument, teamId, questions };
  const row = await tx.pulseRound.create({ data: { ...about, openedAt: date(at), closesAt: date(closesAt) } });
  const counts = new Map<string | null, number>();
  for (const each of invited) counts.set(each.teamId, (counts.get(each.teamId) ?? 0) + 1);
  const { teamIds } = groupsOf(counts, SMALLEST_GROUP);
  await tx.pulseInvitation.createMany({
    data: invited.map(({ memberId, teamId: own }) => ({
      ...{ workspaceId, roundId: row.id, memberId },
      teamId: own !== null && teamIds.includes(own) ? own : null,
    })),
  });
  return roundOf(row);
}

/** What the same people were asked before, once for each time. */
async function askedBefore(tx: Transaction, { workspaceId, instrument, teamId }: NewRound): Promise<string[]> {
  const before = await tx.pulseRound.findMany({ where: { workspaceId, instrument, teamId } });
  return before.flatMap((row) => roundOf(row).questions.map(({ id }) => id));
}

/** The round of a schedule that is open at a moment. */
export async function runningRound(
  db: Transaction,
  { workspaceId, id: scheduleId }: { workspaceId: string; id: string },
  at: Temporal.Instant,
): Promise<Round | null> {
  const row = await db.pulseRound.findFirst({
    where: { workspaceId, scheduleId, closedOn: null, openedAt: { lte: date(at) }, closesAt: { gt: date(at) } },
    orderBy: { openedAt: 'desc' },
  });
  return row && roundOf(row);
}

export async function findRound(db: Transaction, workspaceId: string, id: string): Promise<Round | null> {
  const row = await db.pulseRound.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  return row && roundOf(row);
}

/** What is open at a moment, the first that closes first. */
export async function openRounds(db: Transaction, workspaceId: string, at: Temporal.Instant): Promise<Round[]> {
  const rows = await db.pulseRound.findMany({
    where: { workspaceId, closedOn: null, closesAt: { gt: date(at) } },
    orderBy: { closesAt: 'asc' },
  });
  return rows.map(roundOf);
}

/** Whom a round asked, each with the team they are counted in. */
export function invitationsOf(db: Transaction, { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>) {
  return db.pulseInvitation.findMany({
    where: { workspaceId, roundId },
    select: { memberId: true, teamId: true },
  });
}

/** As what somebody was asked; null: they were not. */
export async function invitationOf(
  db: Transaction,
  { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>,
  memberId: string,
): Promise<{ teamId: string | null } | null> {
  return db.pulseInvitation.findUnique({
    where: { workspaceId_roundId_memberId: { workspaceId, roundId, memberId } },
    select: { teamId: true },
  });
}

/** @throws Problem when it is closed, or about to be */
export function mustBeOpen(round: Round, now: Temporal.Instant): void {
  if (round.closedOn !== null || Temporal.Instant.compare(now, round.closesAt) >= 0) throw new Problem('pulse.closed');
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime());
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
