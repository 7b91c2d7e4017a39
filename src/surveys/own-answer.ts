/** A person's own answer: by the token in their message or, in a confidential round, by their name. */
import type { Database } from '../db/client.ts';
import { answerBy, keepAnswer, type PulseAnswer, type Said } from './answers.ts';
import { keepNamed, namedAnswer } from './named-answers.ts';
import type { Round } from './rounds.ts';

/** The person who answers. Anonymous rounds use only the token and the group. */
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
