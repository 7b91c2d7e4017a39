/** The outbox: a message is stored in the transaction of what causes it, and sent from there. */
import type { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import type { Transaction } from '../db/client.ts';
import type { Topic } from '../people/quiet.ts';
import { wake, wakeIn } from './jobs.ts';

/** What is sent, as plain data; `kind` names the composer that words it when it goes out. */
export type Content = { readonly kind: string; readonly [field: string]: unknown };

/**
 * The order of sending under Slack's limits: smaller numbers first. Surveys ask thousands at once and stay open for
 * days, so everything else passes them.
 */
export const urgency = { alert: 10, prompt: 20, notice: 30, report: 40, survey: 50 } as const;

export interface NewDelivery {
  /** Why it is sent: unique together with the recipient, for ever. */
  cause: string;
  /** A Slack channel, or a Slack user: their messages with the bot. */
  recipient: string;
  /** The person it is for; null for a channel. */
  memberId: string | null;
  /** Who is told when it cannot be sent. */
  ownerId: string | null;
  /** The schedule's slot it belongs to. */
  slot?: { scheduleId: string; name: string };
  content: Content;
  urgency: keyof typeof urgency;
  dueAt: Temporal.Instant;
  /** When it is no longer worth sending. */
  staleAt?: Temporal.Instant;
  /**
   * Sent to somebody who did not ask for it, so it counts towards their daily cap; `beyond` the cap it is sent all the
   * same, waits for their morning message, or lapses.
   */
  unasked?: { topic: Topic; beyond: 'goes' | 'waits' | 'lapses' };
}

/**
 * Stores messages. One whose cause and recipient are known stays as it is. Returns how many are new. They are sent once
 * the transaction commits; those not due yet wait for `release`.
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

/**
 * Instants as text, formatted once each: thousands of rows share a few, and formatting one is the slowest part of a
 * row.
 */
function writtenOnce(): (at: Temporal.Instant) => string {
  const known = new Map<Temporal.Instant, string>();
  return (at) => {
    const text = known.get(at) ?? at.toString();
    known.set(at, text);
    return text;
  };
}

/** Releases what has come due, and calls a sender wherever something waits: also for what a dead process left. */
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
