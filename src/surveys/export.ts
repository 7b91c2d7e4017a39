/** What rounds have published, row by row: the very groups and numbers that can be read, and nothing else. */
import { localDay } from '../calendar/local-day.ts';
import type { Transaction } from '../db/client.ts';
import { meanOf, type OwnResult } from './own-results.ts';
import type { Driver, Instrument } from './questions.ts';
import type { ReadableRound } from './readable.ts';
import { publishedOfEach } from './results.ts';
import { whomText } from './whom-text.ts';

export interface PublishedRow {
  instrument: Instrument;
  /** The team that was asked, or which part of everybody; null: everybody. */
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
 * Of each round everybody's results, if the reader may read them, and those of the teams they may read.
 *
 * @param readable the teams whose results are the reader's to read
 * @param teams all there are: a round that asked one of them is named by it
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
      // Of a round of one team that team is everybody.
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

/** A scale's mean, or how many made a choice; what must not be published has no row. */
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
