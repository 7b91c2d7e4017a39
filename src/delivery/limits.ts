/**
 * Slack's rate limits, kept in the database for all processes together, by the database's clock. The generic cell rate
 * algorithm (GCRA): a bucket stores when it is free again, which may lie so far back that a few calls fit in at once.
 */
import type { Transaction } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

interface Limit {
  /** From one call to the next. */
  everyMs: number;
  /** How many fit in at once after a rest. */
  burst: number;
}

/** Slack allows one message a second in a channel, and to change messages or ask for histories 50 times a minute each; this stays just below. */
const limits = {
  channel: { everyMs: 1_050, burst: 1 },
  update: { everyMs: 1_250, burst: 1 },
  history: { everyMs: 1_250, burst: 1 },
  // A hundred a minute, of which what people ask for takes its part, and each file is looked at once or twice.
  files: { everyMs: 800, burst: 5 },
  mail: { everyMs: 1_000, burst: 5 },
  // A hundred a minute.
  home: { everyMs: 650, burst: 20 },
} as const satisfies Record<string, Limit>;

export interface Bucket {
  name: string;
  limit: Limit;
}

/** The bucket of all messages of a workspace. */
export const MESSAGES = 'chat.postMessage';
/** A message waits this long for its turn; if it takes longer, it is put back. */
export const LONGEST_TURN_MS = 15_000;

/** Slack allows some hundreds of messages a minute, how many differs from workspace to workspace. */
export const messageBucket = (perMinute: number): Bucket => ({
  name: MESSAGES,
  limit: { everyMs: 60_000 / perMinute, burst: 5 },
});
/** Mail servers differ; a customer's question can wait for the one before it. */
export const mailBucket: Bucket = { name: 'smtp', limit: limits.mail };
export const updateBucket: Bucket = { name: 'chat.update', limit: limits.update };
export const filesBucket: Bucket = { name: 'files', limit: limits.files };
export const homeBucket: Bucket = { name: 'views.publish', limit: limits.home };
export const historyBucket: Bucket = { name: 'conversations.history', limit: limits.history };
/** One bucket per recipient, channel or person: each is one place to post in. */
export const channelBucket = (recipient: string): Bucket => ({ name: `channel ${recipient}`, limit: limits.channel });

/** Takes a turn in all of these buckets, or in none. Returns 0, or how many milliseconds to wait before asking again. */
export async function takeTurn(tx: Transaction, workspaceId: string, buckets: readonly Bucket[]): Promise<number> {
  const wanted = JSON.stringify(
    buckets.map(({ name, limit: { everyMs, burst } }) => ({
      bucket: name,
      every: everyMs,
      rest: (burst - 1) * everyMs,
    })),
  );
  for (;;) {
    const [turn] = await tx.$queryRaw<{ waitMs: number | null }[]>`
      WITH wanted AS (
        SELECT * FROM jsonb_to_recordset(${wanted}::jsonb) AS row (bucket text, every float8, rest float8)
      ), known AS (
        SELECT bucket, free_at FROM send_limits
        WHERE workspace_id = ${workspaceId}::uuid AND bucket IN (SELECT bucket FROM wanted)
        ORDER BY bucket FOR UPDATE
      ), turn AS (
        SELECT CASE WHEN count(*) = (SELECT count(*) FROM wanted)
          THEN greatest(0, max(ceil(extract(epoch FROM free_at - clock_timestamp()) * 1000)))::int END AS wait
        FROM known
      ), new AS (
        INSERT INTO send_limits (workspace_id, bucket, free_at)
        SELECT ${workspaceId}::uuid, bucket, clock_timestamp() - ${interval('rest')} FROM wanted, turn WHERE wait IS NULL
        ORDER BY bucket ON CONFLICT DO NOTHING
      ), taken AS (
        UPDATE send_limits l SET free_at = greatest(l.free_at, clock_timestamp() - ${interval('rest')}) + ${interval('every')}
        FROM wanted, turn WHERE l.workspace_id = ${workspaceId}::uuid AND l.bucket = wanted.bucket AND wait = 0
      )
      SELECT wait AS "waitMs" FROM turn`;
    // A bucket not used before has no row to lock: it is inserted first, or all who come at once would pass.
    if (turn && turn.waitMs !== null) return turn.waitMs;
  }
}

/**
 * Reserves a bucket's next turn. Returns in how many milliseconds it comes, 0: now; null: it is further away than `withinMs`, and
 * was not reserved.
 */
export async function reserveTurn(
  tx: Transaction,
  workspaceId: string,
  { name, limit: { everyMs, burst } }: Bucket,
  withinMs: number,
): Promise<number | null> {
  const [rest, every, within] = [(burst - 1) * everyMs, everyMs, withinMs].map(
    (ms) => Prisma.sql`make_interval(secs => ${ms / 1000}::float8)`,
  );
  const [turn] = await tx.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO send_limits AS l (workspace_id, bucket, free_at)
    VALUES (${workspaceId}::uuid, ${name}, clock_timestamp() - ${rest} + ${every})
    ON CONFLICT (workspace_id, bucket) DO UPDATE SET free_at = greatest(l.free_at, clock_timestamp() - ${rest}) + ${every}
      WHERE l.free_at <= clock_timestamp() + ${within}
    RETURNING greatest(0, ceil(extract(epoch FROM free_at - ${every} - clock_timestamp()) * 1000))::int AS "waitMs"`;
  return turn?.waitMs ?? null;
}

/** Slack said 429: nobody may use the bucket before the time it named. */
export async function closeBucket(
  tx: Transaction,
  workspaceId: string,
  bucket: string,
  seconds: number,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO send_limits (workspace_id, bucket, free_at)
    VALUES (${workspaceId}::uuid, ${bucket}, clock_timestamp() + make_interval(secs => ${seconds}::float8))
    ON CONFLICT (workspace_id, bucket) DO UPDATE SET free_at = greatest(send_limits.free_at, excluded.free_at)`;
}

const interval = (column: 'every' | 'rest') => Prisma.sql`make_interval(secs => ${Prisma.raw(column)} / 1000)`;
