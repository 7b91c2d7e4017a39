/** Answers that nobody's name stands on. */
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

/** The word in a person's own message by which their answer is known, and by nothing else. */
export const newToken = (): string => randomBytes(24).toString('base64url');

/** As it is kept: who has the word finds the answer, who has the answer does not find the word. */
const keptToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Under what a comment is kept when its round has closed: without the word neither the answer leads to it, nor it to the answer. */
export const commentKey = (token: string): string => keptToken(`comment:${token}`);

/** … and what was written to a question: two texts of one person have nothing in common. */
export const textKey = (token: string, question: string): string => keptToken(`text:${question}:${token}`);

/** What was answered by the message with a token. */
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
  /** Empty: it is taken back. */
  comment?: string;
}

/**
 * What waits while a round is being written, and for four times as long after it: with hundreds of presses a minute each would
 * else wait for all the others, and where ten thousand have answered the database would do nothing but write them.
 */
const waiting = new Map<string, { said: Said[]; written: Promise<void> }>();

/**
 * Keeps an answer, or what changes of it; what is left out stays. What comes while a round is being written goes together.
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

/** The last write of each round that is under way in this process, with the rest after it. */
const writing = new Map<string, Promise<void>>();

const REST_TIMES = 4;
/** What is written so fast needs no rest. */
const FAST_MS = 50;
/** Nobody waits longer in front of their question. */
const LONGEST_REST_MS = 2_000;

/** Resolves when something has been written, or could not be, and has had its rest. */
async function rested(begun: Promise<void>, written: Promise<void>): Promise<void> {
  await begun;
  const from = performance.now();
  await written.catch(() => undefined);
  const ms = performance.now() - from;
  if (ms > FAST_MS) await pause(Math.min(REST_TIMES * ms, LONGEST_REST_MS), undefined, { ref: false });
}

/** A row, as far as it is told. */
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
 * All answers of a round are written anew, in random order and by one transaction: where each lies, and by which transaction, says
 * nothing of when it was given.
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
