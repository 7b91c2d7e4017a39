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
  openDays: number;
  /** Each with the team they belong to. */
  invited: readonly { memberId: string; teamId: string | null }[];
}

/**
 * Begins a round, or finds the one that is under way: the strikes of a schedule in several zones are one round. A team in which
 * too few are asked is no group of its own, nor is one that would leave too few beside it.
 */
export async function startRound(tx: Transaction, wanted: NewRound, at: Temporal.Instant): Promise<Round> {
  const { workspaceId, scheduleId, instrument, teamId } = wanted;
  const running = await runningRound(tx, { workspaceId, id: scheduleId }, at);
  if (running) return running;
  const before = await tx.pulseRound.findMany({ where: { workspaceId, instrument }, select: { questions: true } });
  const asked = before.flatMap(({ questions }) =>
    z
      .array(askedSchema)
      .parse(questions)
      .map(({ id }) => id),
  );
  const questions = instrument === 'enps' ? [enpsQuestion()] : nextQuestions(wanted.howMany, asked);
  const row = await tx.pulseRound.create({
    data: {
      workspaceId,
      scheduleId,
      instrument,
      teamId,
      questions,
      openedAt: date(at),
      closesAt: date(at.add({ hours: 24 * wanted.openDays })),
    },
  });
  const counts = new Map<string | null, number>();
  for (const { teamId } of wanted.invited) counts.set(teamId, (counts.get(teamId) ?? 0) + 1);
  const { teamIds } = groupsOf(counts, SMALLEST_GROUP);
  await tx.pulseInvitation.createMany({
    data: wanted.invited.map(({ memberId, teamId }) => ({
      workspaceId,
      roundId: row.id,
      memberId,
      teamId: teamId !== null && teamIds.includes(teamId) ? teamId : null,
    })),
  });
  return roundOf(row);
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

/** Of each instrument, of everybody and of each team, the round that closed last, of those that asked a member; null: of all. */
export async function lastClosed(db: Transaction, workspaceId: string, memberId: string | null): Promise<Round[]> {
  const whom = memberId === null ? {} : { invitations: { some: { memberId } } };
  const rows = await db.pulseRound.findMany({
    where: { workspaceId, closedOn: { not: null }, ...whom },
    distinct: ['instrument', 'teamId'],
    orderBy: { closesAt: 'desc' },
  });
  return rows.map(roundOf);
}

/** Whom a round asked, each with the team they are counted in. */
export function invitationsOf(db: Transaction, { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>) {
  return db.pulseInvitation.findMany({
    where: { workspaceId, roundId },
    select: { memberId: true, teamId: true, isDone: true },
  });
}

/** Whether somebody was asked; null: they were not. `isDone`: they need no reminder. */
export async function invitationOf(
  db: Transaction,
  { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>,
  memberId: string,
): Promise<{ teamId: string | null; isDone: boolean } | null> {
  return db.pulseInvitation.findUnique({
    where: { workspaceId_roundId_memberId: { workspaceId, roundId, memberId } },
    select: { teamId: true, isDone: true },
  });
}

/** @throws Problem when it is closed, or about to be */
export function mustBeOpen(round: Round, now: Temporal.Instant): void {
  if (round.closedOn !== null || Temporal.Instant.compare(now, round.closesAt) >= 0) throw new Problem('pulse.closed');
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime());
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
