/** Who reads which rounds: those who were asked, and who leads the team that was, or one that is counted in it. */
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../db/client.ts';
import { type Round, roundOf } from './rounds.ts';

export interface Reader {
  memberId: string;
  /** The teams they lead; an admin reads all. */
  leads: readonly string[] | 'all';
}

/** What somebody may read of rounds that have closed. */
const readableBy = (workspaceId: string, { memberId, leads }: Reader) => ({
  ...{ workspaceId, closedOn: { not: null } },
  ...(leads === 'all'
    ? {}
    : {
        OR: [
          { invitations: { some: { memberId } } },
          ...(leads.length > 0
            ? [{ teamId: { in: [...leads] } }, { invitations: { some: { teamId: { in: [...leads] } } } }]
            : []),
        ],
      }),
});

/** Of each instrument, of everybody and of each team, the round that closed last. */
export async function lastClosed(db: Transaction, workspaceId: string, reader: Reader): Promise<Round[]> {
  const rows = await db.pulseRound.findMany({
    where: readableBy(workspaceId, reader),
    distinct: ['instrument', 'teamId'],
    orderBy: { closesAt: 'desc' },
  });
  return rows.map(roundOf);
}

/** All rounds that have closed, or those that did so within some days, the last of them first. */
export async function allClosed(
  db: Transaction,
  workspaceId: string,
  reader: Reader,
  within?: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<Round[]> {
  const days = within && { gte: new Date(within.from.toString()), lt: new Date(within.to.toString()) };
  const rows = await db.pulseRound.findMany({
    where: { ...readableBy(workspaceId, reader), ...(days ? { closedOn: days } : {}) },
    orderBy: [{ closesAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(roundOf);
}

/** A closed round; null: there is none with that id, or it is not theirs to read. */
export async function findReadable(
  db: Transaction,
  workspaceId: string,
  reader: Reader,
  id: string,
): Promise<Round | null> {
  const row = await db.pulseRound.findFirst({ where: { ...readableBy(workspaceId, reader), id } });
  return row && roundOf(row);
}
