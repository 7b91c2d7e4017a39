import type { Transaction } from '../../db/client.ts';
import type { Place } from '../../delivery/claim.ts';
import { pulseContent } from '../../surveys/content.ts';

/** The message in which a round asked somebody; null: it did not reach them, or was too long ago. */
export async function ownAsk(
  db: Transaction,
  { workspaceId, roundId, memberId }: { workspaceId: string; roundId: string; memberId: string },
): Promise<Place | null> {
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
