/** Which rounds are of one survey, and what of them may be compared. */
import { isDeepStrictEqual } from 'node:util';
import { dateOf } from '../calendar/js-date.ts';
import type { Transaction } from '../db/client.ts';
import { type AskedQuestion, versionOf } from './questions.ts';
import { type Round, roundOf } from './rounds.ts';

/** What the rounds of one survey have in common: what kind of questions they ask whom; own ones also by what they are rounds of. */
const surveyOf = ({ workspaceId, instrument, teamId, role, oneIn, scheduleId }: Round) => ({
  ...{ workspaceId, instrument, teamId, role, oneIn },
  ...(instrument === 'own' ? { scheduleId } : {}),
});

export const isOfSameSurvey = (one: Round, other: Round): boolean => isDeepStrictEqual(surveyOf(one), surveyOf(other));

/** The rounds of the same survey that closed before a round, the first of them first. */
export async function roundsBefore(db: Transaction, round: Round): Promise<Round[]> {
  const openedAt = { lt: dateOf(round.openedAt) };
  const rows = await db.pulseRound.findMany({
    where: { ...surveyOf(round), closedOn: { not: null }, openedAt },
    orderBy: { openedAt: 'asc' },
  });
  return rows.map(roundOf);
}

/**
 * Whether two rounds of a survey put the same questions: only then a difference is that of the answers. Those of a pulse change
 * each time by design; what is compared there is the score, and the drivers.
 */
export function asksTheSame({ instrument, questions }: Round, other: Round): boolean {
  if (instrument === 'pulse') return true;
  const keys = (question: AskedQuestion) => `${question.id} ${versionOf(question)}`;
  return isDeepStrictEqual(new Set(questions.map(keys)), new Set(other.questions.map(keys)));
}
