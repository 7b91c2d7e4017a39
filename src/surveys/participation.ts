/**
 * Who needs no reminder any more. It is noted in transactions of their own, and for several people at once: a single note beside a
 * single answer would tell whose it is to somebody who looks at the database before and after.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../db/client.ts';
import { pulseContent } from './content.ts';

/** So many are noted together. */
const BATCH = 5;
/** Reminders go by the next tick or the one after. */
const SOON = { minutes: 2 };

export interface Participation {
  /** Somebody is done with a round. Written down when some more are, or before reminders go out. */
  done(round: { workspaceId: string; id: string }, memberId: string): Promise<void>;
  /** Writes down what waits where reminders are about to go. Of a process that dies before, the last few may be reminded without need. */
  settle(now: Temporal.Instant): Promise<void>;
}

export function createParticipation(db: Database): Participation {
  const waiting = new Map<string, { workspaceId: string; roundId: string; memberIds: Set<string> }>();

  async function write(key: string): Promise<void> {
    const batch = waiting.get(key);
    if (!batch) return;
    waiting.delete(key);
    const { workspaceId, roundId, memberIds } = batch;
    const those = { workspaceId, roundId, memberId: { in: [...memberIds] }, round: { closedOn: null } };
    await db.pulseInvitation.updateMany({ where: those, data: { isDone: true } });
  }

  return {
    async done({ workspaceId, id: roundId }, memberId) {
      const batch = waiting.get(roundId) ?? { workspaceId, roundId, memberIds: new Set<string>() };
      batch.memberIds.add(memberId);
      waiting.set(roundId, batch);
      if (batch.memberIds.size >= BATCH) await write(roundId);
    },
    async settle(now) {
      const soon = new Date(now.add(SOON).epochMilliseconds);
      for (const [key, { workspaceId, roundId }] of [...waiting]) {
        const reminder = await db.delivery.findFirst({
          where: {
            ...{ workspaceId, state: 'held', dueAt: { lte: soon } },
            AND: [
              { content: { path: ['kind'], equals: pulseContent.reminder } },
              { content: { path: ['roundId'], equals: roundId } },
            ],
          },
          select: { id: true },
        });
        if (reminder) await write(key);
      }
    },
  };
}
