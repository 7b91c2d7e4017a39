/** Rounds of a survey: who is asked what, from when to when. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateOf, instantOf, isoDayOf } from '../calendar/js-date.ts';
import { localDay } from '../calendar/local-day.ts';
import type { Transaction } from '../db/client.ts';
import type { PulseRound as Row } from '../db/generated/client.ts';
import { Problem } from '../errors.ts';
import { loadDirectory } from '../people/directory.ts';
import { managedMemberIds } from '../people/manages.ts';
import { openActions } from './actions.ts';
import { type AskedAction, askedActionSchema } from './asked-actions.ts';
import { SMALLEST_GROUP } from './groups.ts';
import { type Mode, modes } from './mode.ts';
import {
  type AskedQuestion,
  askedSchema,
  enpsQuestion,
  type Instrument,
  instruments,
  nextQuestions,
} from './questions.ts';
import { type Asks, type Refusal, refusalOf } from './refusal.ts';
import { type Askable, type AskedRole, askedRoles, countedIn, drawnOf } from './whom.ts';

export interface Round {
  workspaceId: string;
  id: string;
  scheduleId: string;
  instrument: Instrument;
  /** Whom it asks; null: everybody. */
  teamId: string | null;
  /** Of everybody only these; null: all. */
  role: AskedRole | null;
  /** A sample of everybody: one in so many; 1: all. */
  oneIn: number;
  mode: Mode;
  /** Of a confidential round: who reads its answers by person; null: nobody. */
  ownerId: string | null;
  /** The people the owner led when it began, whose answers they must not read. */
  unread: readonly string[];
  questions: AskedQuestion[];
  /** What was promised after the rounds before, and is asked about after the questions. */
  actions: AskedAction[];
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
    role: z.enum(askedRoles).nullable().parse(row.role),
    oneIn: row.oneIn,
    mode: z.enum(modes).parse(row.mode),
    ownerId: row.ownerId,
    unread: row.unread,
    questions: z.array(askedSchema).parse(row.questions),
    actions: z.array(askedActionSchema).parse(row.actions),
    openedAt: instantOf(row.openedAt),
    closesAt: instantOf(row.closesAt),
    closedOn: row.closedOn && isoDayOf(row.closedOn),
  };
}

export interface NewRound {
  workspaceId: string;
  scheduleId: string;
  instrument: Instrument;
  /** Whom it asks; null: everybody. */
  teamId: string | null;
  role?: AskedRole | null;
  /** A sample: one in so many of those who could be asked. */
  oneIn?: number;
  /** anonymous when left out. */
  mode?: Mode;
  /** Whose survey it is. */
  ownerId?: string | null;
  /** Of a pulse. */
  howMany: number;
  /** Of a survey of own questions. */
  own?: readonly AskedQuestion[];
  closesAt: Temporal.Instant;
  invited: readonly Askable[];
}

/** Why no round begins. */
export type NoRound = { why: 'too_few'; until?: undefined } | Refusal;

/**
 * Begins a round, or finds the one that is open: the strikes of a schedule in several zones are one round. A team is no
 * group of its own if too few of it are asked, or if it would leave too few beside it. There is no round with too few
 * people altogether, nor if any of them was asked the same a short while ago, or within a quarter by another survey or
 * as part of another audience, or as often as the workspace allows. Nobody is left out for that: a round of all but
 * one, beside one of all, would tell what the one said.
 */
export async function startRound(tx: Transaction, wanted: NewRound, at: Temporal.Instant): Promise<Round | NoRound> {
  const { workspaceId, scheduleId, oneIn = 1, closesAt } = wanted;
  // Locked: one round at a time begins in a workspace, whichever the schedule.
  await tx.$queryRaw`SELECT FROM workspaces WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
  const running = await runningRound(tx, { workspaceId, id: scheduleId }, at);
  if (running) return running;
  const found = await askedBy(tx, wanted, at);
  if ('why' in found) return found;
  const { asks, invited } = found;
  const actions = (await openActions(tx, wanted)).map(({ id, words, teamId: to }) => ({ id, words, teamId: to }));
  const { mode = 'anonymous', ownerId = null } = wanted;
  const owner = mode === 'confidential' ? ownerId : null;
  const kept = { mode, ownerId: owner, unread: owner === null ? [] : await ledBy(tx, workspaceId, owner, at) };
  const about = { workspaceId, ...asks, actions, ...kept };
  const row = await tx.pulseRound.create({ data: { ...about, openedAt: dateOf(at), closesAt: dateOf(closesAt) } });
  await tx.pulseInvitation.createMany({
    data: countedIn(invited, oneIn).map((each) => ({ workspaceId, roundId: row.id, ...each })),
  });
  return roundOf(row);
}

/** Why a round would not begin at a moment, as far as is known by now; null: it would. */
export async function whyNoRound(
  db: Transaction,
  wanted: Omit<NewRound, 'closesAt'>,
  at: Temporal.Instant,
): Promise<NoRound | null> {
  const found = await askedBy(db, wanted, at);
  return 'why' in found ? found : null;
}

/** What a round asks, and of whom; or why there is none. */
async function askedBy(
  tx: Transaction,
  wanted: Omit<NewRound, 'closesAt'>,
  at: Temporal.Instant,
): Promise<{ asks: Asks; invited: readonly Askable[] } | NoRound> {
  const { workspaceId, scheduleId, instrument, teamId, role = null, oneIn = 1 } = wanted;
  const { drawn: invited, from } =
    oneIn > 1
      ? drawnOf(wanted.invited, await samplesBefore(tx, wanted), oneIn)
      : { drawn: wanted.invited, from: wanted.invited };
  if (invited.length < SMALLEST_GROUP) return { why: 'too_few' };
  const questions = await questionsOf(tx, wanted);
  const asks = { scheduleId, instrument, teamId, role, oneIn, questions };
  const { quarterlySurveys: most, zone } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { quarterlySurveys: true, zone: true },
  });
  // Judged by all who could be drawn, whoever was: otherwise one could draw again until it passes.
  const refusal = await refusalOf(tx, { workspaceId, ...asks, from, most, zone }, at);
  return refusal ?? { asks, invited };
}

/** Whom somebody leads at a moment. */
async function ledBy(tx: Transaction, workspaceId: string, memberId: string, at: Temporal.Instant): Promise<string[]> {
  const [directory, { zone }] = await Promise.all([
    loadDirectory(tx, workspaceId),
    tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { zone: true } }),
  ]);
  return managedMemberIds({ id: memberId }, directory, localDay(at, zone).toString());
}

/** Whom the samples asked that this survey has drawn, the first first. */
async function samplesBefore(
  tx: Transaction,
  { workspaceId, scheduleId, oneIn = 1 }: Pick<NewRound, 'workspaceId' | 'scheduleId' | 'oneIn'>,
) {
  const rounds = await tx.pulseRound.findMany({
    where: { workspaceId, scheduleId, oneIn },
    select: { invitations: { select: { memberId: true } } },
    orderBy: { openedAt: 'asc' },
  });
  return rounds.map(({ invitations }) => new Set(invitations.map(({ memberId }) => memberId)));
}

async function questionsOf(tx: Transaction, wanted: Omit<NewRound, 'closesAt'>): Promise<AskedQuestion[]> {
  switch (wanted.instrument) {
    case 'enps':
      return [enpsQuestion()];
    case 'own':
      return [...(wanted.own ?? [])];
    case 'pulse':
      return nextQuestions(wanted.howMany, await askedBefore(tx, wanted));
  }
}

/**
 * What was asked before in the workspace, once for each time, of whatever audience: the same questions to two audiences
 * that are nearly the same would tell by the difference what a few said.
 */
async function askedBefore(
  tx: Transaction,
  { workspaceId, instrument }: Pick<NewRound, 'workspaceId' | 'instrument'>,
): Promise<string[]> {
  const asked = z.array(z.object({ id: z.string() }));
  const before = await tx.pulseRound.findMany({ where: { workspaceId, instrument }, select: { questions: true } });
  return before.flatMap(({ questions }) => asked.parse(questions).map(({ id }) => id));
}

/** The round of a schedule that is open at a moment. */
export async function runningRound(
  db: Transaction,
  { workspaceId, id: scheduleId }: { workspaceId: string; id: string },
  at: Temporal.Instant,
): Promise<Round | null> {
  const row = await db.pulseRound.findFirst({
    where: { workspaceId, scheduleId, closedOn: null, openedAt: { lte: dateOf(at) }, closesAt: { gt: dateOf(at) } },
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
    where: { workspaceId, closedOn: null, closesAt: { gt: dateOf(at) } },
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

/** Whether one can still answer: it is neither closed nor about to be. */
export const isOpen = ({ closedOn, closesAt }: Round, now: Temporal.Instant): boolean =>
  closedOn === null && Temporal.Instant.compare(now, closesAt) < 0;

/** @throws Problem when it is closed, or about to be */
export function mustBeOpen(round: Round, now: Temporal.Instant): void {
  if (!isOpen(round, now)) throw new Problem('pulse.closed');
}
