import type { Database } from '../../db/client.ts';
import type { Claim } from '../../delivery/claim.ts';
import { sessionSchema, standupContent } from '../../standups/asks.ts';
import { digestOf } from '../../standups/digest-news.ts';
import { pulseContent, pulseRoundSchema } from '../../surveys/content.ts';
import { ownAsk } from './own-ask.ts';

/** The thread a delivery is posted in, and looked up in when Slack has not said whether it arrived; null: none. */
export async function threadOf(
  db: Database,
  { workspaceId, memberId, content }: Pick<Claim, 'workspaceId' | 'memberId' | 'content'>,
): Promise<string | null> {
  switch (content.kind) {
    case standupContent.blocker:
      return (await digestOf(db, { workspaceId, ...sessionSchema.parse(content) }))?.ts ?? null;
    case pulseContent.reminder: {
      const { roundId } = pulseRoundSchema.parse(content);
      return (memberId && (await ownAsk(db, { workspaceId, roundId, memberId }))?.ts) || null;
    }
    default:
      return null;
  }
}
