import type { Transaction } from '../db/client.ts';
import { pulseContent } from './content.ts';
import type { Round } from './rounds.ts';

/** Where the message lies by which a round asks somebody; null: it has not reached them. */
export async function askOf(
  db: Transaction,
  { workspaceId, id: roundId }: Pick<Round, 'workspaceId' | 'id'>,
  memberId: string,
): Promise<{ channelId: string; ts: string } | null> {
  const asked = await db.delivery.findFirst({
    where: {
      ...{ workspaceId, memberId, state: 'sent' },
      AND: [
        { content: { path: ['kind'], equals: pulseContent.ask } },
        { content: { path: ['roundId'], equals: roundId } },
      ],
    },
    select: { channelId: true, ts: true },
  });
  return asked?.channelId && asked.ts ? { channelId: asked.channelId, ts: asked.ts } : null;
}
