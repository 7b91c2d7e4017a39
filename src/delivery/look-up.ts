import type { Database } from '../db/client.ts';

/** What became of something that was to go out. */
export interface Past {
  slot: string | null;
  recipient: string;
  /** held, planned, sending, sent, failed, skipped */
  state: string;
  /** Why it failed, was skipped, or waits. */
  reason: string | null;
  sentAt: Date | null;
  failures: number;
}

/** A delivery, also one without a schedule. */
export interface Logged extends Past {
  dueAt: Date;
  /** What it was, in the words of its content. */
  kind: string;
}

/** An alert's check, which says something only when it is a test. */
const CHECK = 'alert';

/**
 * The last deliveries to a channel or a person in Slack, the newest first, but for those of surveys, which are between the bot
 * and the person, and the hourly checks of alerts, which send nothing: an alarm is a message of its own.
 */
export async function logOf(db: Database, workspaceId: string, recipient: string, most: number): Promise<Logged[]> {
  return db.$queryRaw<Logged[]>`
    SELECT slot, recipient, state, reason, sent_at AS "sentAt", failures, due_at AS "dueAt", content->>'kind' AS kind
    FROM deliveries
    WHERE workspace_id = ${workspaceId}::uuid AND recipient = ${recipient} AND content->>'kind' NOT LIKE 'pulse%'
      AND (content->>'kind' <> ${CHECK} OR state IN ('sent', 'failed'))
    ORDER BY due_at DESC, id DESC LIMIT ${most}`;
}

/** Left out: whether somebody was reminded of a survey tells whether they had answered. */
const UNTOLD = 'pulse_reminder';

/** The last deliveries of a schedule, the newest first: all of them, or those to one member alone. */
export function pastOf(
  db: Database,
  { workspaceId, id: scheduleId }: { workspaceId: string; id: string },
  memberId: string | null,
  most: number,
): Promise<Past[]> {
  return db.delivery.findMany({
    where: {
      workspaceId,
      scheduleId,
      ...(memberId ? { memberId } : {}),
      NOT: { content: { path: ['kind'], equals: UNTOLD } },
    },
    select: { slot: true, recipient: true, state: true, reason: true, sentAt: true, failures: true },
    orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
}
