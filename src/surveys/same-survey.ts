/** Which rounds belong to one survey, and which may be compared. */
import { isDeepStrictEqual } from 'node:util';
import { dateOf } from '../calendar/js-date.ts';
import type { Transaction } from '../db/client.ts';
import { type AskedQuestion, versionOf } from './questions.ts';
import { type Round, roundOf } from './rounds.ts';

/**
 * What a survey's rounds have in common: the kind of questions and the audience; for own questions also the schedule.
 */
const surveyOf = ({ workspaceId, instrument, teamId, role, oneIn, scheduleId }: Round) => ({
  ...{ workspaceId, instrument, teamId, role, oneIn },
  ...(instrument === 'own' ? { scheduleId } : {}),
});

export const isOfSameSurvey = (one: Round, other: Round): boolean => isDeepStrictEqual(surveyOf(one), surveyOf(other));

/** Earlier closed rounds of the same survey, oldest first. */
export async function roundsBefore(db: Transaction, round: Round): Promise<Round[]> {
  const openedAt = { lt: dateOf(round.openedAt) };
  const rows = await db.pulseRound.findMany({
    where: { ...surveyOf(round), closedOn: { not: null }, openedAt },
    orderBy: { openedAt: 'asc' },
  });
  return rows.map(roundOf);
}

/**
 * Whether two rounds asked the same questions: only then can their answers be compared. A pulse changes its questions
 * each time by design; its score and drivers are compared.
 */
export function asksTheSame({ instrument, questions }: Round, other: Round): boolean {
  if (instrument === 'pulse') return true;
  const keys = (question: AskedQuestion) => `${question.id} ${versionOf(question)}`;
  return isDeepStrictEqual(new Set(questions.map(keys)), new Set(other.questions.map(keys)));
}
