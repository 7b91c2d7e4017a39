/** What rounds have published, as rows: exactly the groups and numbers that can be read. */
import { localDay } from '../calendar/local-day.ts';
import type { Transaction } from '../db/client.ts';
import { meanOf, type OwnResult } from './own-results.ts';
import type { Driver, Instrument } from './questions.ts';
import type { ReadableRound } from './readable.ts';
import { publishedOfEach } from './results.ts';
import { whomText } from './whom-text.ts';

export interface PublishedRow {
  instrument: Instrument;
  /** The team that was asked, or the part of everybody; null: everybody. */
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
  /** For the group as a whole, from 0 to 1. */
  participation: number | null;
}

/**
 * For each round the overall results if the reader may read them, and those of the teams they may read.
 *
 * @param readable the teams whose results the reader may read
 *
 * @param teams all teams, for the names of those that rounds asked
 */
export async function publishedRows(
  db: Transaction,
  rounds: readonly ReadableRound[],
  { readable, teams, zone }: { readable: readonly Team[]; teams: readonly Team[]; zone: string },
): Promise<PublishedRow[]> {
  const groups = [null, ...readable];
  const results = await Promise.all(groups.map((team) => publishedOfEach(db, rounds, team?.id ?? null)));
  return rounds.flatMap((round, at) => {
    const asked = whomText(round, teams);
    const about = {
      ...{ instrument: round.instrument, asked },
      from: localDay(round.openedAt, zone).toString(),
      to: round.closedOn ?? localDay(round.closesAt, zone).toString(),
    };
    return groups.flatMap((team, index): PublishedRow[] => {
      const result = results[index]?.[at];
      // If a round asked one team, its overall results are that team's.
      if (!result || (team ? round.teamId !== null : !round.readsWhole)) return [];
      const own = { ...about, group: team?.name ?? asked };
      const { answers, invited, score, questions } = result;
      const participation = invited > 0 ? answers / invited : null;
      return [
        { ...own, question: null, driver: null, answers, score, participation },
        ...questions.map(({ text, driver, ...told }) => ({
          ...{ ...own, driver, question: text, participation: null },
          ...{ answers: told.answers, score: told.score },
        })),
        ...result.own.flatMap(ownRows).map((told) => ({ ...own, ...told, driver: null, participation: null })),
      ];
    });
  });
}

/** A scale's mean, or the count of each choice; unpublished results have no row. */
function ownRows({ question, counts }: OwnResult): Pick<PublishedRow, 'question' | 'answers' | 'score'>[] {
  if (!counts) return [];
  if (question.kind === 'choice')
    return question.choices.map((choice, index) => ({
      question: `${question.text} (${choice})`,
      ...{ answers: counts[index] ?? 0, score: null },
    }));
  const { mean, answers } = meanOf(question, counts);
  return [{ question: question.text, answers, score: mean }];
}

type Team = { id: string; name: string };
