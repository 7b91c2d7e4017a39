/**
 * How fast Slack lets itself be told things, kept in the database for all processes together, by the database's clock.
 * The generic cell rate algorithm (GCRA): a bucket knows when it is free again, which may lie so far back that a few fit in at once.
 */
import type { Transaction } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';

interface Limit {
  /** From one call to the next. */
  everyMs: number;
  /** How many fit in at once after a rest. */
  burst: number;
}

/** Slack allows one message a second in a channel, and asks for its history 50 times a minute; this stays just below. */
const limits = {
  channel: { everyMs: 1_050, burst: 1 },
  history: { everyMs: 1_250, burst: 1 },
} as const satisfies Record<string, Limit>;

export interface Bucket {
  name: string;
  limit: Limit;
}

/** Slack allows some hundreds of messages a minute, how many differs from workspace to workspace. */
export const messageBucket = (perMinute: number): Bucket => ({
  name: 'chat.postMessage',
  limit: { everyMs: 60_000 / perMinute, burst: 5 },
});
export const historyBucket: Bucket = { name: 'conversations.history', limit: limits.history };
/** By the recipient's own name: whether it is a channel or a person, one of them is one place to speak in. */
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
  const [turn] = await tx.$queryRaw<{ waitMs: number }[]>`
    WITH wanted AS (
      SELECT * FROM jsonb_to_recordset(${wanted}::jsonb) AS row (bucket text, every float8, rest float8)
    ), known AS (
      SELECT bucket, free_at FROM send_limits
      WHERE workspace_id = ${workspaceId}::uuid AND bucket IN (SELECT bucket FROM wanted)
      ORDER BY bucket FOR UPDATE
    ), turn AS (
      SELECT coalesce(max(ceil(${milliseconds(Prisma.sql`free_at - clock_timestamp()`)})), 0)::int AS wait FROM known
    ), taken AS (
      INSERT INTO send_limits (workspace_id, bucket, free_at)
      SELECT ${workspaceId}::uuid, bucket,
        clock_timestamp() + ${interval(Prisma.sql`every - rest`)} FROM wanted, turn WHERE wait <= 0
      ORDER BY bucket
      ON CONFLICT (workspace_id, bucket) DO UPDATE SET free_at =
        greatest(send_limits.free_at, clock_timestamp() - ${interval(Prisma.sql`(SELECT rest FROM wanted w WHERE w.bucket = send_limits.bucket)`)})
        + ${interval(Prisma.sql`(SELECT every FROM wanted w WHERE w.bucket = send_limits.bucket)`)}
    )
    SELECT greatest(wait, 0) AS "waitMs" FROM turn`;
  return turn?.waitMs ?? 0;
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

const milliseconds = (span: Prisma.Sql) => Prisma.sql`extract(epoch FROM ${span}) * 1000`;
const interval = (ms: Prisma.Sql) => Prisma.sql`make_interval(secs => (${ms}) / 1000)`;
