/** What rounds have published, row by row: the very groups and numbers that can be read, and nothing else. */
import { localDay } from '../calendar/local-day.ts';
import type { Transaction } from '../db/client.ts';
import type { Driver, Instrument } from './questions.ts';
import { publishedOfEach } from './results.ts';
import type { Round } from './rounds.ts';

export interface PublishedRow {
  instrument: Instrument;
  /** The team that was asked; null: everybody. */
  asked: string | null;
  /** The days (ISO) on which it opened and closed. */
  from: string;
  to: string;
  /** A team; null: everybody. */
  group: string | null;
  /** null: the group as a whole. */
  question: string | null;
  driver: Driver | null;
  answers: number;
  score: number | null;
  /** Of the group as a whole, from 0 to 1. */
  participation: number | null;
}

/**
 * Of each round everybody, and the teams that the reader may read beside that.
 *
 * @param readable the teams whose results are the reader's to read
 * @param teams all there are: a round that asked one of them is named by it
 */
export async function publishedRows(
  db: Transaction,
  rounds: readonly Round[],
  { readable, teams, zone }: { readable: readonly Team[]; teams: readonly Team[]; zone: string },
): Promise<PublishedRow[]> {
  const groups = [null, ...readable];
  const results = await Promise.all(groups.map((team) => publishedOfEach(db, rounds, team?.id ?? null)));
  return rounds.flatMap((round, at) => {
    const askedTeam = round.teamId === null ? null : (teams.find(({ id }) => id === round.teamId)?.name ?? '');
    const about = {
      ...{ instrument: round.instrument, asked: askedTeam },
      from: localDay(round.openedAt, zone).toString(),
      to: round.closedOn ?? localDay(round.closesAt, zone).toString(),
    };
    return groups.flatMap((team, index): PublishedRow[] => {
      const result = results[index]?.[at];
      // Of a round of one team that team is everybody.
      if (!result || (round.teamId !== null && team)) return [];
      const own = { ...about, group: team?.name ?? askedTeam };
      const { answers, invited, score, questions } = result;
      const participation = invited > 0 ? answers / invited : null;
      return [
        { ...own, question: null, driver: null, answers, score, participation },
        ...questions.map(({ text, driver, ...told }) => ({
          ...{ ...own, driver, question: text, participation: null },
          ...{ answers: told.answers, score: told.score },
        })),
      ];
    });
  });
}

type Team = { id: string; name: string };
