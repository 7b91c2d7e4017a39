/** How many unasked messages a person wants from the bot. The rest waits for their morning message. */
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database, Transaction } from '../db/client.ts';

/** The topics of unasked messages. */
export const topics = ['standup', 'alert', 'target', 'pulse'] as const;
export type Topic = (typeof topics)[number];

export const isTopic = (word: string): word is Topic => (topics as readonly string[]).includes(word);

export interface Quiet {
  /** Messages a day that the workspace allows. */
  usual: number;
  /** Messages a day that the person wants; null: as the workspace allows. */
  own: number | null;
  /** Topics paused for a while, and until when. */
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

/** Sets the person's own maximum a day; 0: only the morning message. */
export async function wantFewer(db: Database, workspaceId: string, memberId: string, most: number): Promise<void> {
  const where = { workspaceId_id: { workspaceId, id: memberId } };
  await db.member.update({ where, data: { dailyMessages: most } });
}

/** Pauses one topic until then. */
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

/** Removes all their wishes. */
export async function wantUsual(db: Database, workspaceId: string, memberId: string): Promise<void> {
  await db.$transaction([
    db.member.update({ where: { workspaceId_id: { workspaceId, id: memberId } }, data: { dailyMessages: null } }),
    db.quietTopic.deleteMany({ where: { workspaceId, memberId } }),
  ]);
}
