/** Answers that nobody's name stands on. */
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import type { Round } from './rounds.ts';

/** By question id. */
export type Scores = Readonly<Record<string, number>>;

export interface PulseAnswer {
  scores: Scores;
  comment: string | null;
}

const scoresSchema = z.record(z.string(), z.number());

/** The word in a person's own message by which their answer is known, and by nothing else. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** As it is kept: who has the word finds the answer, who has the answer does not find the word. */
const keptToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** What was answered by the message with a token. */
export async function answerBy(
  db: Database,
  { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>,
  token: string,
): Promise<PulseAnswer> {
  const row = await db.pulseAnswer.findUnique({
    where: { workspaceId_roundId_token: { workspaceId, roundId, token: keptToken(token) } },
  });
  return { scores: scoresSchema.parse(row?.scores ?? {}), comment: row?.comment ?? null };
}

export interface Said {
  token: string;
  /** The group it is counted in. */
  teamId: string | null;
  scores?: Scores;
  /** Empty: it is taken back. */
  comment?: string;
}

/**
 * Keeps an answer, or what changes of it; what is left out stays. All answers of the round are written anew, in random order and
 * by one transaction: where each lies, and by which transaction, says nothing of when it was given.
 *
 * @throws Problem when the round has closed meanwhile
 */
export function keepAnswer(
  db: Database,
  { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>,
  { token, teamId, scores = {}, comment }: Said,
): Promise<void> {
  const key = keptToken(token);
  return db.$transaction(async (tx) => {
    const open = await tx.$queryRaw<unknown[]>`
      SELECT FROM pulse_rounds WHERE workspace_id = ${workspaceId}::uuid AND id = ${roundId}::uuid AND closed_on IS NULL FOR UPDATE`;
    if (open.length === 0) throw new Problem('pulse.closed');
    await tx.$executeRaw`
      WITH kept AS (
        DELETE FROM pulse_answers WHERE workspace_id = ${workspaceId}::uuid AND round_id = ${roundId}::uuid
        RETURNING token, team_id, scores, comment
      ), changed AS (
        SELECT token, team_id, scores, comment FROM kept WHERE token <> ${key}
        UNION ALL
        SELECT ${key}, ${teamId}::uuid, coalesce(own.scores, '{}') || ${JSON.stringify(scores)}::jsonb,
          CASE WHEN ${comment !== undefined} THEN nullif(${comment ?? ''}, '') ELSE own.comment END
        FROM (SELECT) one LEFT JOIN kept own ON own.token = ${key}
      )
      INSERT INTO pulse_answers (workspace_id, round_id, token, team_id, scores, comment)
      SELECT ${workspaceId}::uuid, ${roundId}::uuid, token, team_id, scores, comment FROM changed ORDER BY gen_random_uuid()`;
  });
}
