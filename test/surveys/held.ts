import { Temporal } from 'temporal-polyfill';
import type { Database } from '../../src/db/client.ts';
import { keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { closeRounds } from '../../src/surveys/close.ts';
import type { Round } from '../../src/surveys/rounds.ts';
import { begin } from './begin.ts';

export interface Held {
  workspaceId: string;
  instrument: 'pulse' | 'enps';
  /** The day (ISO) on which it opened; it closes five days later. */
  day: string;
  /** The team that is asked; left out: everybody. */
  teamId?: string;
  /** Who is asked, with the team they belong to and what they say to every question; null: nothing. */
  people: readonly { memberId: string; teamId: string | null; says: number | null }[];
}

/** A round of one question that was held, answered and closed. */
export async function held(db: Database, { workspaceId, instrument, day, teamId, people }: Held): Promise<Round> {
  const opened = Temporal.Instant.from(`${day}T08:00:00Z`);
  const invited = people.map(({ memberId, teamId: own }) => ({ memberId, teamId: own }));
  const where = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  const round = await db.$transaction(async (tx) => {
    const begun = await begin(tx, { workspaceId, instrument, teamId: teamId ?? null, howMany: 1, invited }, opened);
    // A bot beside the test, which lives later, would close it before it is answered.
    await tx.pulseRound.update({ where: where(begun.id), data: { closesAt: new Date('2100-01-01') } });
    return begun;
  });
  await answered(db, round, people);
  await db.pulseRound.update({
    where: where(round.id),
    data: { closesAt: new Date(round.closesAt.epochMilliseconds) },
  });
  await closeRounds(db, round.closesAt);
  return { ...round, closedOn: round.closesAt.toString().slice(0, 10) };
}

/** Everybody's answers to all questions of a round. */
export async function answered(db: Database, round: Round, people: Held['people']): Promise<void> {
  for (const { memberId, says } of people) {
    if (says === null) continue;
    const { teamId } = await db.pulseInvitation.findFirstOrThrow({ where: { roundId: round.id, memberId } });
    const scores = Object.fromEntries(round.questions.map(({ id }) => [id, says]));
    await keepAnswer(db, round, { token: newToken(), teamId, scores });
  }
}
