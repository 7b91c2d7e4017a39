/** Messages held for the morning message: a line each there, shown whole on request. */
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../db/client.ts';
import { wake } from './jobs.ts';

/** Something that waited. */
export interface Kept {
  id: string;
  /** What it says, in Slack's marks. */
  line: string;
}

/** The most lines in one message; the others wait for the next. */
const MOST = 20;

/**
 * Reserves kept messages for the message that will tell of them, unless that turns out not to be sent. Once it has
 * arrived (`settleSent`), all of them count as told.
 */
export function keptFor(db: Transaction, workspaceId: string, memberId: string, messageId: string): Promise<Kept[]> {
  return db.$queryRaw<Kept[]>`
    WITH taken AS (
      UPDATE deliveries d SET told_with = ${messageId}::uuid
      FROM (
        SELECT k.id FROM deliveries k
        LEFT JOIN deliveries other ON other.workspace_id = k.workspace_id AND other.id = k.told_with
        WHERE k.workspace_id = ${workspaceId}::uuid AND k.member_id = ${memberId}::uuid AND k.state = 'kept'
          AND (other.id IS NULL OR other.id = ${messageId}::uuid OR other.state NOT IN ('planned', 'sending'))
        ORDER BY (k.told_with = ${messageId}::uuid) DESC NULLS LAST, k.due_at, k.id LIMIT ${MOST} FOR UPDATE OF k
      ) mine
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.id = mine.id RETURNING d.id, d.line, d.due_at
    )
    SELECT id, coalesce(line, '') AS line FROM taken ORDER BY due_at, id`;
}

/** What the last message of a kind has told a person of. */
export function toldLast(db: Transaction, workspaceId: string, memberId: string, kind: string): Promise<Kept[]> {
  return db.$queryRaw<Kept[]>`
    SELECT id, coalesce(line, '') AS line FROM deliveries
    WHERE workspace_id = ${workspaceId}::uuid AND member_id = ${memberId}::uuid AND told_with = (
      SELECT id FROM deliveries
      WHERE workspace_id = ${workspaceId}::uuid AND member_id = ${memberId}::uuid AND state = 'sent'
        AND content->>'kind' = ${kind} AND schedule_id IS NOT NULL
      ORDER BY sent_at DESC, id DESC LIMIT 1)
    ORDER BY due_at, id`;
}

/** Sends one of them whole, once. False: it is on its way, or there is no such thing. */
export function showKept(
  db: Database,
  workspaceId: string,
  { id, memberId }: { id: string; memberId: string },
  now: Temporal.Instant,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Asked for by now, so it no longer counts as unasked.
    const shown = await tx.$executeRaw`
      UPDATE deliveries SET state = 'planned', topic = NULL, beyond = NULL, reason = NULL, stale_at = NULL,
        due_at = ${now.toString()}::timestamptz, next_at = clock_timestamp()
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND member_id = ${memberId}::uuid AND state = 'told'`;
    if (shown === 1) await wake(tx, workspaceId);
    return shown === 1;
  });
}

/** A person with kept messages that no planned message tells of. */
export interface Waiting {
  workspaceId: string;
  memberId: string;
  /** The first day, by their clock, on which something had to wait. ISO */
  since: string;
  /** Whether a message of the given kind is under way to them. */
  isComing: boolean;
}

/** Everybody for whom something waits. */
export function allWaiting(db: Transaction, kinds: readonly string[]): Promise<Waiting[]> {
  return db.$queryRaw<Waiting[]>`
    SELECT k.workspace_id AS "workspaceId", k.member_id AS "memberId", min(k.own_day)::text AS since,
      EXISTS (SELECT FROM deliveries m WHERE m.workspace_id = k.workspace_id AND m.member_id = k.member_id
        AND m.state IN ('planned', 'sending')
        AND m.content->>'kind' = ANY(${[...kinds]}::text[])) AS "isComing"
    FROM deliveries k WHERE k.state = 'kept' AND k.member_id IS NOT NULL AND k.own_day IS NOT NULL
    GROUP BY k.workspace_id, k.member_id ORDER BY 1, 2`;
}
