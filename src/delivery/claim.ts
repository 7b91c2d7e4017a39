/**
 * Who sends what. A claim is a numbered lease: a process whose lease has run out finds another number and lets go. All
 * of it uses the database's clock, the only one all processes share.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Database, Transaction } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { historyBucket, LONGEST_TURN_MS, MESSAGES } from './limits.ts';
import type { Content } from './outbox.ts';

/** Long enough to make a message with its chart, and to wait for its turn. */
const LEASE_SECONDS = 60;
/** From saying "I send it now" on: longer than the call to Slack may take. */
const SENDING_SECONDS = 30;

/** Something to send, held by this process for a while. */
export interface Claim {
  workspaceId: string;
  id: string;
  /** The claim's number. */
  attempt: number;
  recipient: string;
  memberId: string | null;
  ownerId: string | null;
  cause: string;
  scheduleId: string | null;
  slot: string | null;
  content: Content;
  dueAt: Date;
  staleAt: Date | null;
  failures: number;
  /** How often somebody had it tried again. */
  round: number;
  /** An earlier attempt may have arrived. */
  isUnsure: boolean;
  /** Slack's cursor of the page at which the look for it goes on; null: at the first. */
  lookedTo: string | null;
  /** Since when that look is put off, by the clock of the product; null: it is not. */
  lookBeganAt: Date | null;
  /** When it was tried first, by the clock of the product. */
  triedAt: Date;
  channelId: string | null;
  /** Its topic, if it counts towards the person's daily cap. */
  topic: string | null;
  /** What happens to it beyond the daily cap. */
  beyond: string | null;
  /** What held it up last. */
  reason: string | null;
}

/** Before a reminder goes, Slack is asked whether the question above it has been answered. */
const ASKS_FIRST = 'pulse_reminder';

/**
 * The limits a delivery waits for: one message a second in its channel, Slack's histories if it must be looked up first, and
 * all messages if Slack takes none for a while: they would be composed only to be put back.
 */
const withLimits = Prisma.sql`deliveries d
  LEFT JOIN send_limits l ON l.workspace_id = d.workspace_id AND l.bucket = 'channel ' || d.recipient
  LEFT JOIN send_limits h ON h.workspace_id = d.workspace_id AND h.bucket = ${historyBucket.name}
    AND (d.is_unsure OR d.content->>'kind' = ${ASKS_FIRST})
  LEFT JOIN send_limits m ON m.workspace_id = d.workspace_id AND m.bucket = ${MESSAGES} AND d.recipient NOT LIKE 'mailto:%'`;

/** When its turn among all messages is near enough to wait for it. */
const turnIsNear = Prisma.sql`m.free_at - make_interval(secs => ${LONGEST_TURN_MS / 1000}::float8)`;

/** Takes the most urgent thing that is due and that nothing holds back; null: there is none now. */
export async function claim(db: Database, workspaceId: string, now: Temporal.Instant): Promise<Claim | null> {
  const [claimed] = await db.$queryRaw<Claim[]>`
    WITH pick AS (
      SELECT d.id FROM ${withLimits}
      WHERE d.workspace_id = ${workspaceId}::uuid AND d.state IN ('planned', 'sending') AND d.next_at <= clock_timestamp()
        AND (l.free_at IS NULL OR l.free_at <= clock_timestamp())
        AND (h.free_at IS NULL OR h.free_at <= clock_timestamp())
        AND (m.free_at IS NULL OR ${turnIsNear} <= clock_timestamp())
      ORDER BY d.priority, d.due_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
    )
    UPDATE deliveries d SET state = 'sending', attempts = attempts + 1,
      next_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}::float8),
      tried_at = coalesce(tried_at, ${now.toString()}::timestamptz)
    FROM pick WHERE d.workspace_id = ${workspaceId}::uuid AND d.id = pick.id
    RETURNING d.workspace_id AS "workspaceId", d.id, d.attempts AS attempt, d.recipient, d.member_id AS "memberId",
      d.owner_id AS "ownerId", d.cause, d.schedule_id AS "scheduleId", d.slot, d.content, d.due_at AS "dueAt",
      d.stale_at AS "staleAt", d.failures, d.round, d.is_unsure AS "isUnsure", d.looked_to AS "lookedTo", d.look_began_at AS "lookBeganAt", d.tried_at AS "triedAt", d.channel_id AS "channelId",
      d.topic, d.beyond, d.reason`;
  return claimed ?? null;
}

/** How long until something can be claimed, in milliseconds; null: nothing waits. */
export async function untilNext(db: Database, workspaceId: string): Promise<number | null> {
  const [next] = await db.$queryRaw<{ ms: number | null }[]>`
    SELECT ceil(extract(epoch FROM min(greatest(d.next_at, l.free_at, h.free_at, ${turnIsNear})) - clock_timestamp()) * 1000)::float8 AS ms
    FROM ${withLimits}
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.state IN ('planned', 'sending')`;
  const ms = next?.ms ?? null;
  return ms === null ? null : Math.max(0, ms);
}

/**
 * Marks it as being sent, so that a process that takes over asks Slack first. False: the lease was lost, and another
 * process has it.
 */
export async function markSending(tx: Transaction, { workspaceId, id, attempt }: Claim): Promise<boolean> {
  const marked = await tx.$executeRaw`
    UPDATE deliveries SET is_unsure = true, looked_to = NULL, look_began_at = NULL,
      next_at = clock_timestamp() + make_interval(secs => ${SENDING_SECONDS}::float8)
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND attempts = ${attempt} AND state = 'sending'
      AND next_at > clock_timestamp()`;
  return marked === 1;
}

/** Its place in Slack. */
export interface Place {
  channelId: string;
  ts: string;
}

/** Records that it has arrived, and with it the kept messages it tells of. */
export async function settleSent(tx: Transaction, own: Claim, place: Place, now: Temporal.Instant): Promise<boolean> {
  const settled = await tx.$queryRaw<unknown[]>`
    WITH settled AS (
      UPDATE deliveries SET state = 'sent', channel_id = ${place.channelId}, ts = ${place.ts}, reason = NULL,
        sent_at = ${now.toString()}::timestamptz, is_unsure = false, next_at = NULL
      WHERE workspace_id = ${own.workspaceId}::uuid AND id = ${own.id}::uuid AND attempts = ${own.attempt} AND state = 'sending'
      RETURNING workspace_id, member_id, id
    ), told AS (
      UPDATE deliveries d SET state = 'told' FROM settled s
      WHERE d.workspace_id = s.workspace_id AND d.member_id = s.member_id AND d.told_with = s.id AND d.state = 'kept'
    )
    SELECT 1 FROM settled`;
  return settled.length === 1;
}

/** A look for a message that was put off. */
export interface Look {
  /** Slack's cursor of the page at which it goes on; null: at the first. */
  to: string | null;
  beganAt: Date;
}

export interface Later {
  afterMs: number;
  isUnsure: boolean;
  /** Whether it counts as a failure. */
  counts: boolean;
  reason: string | null;
  /** Where and since when the look for it goes on, if that was put off. */
  look?: Look;
}

/** Whether its schedule was removed meanwhile. */
const isRemoved = Prisma.sql`EXISTS (
  SELECT FROM schedules s
  WHERE s.workspace_id = deliveries.workspace_id AND s.id = deliveries.schedule_id AND s.removed_at IS NOT NULL)`;

/** Drops it if its schedule was removed meanwhile. True: it was dropped. */
export async function dropRemoved(tx: Transaction, { workspaceId, id, attempt }: Claim): Promise<boolean> {
  const dropped = await tx.$executeRaw`
    UPDATE deliveries SET state = 'skipped', reason = 'removed', next_at = NULL, is_unsure = false
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND attempts = ${attempt} AND state = 'sending'
      AND ${isRemoved}`;
  return dropped === 1;
}

/** Puts it back, to be tried again after a while. */
export async function settleLater(
  tx: Transaction,
  own: Claim,
  { afterMs, isUnsure, counts, reason, look }: Later,
): Promise<void> {
  // If an earlier attempt may have arrived, Slack is asked first.
  if (own.scheduleId && !isUnsure && (await dropRemoved(tx, own))) return;
  await tx.$executeRaw`
    UPDATE deliveries SET state = 'planned', failures = failures + ${counts ? 1 : 0}, is_unsure = ${isUnsure},
      reason = ${reason}, looked_to = ${look?.to ?? null},
      look_began_at = ${look?.beganAt ?? null}, next_at = clock_timestamp() + make_interval(secs => ${afterMs / 1000}::float8)
    WHERE workspace_id = ${own.workspaceId}::uuid AND id = ${own.id}::uuid AND attempts = ${own.attempt} AND state = 'sending'`;
}

/** Puts it back until a moment at which it is due then. */
export async function settleHeld(tx: Transaction, own: Claim, until: Temporal.Instant): Promise<void> {
  await tx.$executeRaw`
    UPDATE deliveries SET state = 'held', due_at = ${until.toString()}::timestamptz, next_at = NULL
    WHERE workspace_id = ${own.workspaceId}::uuid AND id = ${own.id}::uuid AND attempts = ${own.attempt} AND state = 'sending'`;
}

/** Gives it up for this reason. False: another process has it. */
export async function settleNever(
  tx: Transaction,
  own: Claim,
  state: 'failed' | 'skipped',
  reason: string,
): Promise<boolean> {
  const settled = await tx.$executeRaw`
    UPDATE deliveries SET state = ${state}, failures = failures + ${state === 'failed' ? 1 : 0}, reason = ${reason},
      next_at = NULL, is_unsure = ${reason === 'unsure'}, looked_to = NULL, look_began_at = NULL
    WHERE workspace_id = ${own.workspaceId}::uuid AND id = ${own.id}::uuid AND attempts = ${own.attempt} AND state = 'sending'`;
  return settled === 1;
}
