/** Rounds of a survey: who is asked what, and when. */
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
  /** The team it asks; null: everybody. */
  teamId: string | null;
  /** Only this part of everybody; null: all. */
  role: AskedRole | null;
  /** A sample of one in this many; 1: all. */
  oneIn: number;
  mode: Mode;
  /** For confidential rounds: who reads its answers by person; null: nobody. */
  ownerId: string | null;
  /** The people the owner led when it began, whose answers they must not read. */
  unread: readonly string[];
  questions: AskedQuestion[];
  /** Actions promised after earlier rounds, asked about after the questions. */
  actions: AskedAction[];
  openedAt: Temporal.Instant;
  closesAt: Temporal.Instant;
  /** The day (ISO) to which its results count; null: it is open. */
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
  /** The team it asks; null: everybody. */
  teamId: string | null;
  role?: AskedRole | null;
  /** A sample of one in this many who could be asked. */
  oneIn?: number;
  /** Default: anonymous. */
  mode?: Mode;
  /** The survey's owner. */
  ownerId?: string | null;
  /** For a pulse: the number of questions. */
  howMany: number;
  /** For a survey with own questions. */
  own?: readonly AskedQuestion[];
  closesAt: Temporal.Instant;
  invited: readonly Askable[];
}

/** Why no round begins. */
export type NoRound = { why: 'too_few'; until?: undefined } | Refusal;

/**
 * Begins a round, or finds the open one: a schedule that strikes in several zones has one round. A team does not count
 * as a group if too few of its people are asked, or if too few others would remain. No round begins with too few
 * people, nor if any of them was asked the same recently, or within a quarter by another survey or as part of another
 * audience, or has been asked as often as the workspace allows. Such people are not just left out: comparing a round of
 * everybody with one of all but one would reveal what that one said.
 */
export async function startRound(tx: Transaction, wanted: NewRound, at: Temporal.Instant): Promise<Round | NoRound> {
  const { workspaceId, scheduleId, oneIn = 1, closesAt } = wanted;
  // Locked, so that only one round at a time begins in a workspace.
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

/** Why a round would not begin at a moment, as far as is known now; null: it would. */
export async function whyNoRound(
  db: Transaction,
  wanted: Omit<NewRound, 'closesAt'>,
  at: Temporal.Instant,
): Promise<NoRound | null> {
  const found = await askedBy(db, wanted, at);
  return 'why' in found ? found : null;
}

/** What a round asks and whom, or why there is none. */
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
  // Judged by everybody who could be drawn, not by who was: otherwise one could redraw until it passes.
  const refusal = await refusalOf(tx, { workspaceId, ...asks, from, most, zone }, at);
  return refusal ?? { asks, invited };
}

/** The people somebody leads at a moment. */
async function ledBy(tx: Transaction, workspaceId: string, memberId: string, at: Temporal.Instant): Promise<string[]> {
  const [directory, { zone }] = await Promise.all([
    loadDirectory(tx, workspaceId),
    tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { zone: true } }),
  ]);
  return managedMemberIds({ id: memberId }, directory, localDay(at, zone).toString());
}

/** The people asked by each earlier sample of this survey, oldest first. */
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
 * Question ids asked so far in the workspace, once for each time, whatever the audience: asking two nearly equal
 * audiences the same would reveal what a few said.
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

/** The open rounds at a moment, those that close first first. */
export async function openRounds(db: Transaction, workspaceId: string, at: Temporal.Instant): Promise<Round[]> {
  const rows = await db.pulseRound.findMany({
    where: { workspaceId, closedOn: null, closesAt: { gt: dateOf(at) } },
    orderBy: { closesAt: 'asc' },
  });
  return rows.map(roundOf);
}

/** The people a round asked, each with the team they are counted in. */
export function invitationsOf(db: Transaction, { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>) {
  return db.pulseInvitation.findMany({
    where: { workspaceId, roundId },
    select: { memberId: true, teamId: true },
  });
}

/** The team that somebody was asked as part of; null: they were not asked. */
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

/** Whether the round still takes answers: it is neither closed nor about to be. */
export const isOpen = ({ closedOn, closesAt }: Round, now: Temporal.Instant): boolean =>
  closedOn === null && Temporal.Instant.compare(now, closesAt) < 0;

/** @throws Problem if it is closed, or about to be */
export function mustBeOpen(round: Round, now: Temporal.Instant): void {
  if (!isOpen(round, now)) throw new Problem('pulse.closed');
}
