/** Who was asked in a standup, according to the outbox. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf } from '../calendar/js-date.ts';
import type { Transaction } from '../db/client.ts';
import { questionSchema } from './questions.ts';

/** A standup on one day (ISO, in the time zone of the people asked). */
export interface Session {
  workspaceId: string;
  scheduleId: string;
  day: string;
}

/** The kinds of messages of a standup. */
export const standupContent = {
  ask: 'standup_ask',
  reminder: 'standup_reminder',
  digest: 'standup_digest',
  /** Updates the digest. */
  update: 'standup_update',
  /** Replaces a person's question or reminder with their answers. */
  said: 'standup_said',
  /** In the digest's threads: one for each person with a blocker. */
  blocker: 'standup_blocker',
} as const;

/** The content they share. */
export const sessionSchema = z.object({ scheduleId: z.guid(), day: z.iso.date() });

export const askSchema = sessionSchema.extend({
  /** The earlier days that are asked about, both included. */
  from: z.iso.date(),
  through: z.iso.date(),
  windowMinutes: z.int().positive(),
  /** As they were when it was asked: a standup may change its questions. */
  questions: z.array(questionSchema).optional(),
});

/** The asking of one person. */
export interface Ask extends Pick<z.infer<typeof askSchema>, 'from' | 'through' | 'questions'> {
  memberId: string;
  /** When their window closes. */
  closesAt: Temporal.Instant;
  /** Whether the question reached them, or still may. */
  isReached: boolean;
}

/** The people asked on a day; for anybody asked twice, the last time. */
export async function asksOf(tx: Transaction, { workspaceId, scheduleId, day }: Session): Promise<Ask[]> {
  const rows = await tx.$queryRaw<{ memberId: string; dueAt: Date; state: string; reason: string; content: unknown }[]>`
    SELECT DISTINCT ON (member_id) member_id AS "memberId", due_at AS "dueAt", state, reason, content FROM deliveries
    WHERE workspace_id = ${workspaceId}::uuid AND schedule_id = ${scheduleId}::uuid AND member_id IS NOT NULL
      AND content->>'kind' = ${standupContent.ask} AND content->>'day' = ${day}
    ORDER BY member_id, due_at DESC, id DESC`;
  return rows.map(({ memberId, dueAt, state, reason, content }) => {
    const { from, through, windowMinutes, questions } = askSchema.parse(content);
    const isReached = state !== 'failed' && !(state === 'skipped' && reason === 'stale');
    return {
      memberId,
      from,
      through,
      questions,
      isReached,
      closesAt: instantOf(dueAt).add({ minutes: windowMinutes }),
    };
  });
}

/** The standup that a message of ours asked a person about; null: none. */
export async function askedIn(
  db: Transaction,
  workspaceId: string,
  { memberId, channelId, ts }: { memberId: string; channelId: string; ts: string },
): Promise<Pick<Session, 'scheduleId' | 'day'> | null> {
  const known = await db.delivery.findMany({
    where: { workspaceId, memberId, channelId, ts },
    select: { content: true },
  });
  const here = known.length > 0 ? known : await askedUnawares(db, { workspaceId, memberId, ts });
  const ours = z.object({ kind: z.enum([standupContent.ask, standupContent.reminder]), ...sessionSchema.shape });
  const [asked] = here.flatMap(({ content }) => ours.safeParse(content).data ?? []);
  return asked ? { scheduleId: asked.scheduleId, day: asked.day } : null;
}

/** How far Slack's clock and ours may differ. */
const APART_MS = 300_000;

/** For messages that Slack has not confirmed: where they are is unknown, but not when they were sent. */
async function askedUnawares(
  db: Transaction,
  { workspaceId, memberId, ts }: { workspaceId: string; memberId: string; ts: string },
) {
  const rows = await db.delivery.findMany({
    where: { workspaceId, memberId, ts: null, isUnsure: true, state: { in: ['planned', 'sending'] } },
    select: { content: true, triedAt: true },
  });
  return rows.filter(({ triedAt }) => triedAt && Math.abs(Number(ts) * 1000 - triedAt.getTime()) < APART_MS);
}
