/** Answers of anonymous rounds. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import type { Round } from './rounds.ts';

/** By question id. */
export type Scores = Readonly<Record<string, number>>;
/** By question id; '': left out on purpose. */
export type Texts = Readonly<Record<string, string>>;

export interface PulseAnswer {
  scores: Scores;
  texts: Texts;
  comment: string | null;
}

const scoresSchema = z.record(z.string(), z.number());
const textsSchema = z.record(z.string(), z.string());

/** The random token in a person's own message: the only way to their answer. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** The key it is stored under: the token leads to the answer, the answer does not lead to the token. */
const keptToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * The key of a comment once its round has closed: without the token, neither the answer leads to the comment nor the
 * comment to the answer.
 */
export const commentKey = (token: string): string => keptToken(`comment:${token}`);

/** The key of a text written to a question: two texts of one person share nothing. */
export const textKey = (token: string, question: string): string => keptToken(`text:${question}:${token}`);

/** The answer that belongs to a token. */
export async function answerBy(
  db: Database,
  { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>,
  token: string,
): Promise<PulseAnswer> {
  const row = await db.pulseAnswer.findUnique({
    where: { workspaceId_roundId_token: { workspaceId, roundId, token: keptToken(token) } },
  });
  return {
    scores: scoresSchema.parse(row?.scores ?? {}),
    texts: textsSchema.parse(row?.texts ?? {}),
    comment: row?.comment ?? null,
  };
}

export interface Said {
  token: string;
  /** The group it is counted in. */
  teamId: string | null;
  scores?: Scores;
  texts?: Texts;
  /** Empty: withdrawn. */
  comment?: string;
}

/**
 * Answers that arrive while a round is being written, and for four times as long after it, are written together: with
 * hundreds of presses a minute each would otherwise wait for all others, and with ten thousand answers the database
 * would do nothing else.
 */
const waiting = new Map<string, { said: Said[]; written: Promise<void> }>();

/**
 * Stores an answer, or the fields of it that change. Answers that arrive while a round is being written are written
 * together.
 *
 * @throws Problem when the round has closed meanwhile
 */
export function keepAnswer(db: Database, round: Pick<Round, 'workspaceId' | 'id'>, said: Said): Promise<void> {
  const next = waiting.get(round.id);
  if (next) {
    next.said.push(said);
    return next.written;
  }
  const batch: Said[] = [said];
  const begun = writing.get(round.id) ?? Promise.resolve();
  const written = begun.then(() => {
    waiting.delete(round.id);
    return write(db, round, batch);
  });
  waiting.set(round.id, { said: batch, written });
  const over = rested(begun, written);
  writing.set(round.id, over);
  void over.then(() => {
    if (writing.get(round.id) === over) writing.delete(round.id);
  });
  return written;
}

/** The write under way in this process for each round, with the rest after it. */
const writing = new Map<string, Promise<void>>();

const REST_TIMES = 4;
/** A write this fast needs no rest after it. */
const FAST_MS = 50;
/** The longest anybody waits after a press. */
const LONGEST_REST_MS = 2_000;

/** Resolves when a write has ended, well or not, and had its rest. */
async function rested(begun: Promise<void>, written: Promise<void>): Promise<void> {
  await begun;
  const from = performance.now();
  await written.catch(() => undefined);
  const ms = performance.now() - from;
  if (ms > FAST_MS) await pause(Math.min(REST_TIMES * ms, LONGEST_REST_MS), undefined, { ref: false });
}

/** The columns of a row that are kept. */
interface Kept {
  token: string;
  commentKey: string;
  teamId: string | null;
  scores: Scores;
  texts: Texts;
  textKeys: Readonly<Record<string, string>>;
  comment?: string;
}

const PATIENT = { maxWait: 20_000, timeout: 20_000 };

/**
 * Rewrites all answers of a round in random order in one transaction, so that neither their place in the table nor
 * their transaction tells when they were given.
 */
function write(db: Database, { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>, all: readonly Said[]) {
  const byToken = new Map<string, Kept>();
  for (const { token, teamId, scores, texts, comment } of all) {
    const key = keptToken(token);
    const before = byToken.get(key);
    byToken.set(key, {
      ...{ token: key, commentKey: commentKey(token), teamId },
      ...{ scores: { ...before?.scores, ...scores }, texts: { ...before?.texts, ...texts } },
      textKeys: { ...before?.textKeys, ...textKeysOf(token, texts) },
      ...(comment !== undefined ? { comment } : before?.comment !== undefined ? { comment: before.comment } : {}),
    });
  }
  return db.$transaction(async (tx) => {
    const open = await tx.$queryRaw<unknown[]>`
      SELECT FROM pulse_rounds WHERE workspace_id = ${workspaceId}::uuid AND id = ${roundId}::uuid AND closed_on IS NULL
      FOR NO KEY UPDATE`;
    if (open.length === 0) throw new Problem('pulse.closed');
    await tx.$executeRaw`
      WITH said AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify([...byToken.values()])}::jsonb)
          AS row (token text, "commentKey" text, "teamId" uuid, scores jsonb, texts jsonb, "textKeys" jsonb, comment text)
      ), kept AS (
        DELETE FROM pulse_answers WHERE workspace_id = ${workspaceId}::uuid AND round_id = ${roundId}::uuid
        RETURNING token, comment_key, team_id, scores, texts, text_keys, comment
      ), changed AS (
        SELECT coalesce(said.token, kept.token) AS token, coalesce(said."commentKey", kept.comment_key) AS comment_key,
          CASE WHEN said.token IS NULL THEN kept.team_id ELSE said."teamId" END AS team_id,
          coalesce(kept.scores, '{}') || coalesce(said.scores, '{}') AS scores,
          coalesce(kept.texts, '{}') || coalesce(said.texts, '{}') AS texts,
          coalesce(kept.text_keys, '{}') || coalesce(said."textKeys", '{}') AS text_keys,
          CASE WHEN said.comment IS NULL THEN kept.comment ELSE nullif(said.comment, '') END AS comment
        FROM kept FULL JOIN said ON said.token = kept.token
      )
      INSERT INTO pulse_answers (workspace_id, round_id, token, comment_key, team_id, scores, texts, text_keys, comment)
      SELECT ${workspaceId}::uuid, ${roundId}::uuid, token, comment_key, team_id, scores, texts, text_keys, comment FROM changed
      ORDER BY gen_random_uuid()`;
  }, PATIENT);
}

const textKeysOf = (token: string, texts: Texts = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(texts).map((question) => [question, textKey(token, question)]));
