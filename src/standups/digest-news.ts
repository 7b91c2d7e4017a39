/** What happens to a standup's digest after it was planned: it is updated, and gets threads. */
import type { Temporal } from 'temporal-polyfill';
import { instantOf } from '../calendar/js-date.ts';
import type { Transaction } from '../db/client.ts';
import { enqueue, type NewDelivery } from '../delivery/outbox.ts';
import { type Session, standupContent } from './asks.ts';

/** A day's digest in the outbox. */
export interface Digest {
  state: string;
  /** It may have arrived, although Slack did not say so. */
  isUnsure: boolean;
  /** The channel it is for. */
  recipient: string;
  dueAt: Date;
  /** Where it is, once it is sent. */
  channelId: string | null;
  ts: string | null;
}

/** Whether it is being sent, or may have arrived: where it is is not known yet. */
export const isUnderWay = ({ state, isUnsure }: Pick<Digest, 'state' | 'isUnsure'>): boolean =>
  state === 'sending' || (state === 'planned' && isUnsure);

/** A day's digest; the last one if it was made again. */
export async function digestOf(tx: Transaction, session: Session): Promise<Digest | null> {
  const [digest] = await tx.$queryRaw<Digest[]>`
    SELECT state, is_unsure AS "isUnsure", recipient, due_at AS "dueAt", channel_id AS "channelId", ts FROM deliveries
    WHERE workspace_id = ${session.workspaceId}::uuid AND schedule_id = ${session.scheduleId}::uuid
      AND content->>'kind' = ${standupContent.digest} AND content->>'day' = ${session.day}
    ORDER BY due_at DESC, id DESC LIMIT 1`;
  return digest ?? null;
}

export interface News extends Session {
  memberId: string;
  isBlocked: boolean;
  deed: string;
}

/** Threads wait for the digest, which needs a moment. */
const AFTER_DIGEST = { minutes: 1 };
const USEFUL_HOURS = 12;
/** Hours: a digest that failed may be tried again for days. */
const THREAD_USEFUL_HOURS = 24 * 7;

/** Plans what a new answer means for the digest. The answer is already stored, in this transaction. */
export async function tellDigest(tx: Transaction, news: News, now: Temporal.Instant): Promise<void> {
  const { workspaceId, scheduleId, day, memberId } = news;
  // A process about to send the digest waits for us and so includes the answer; if it was first, the digest is updated.
  await tx.$queryRaw`
    SELECT 1 FROM deliveries
    WHERE workspace_id = ${workspaceId}::uuid AND schedule_id = ${scheduleId}::uuid
      AND content->>'kind' = ${standupContent.digest} AND content->>'day' = ${day} FOR UPDATE`;
  const digest = await digestOf(tx, news);
  if (!digest) return;
  const isOut = digest.state === 'sent' || isUnderWay(digest);
  const dueAt = isOut ? now : instantOf(digest.dueAt).add(AFTER_DIGEST);
  const about = (kind: string, cause: readonly string[]): NewDelivery => ({
    cause: ['standup', kind, scheduleId, day, memberId, ...cause].join(' '),
    recipient: digest.recipient,
    memberId: null,
    ownerId: null,
    content: { kind, scheduleId, day, memberId },
    urgency: 'report',
    dueAt,
    staleAt: dueAt.add({ hours: kind === standupContent.blocker ? THREAD_USEFUL_HOURS : USEFUL_HOURS }),
  });
  const plans = [
    ...(isOut ? [about(standupContent.update, [news.deed])] : []),
    ...(news.isBlocked ? [about(standupContent.blocker, [])] : []),
  ];
  await enqueue(tx, workspaceId, plans, now);
}
