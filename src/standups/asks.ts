/** Who was asked in a standup: that is what the outbox says. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf } from '../calendar/js-date.ts';
import type { Transaction } from '../db/client.ts';
import { questionSchema } from './questions.ts';

/** Which standup, and on which day (ISO, by the clocks of who is asked). */
export interface Session {
  workspaceId: string;
  scheduleId: string;
  day: string;
}

/** The kinds of content by which a standup goes out. */
export const standupContent = {
  ask: 'standup_ask',
  reminder: 'standup_reminder',
  digest: 'standup_digest',
  /** The digest once more, in place of itself. */
  update: 'standup_update',
  /** What a person has said, in place of what asked or reminded them. */
  said: 'standup_said',
  /** Below the digest: one for each person who is held up. */
  blocker: 'standup_blocker',
} as const;

/** What each of them says of itself. */
export const sessionSchema = z.object({ scheduleId: z.guid(), day: z.iso.date() });

export const askSchema = sessionSchema.extend({
  /** The days that are asked about beside today, both included. */
  from: z.iso.date(),
  through: z.iso.date(),
  windowMinutes: z.int().positive(),
  /** As they were when it was asked: a standup may ask otherwise from the next time on. */
  questions: z.array(questionSchema).optional(),
});

/** That somebody was asked. */
export interface Ask extends Pick<z.infer<typeof askSchema>, 'from' | 'through' | 'questions'> {
  memberId: string;
  /** When their window closes. */
  closesAt: Temporal.Instant;
  /** Whether the question reached them, or still may. */
  isReached: boolean;
}

/** Who was asked on a day; whoever was asked twice, as of the last time. */
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

/** Which standup a person was asked about in a message of ours; null: in none. */
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

/** Slack's clock and ours need not agree. */
const APART_MS = 300_000;

/** Of which Slack has not said that it arrived: where it lies is not known, but when it was sent. */
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
