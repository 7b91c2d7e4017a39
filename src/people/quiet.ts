/** How much a person wants to hear from the bot unasked. What is more than that waits for their morning message. */
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database, Transaction } from '../db/client.ts';

/** What the bot speaks of to a person of its own accord. */
export const topics = ['standup', 'alert', 'target', 'pulse'] as const;
export type Topic = (typeof topics)[number];

export const isTopic = (word: string): word is Topic => (topics as readonly string[]).includes(word);

export interface Quiet {
  /** So many messages a day the workspace allows. */
  usual: number;
  /** So many the person wants; null: as the workspace has it. */
  own: number | null;
  /** Of what they do not want to hear for a while, and until when. */
  paused: { topic: Topic; until: Date }[];
}

export async function quietOf(
  db: Transaction,
  workspaceId: string,
  memberId: string,
  now: Temporal.Instant,
): Promise<Quiet> {
  const [{ workspace, dailyMessages }, paused] = await Promise.all([
    db.member.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id: memberId } },
      select: { dailyMessages: true, workspace: { select: { dailyMessages: true } } },
    }),
    db.quietTopic.findMany({
      where: { workspaceId, memberId, until: { gt: dateOf(now) } },
      orderBy: { topic: 'asc' },
    }),
  ]);
  const known = paused.flatMap(({ topic, until }) => (isTopic(topic) ? [{ topic, until }] : []));
  return { usual: workspace.dailyMessages, own: dailyMessages, paused: known };
}

/** From now on at most so many messages a day; 0: only what the morning message says. */
export async function wantFewer(db: Database, workspaceId: string, memberId: string, most: number): Promise<void> {
  const where = { workspaceId_id: { workspaceId, id: memberId } };
  await db.member.update({ where, data: { dailyMessages: most } });
}

/** Nothing of one topic by itself until then. */
export async function pauseTopic(
  db: Database,
  { workspaceId, memberId, topic }: { workspaceId: string; memberId: string; topic: Topic },
  until: Temporal.Instant,
): Promise<void> {
  const data = { until: dateOf(until) };
  await db.quietTopic.upsert({
    where: { workspaceId_memberId_topic: { workspaceId, memberId, topic } },
    create: { workspaceId, memberId, topic, ...data },
    update: data,
  });
}

/** As if they had never wished for anything. */
export async function wantUsual(db: Database, workspaceId: string, memberId: string): Promise<void> {
  await db.$transaction([
    db.member.update({ where: { workspaceId_id: { workspaceId, id: memberId } }, data: { dailyMessages: null } }),
    db.quietTopic.deleteMany({ where: { workspaceId, memberId } }),
  ]);
}
