/** One's own answer, wherever it is kept: by the word in one's message, or, to a confidential round, with one's name. */
import type { Database } from '../db/client.ts';
import { answerBy, keepAnswer, type PulseAnswer, type Said } from './answers.ts';
import { keepNamed, namedAnswer } from './named-answers.ts';
import type { Round } from './rounds.ts';

/** Who answers. To an anonymous round nothing but the word and the group is looked at. */
export interface Answerer {
  token: string;
  teamId: string | null;
  memberId: string;
}

export const ownAnswer = (db: Database, round: Round, { token, memberId }: Answerer): Promise<PulseAnswer> =>
  round.mode === 'confidential' ? namedAnswer(db, round, memberId) : answerBy(db, round, token);

/** @throws Problem when the round has closed meanwhile */
export const keepOwn = (
  db: Database,
  round: Round,
  { token, teamId, memberId }: Answerer,
  said: Omit<Said, 'token' | 'teamId'>,
): Promise<void> =>
  round.mode === 'confidential'
    ? keepNamed(db, round, memberId, said)
    : keepAnswer(db, round, { token, teamId, ...said });
