/** The outbox: what is to go out is written down in the transaction of what causes it, and sent from there. */
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../db/client.ts';
import type { Topic } from '../people/quiet.ts';
import { wake, wakeIn } from './jobs.ts';

/** What is sent, as plain data: it is put into words when it goes. `kind` says by whom. */
export type Content = { readonly kind: string; readonly [field: string]: unknown };

/**
 * What goes first when Slack lets little through: the smaller number. A survey asks thousands at once and is open for days: all else
 * passes it.
 */
export const urgency = { alert: 10, prompt: 20, notice: 30, report: 40, survey: 50 } as const;

export interface NewDelivery {
  /** Why it goes: together with the recipient it is unique, for ever. */
  cause: string;
  /** A Slack channel, or a Slack user: their messages with the bot. */
  recipient: string;
  /** For whose eyes it is; null for a channel. */
  memberId: string | null;
  /** Who hears of it when it cannot be sent. */
  ownerId: string | null;
  /** What it is an occurrence of. */
  slot?: { scheduleId: string; name: string };
  content: Content;
  urgency: keyof typeof urgency;
  dueAt: Temporal.Instant;
  /** When nobody wants it any more. */
  staleAt?: Temporal.Instant;
  /**
   * Goes to a person who did not ask for it: it counts among what they get in a day. When there have been enough of them it
   * goes all the same, waits for their morning message, or lapses.
   */
  unasked?: { topic: Topic; beyond: 'goes' | 'waits' | 'lapses' };
}

/**
 * Writes down what is to go out. What is known by its cause and recipient is left as it is. Returns how many are new.
 * They are under way as soon as the transaction is over; those that are not due yet wait for `release`.
 */
export async function enqueue(
  tx: Transaction,
  workspaceId: string,
  deliveries: readonly NewDelivery[],
  now: Temporal.Instant,
): Promise<number> {
  if (deliveries.length === 0) return 0;
  const written = writtenOnce();
  const rows = deliveries.map(({ slot, dueAt, staleAt, content, urgency: how, unasked, ...rest }) => ({
    ...rest,
    id: uuid(),
    scheduleId: slot?.scheduleId ?? null,
    slot: slot?.name ?? null,
    content,
    priority: urgency[how],
    dueAt: written(dueAt),
    staleAt: staleAt ? written(staleAt) : null,
    topic: unasked?.topic ?? null,
    beyond: unasked?.beyond ?? null,
  }));
  const added = await tx.$executeRaw`
    INSERT INTO deliveries (workspace_id, id, cause, recipient, member_id, owner_id, schedule_id, slot, content, priority,
      due_at, stale_at, topic, beyond, state, next_at)
    SELECT ${workspaceId}::uuid, id, cause, recipient, "memberId", "ownerId", "scheduleId", slot, content, priority,
      "dueAt", "staleAt", topic, beyond, CASE WHEN is_due THEN 'planned' ELSE 'held' END, CASE WHEN is_due THEN clock_timestamp() END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (
      id uuid, cause text, recipient text, "memberId" uuid, "ownerId" uuid, "scheduleId" uuid, slot text, content jsonb,
      priority smallint, "dueAt" timestamptz, "staleAt" timestamptz,
      topic text, beyond text)
    CROSS JOIN LATERAL (SELECT "dueAt" <= ${now.toString()}::timestamptz AS is_due) due
    ON CONFLICT (workspace_id, cause, recipient) DO NOTHING`;
  if (added > 0) await wake(tx, workspaceId);
  return added;
}

/** Instants as text, each written once: thousands of rows share a few, and writing one takes longer than all the rest of a row. */
function writtenOnce(): (at: Temporal.Instant) => string {
  const known = new Map<Temporal.Instant, string>();
  return (at) => {
    const text = known.get(at) ?? at.toString();
    known.set(at, text);
    return text;
  };
}

/** Sets off what was held until now, and calls for a sender wherever something waits: also for what a dead one has left. */
export async function release(tx: Transaction, now: Temporal.Instant): Promise<void> {
  await tx.$executeRaw`
    UPDATE deliveries SET state = 'planned', next_at = clock_timestamp()
    WHERE state = 'held' AND due_at <= ${now.toString()}::timestamptz`;
  const waiting = await tx.$queryRaw<{ workspaceId: string }[]>`
    SELECT DISTINCT workspace_id AS "workspaceId" FROM deliveries
    WHERE state IN ('planned', 'sending') AND next_at <= clock_timestamp()`;
  await wakeIn(
    tx,
    waiting.map(({ workspaceId }) => workspaceId),
    0,
  );
}
