/** Answers to confidential rounds: stored with their authors, also after the round has closed. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { localDay } from '../calendar/local-day.ts';
import type { Database, Transaction } from '../db/client.ts';
import { Problem } from '../errors.ts';
import type { Directory } from '../people/directory.ts';
import { managedMemberIds } from '../people/manages.ts';
import type { PulseAnswer, Scores, Texts } from './answers.ts';
import { isHelpKey } from './asked-actions.ts';
import { type Answered, countedIn, hiddenFromOwner } from './owners-view.ts';
import type { Counted } from './results.ts';
import { invitationsOf, type Round, roundOf } from './rounds.ts';

const answerSchema = z.object({
  scores: z.record(z.string(), z.number()),
  texts: z.record(z.string(), z.string()).default({}),
  comment: z.string().nullable(),
});

const none: PulseAnswer = { scores: {}, texts: {}, comment: null };

type Id = Pick<Round, 'workspaceId' | 'id'>;

/** What somebody has answered so far. */
export async function namedAnswer(db: Transaction, { workspaceId, id: roundId }: Id, memberId: string) {
  const row = await db.pulseNamedAnswer.findUnique({
    where: { workspaceId_roundId_memberId: { workspaceId, roundId, memberId } },
  });
  return row ? answerSchema.parse(row.answer) : none;
}

/**
 * Stores an answer, or the fields of it that change.
 *
 * @throws Problem when the round has closed meanwhile
 */
export function keepNamed(
  db: Database,
  round: Id,
  memberId: string,
  { scores, texts, comment }: { scores?: Scores; texts?: Texts; comment?: string },
): Promise<void> {
  const { workspaceId, id: roundId } = round;
  return db.$transaction(async (tx) => {
    const open = await tx.$queryRaw<unknown[]>`
      SELECT FROM pulse_rounds WHERE workspace_id = ${workspaceId}::uuid AND id = ${roundId}::uuid AND closed_on IS NULL
      FOR NO KEY UPDATE`;
    if (open.length === 0) throw new Problem('pulse.closed');
    const before = await namedAnswer(tx, round, memberId);
    const answer = {
      scores: { ...before.scores, ...scores },
      texts: { ...before.texts, ...texts },
      comment: comment === undefined ? before.comment : comment || null,
    };
    const id = { workspaceId, roundId, memberId };
    await tx.pulseNamedAnswer.upsert({
      where: { workspaceId_roundId_memberId: id },
      create: { ...id, answer },
      update: { answer },
    });
  });
}

/** A round's scores, each with the group it is counted in. Texts are not published. */
export async function namedCounted(tx: Transaction, round: Id): Promise<Counted[]> {
  const [answers, invitations] = await Promise.all([allOf(tx, round), invitationsOf(tx, round)]);
  const teams = new Map(invitations.map(({ memberId, teamId }) => [memberId, teamId]));
  return answers.map(({ memberId, answer: { scores } }) => ({
    ...{ scores, comment: null, teamId: teams.get(memberId) ?? null },
  }));
}

export interface NamedAnswer {
  memberId: string;
  answer: PulseAnswer;
}

async function allOf(db: Transaction, { workspaceId, id: roundId }: Id): Promise<NamedAnswer[]> {
  const rows = await db.pulseNamedAnswer.findMany({ where: { workspaceId, roundId }, orderBy: { memberId: 'asc' } });
  return rows.map(({ memberId, answer }) => ({ memberId, answer: answerSchema.parse(answer) }));
}

/** What a survey's owner reads of a round; the others are only counted. */
export interface OwnersReading {
  shown: NamedAnswer[];
  hidden: number;
}

/** A closed round for its owner, without people they lead, or led when it began. Nobody else gets anything. */
export async function answersForOwner(
  db: Transaction,
  round: Round,
  readerId: string,
  { directory, workspace, now }: { directory: Directory; workspace: { zone: string }; now: Temporal.Instant },
): Promise<OwnersReading> {
  if (round.mode !== 'confidential' || round.ownerId !== readerId || !round.closedOn) return { shown: [], hidden: 0 };
  const all = await allOf(db, round);
  const led = all.flatMap(({ memberId }) =>
    isReadByOwner(round, memberId, directory, workspace.zone, now) ? [] : [memberId],
  );
  const hidden = hiddenFromOwner(await countedParts(db, round, all), new Set(led), readerId);
  const shown = all.filter(({ memberId }) => !hidden.has(memberId));
  return { shown: hidden.size > 0 ? shown.map(withoutHelp) : shown, hidden: hidden.size };
}

/**
 * Whether an action helped is published only for everybody together: by person it would give away those who are not
 * shown.
 */
const withoutHelp = ({ memberId, answer }: NamedAnswer): NamedAnswer => {
  const scores = Object.fromEntries(Object.entries(answer.scores).filter(([key]) => !isHelpKey(key)));
  return { memberId, answer: { ...answer, scores } };
};

async function countedParts(db: Transaction, round: Round, all: readonly NamedAnswer[]): Promise<Answered[]> {
  const { workspaceId, id: roundId } = round;
  const [results, invitations] = await Promise.all([
    db.pulseResult.findMany({ where: { workspaceId, roundId } }),
    invitationsOf(db, round),
  ]);
  const teams = new Map(invitations.map(({ memberId, teamId }) => [memberId, teamId]));
  return all.map(({ memberId, answer: { scores } }) => ({
    memberId,
    countedIn: countedIn({ scores, teamId: teams.get(memberId) ?? null }, results),
  }));
}

/** Whether a survey's owner reads a person's answers: not if they lead that person, or did when the round began. */
export function isReadByOwner(
  { ownerId, openedAt, unread }: Pick<Round, 'ownerId' | 'openedAt' | 'unread'>,
  memberId: string,
  directory: Directory,
  zone: string,
  now: Temporal.Instant,
): boolean {
  if (ownerId === null || ownerId === memberId) return ownerId !== null;
  // The promise made when the round began holds, whoever leads them now.
  if (unread.includes(memberId)) return false;
  const days = [now, openedAt].map((at) => localDay(at, zone).toString());
  return !days.some((day) => managedMemberIds({ id: ownerId }, directory, day).includes(memberId));
}

/** The closed confidential rounds of somebody's surveys, latest first. */
export async function ownedRounds(db: Transaction, workspaceId: string, ownerId: string): Promise<Round[]> {
  const rows = await db.pulseRound.findMany({
    where: { workspaceId, ownerId, mode: 'confidential', closedOn: { not: null } },
    orderBy: { openedAt: 'desc' },
  });
  return rows.map(roundOf);
}

/** Everything a person has answered under their name, latest first. */
export async function answersOf(
  db: Transaction,
  workspaceId: string,
  memberId: string,
): Promise<{ round: Round; answer: PulseAnswer }[]> {
  const rows = await db.pulseNamedAnswer.findMany({
    where: { workspaceId, memberId },
    include: { round: true },
    orderBy: { round: { openedAt: 'desc' } },
  });
  return rows.map(({ round, answer }) => ({ round: roundOf(round), answer: answerSchema.parse(answer) }));
}
