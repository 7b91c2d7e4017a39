/** Whoever has a new target is told of it: set by somebody or imported, their own or their team's, each once. */
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import type { Database } from '../db/client.ts';
import { enqueue, type NewDelivery } from '../delivery/outbox.ts';
import { causeOf, noticesToPlan } from '../targets/notices.ts';

export const TARGET_NEWS = 'target_news';

/**
 * Puts notices that are not planned yet into the outbox, of one workspace or of all. People who do not use Slack are
 * not told.
 */
export function planTargetNews(db: Database, now: Temporal.Instant, workspaceId?: string): Promise<void> {
  return db.$transaction(async (tx) => {
    const notices = await noticesToPlan(tx, dateOf(now), workspaceId);
    for (const workspace of new Set(notices.map((notice) => notice.workspaceId))) {
      const own = notices.filter((notice) => notice.workspaceId === workspace);
      const deliveries = own.flatMap(({ id, memberId, slackUserId, setById }): NewDelivery[] =>
        slackUserId
          ? [
              {
                cause: causeOf(id),
                recipient: slackUserId,
                memberId,
                ownerId: setById,
                content: { kind: TARGET_NEWS, noticeId: id },
                urgency: 'notice',
                dueAt: now,
                unasked: { topic: 'target', beyond: 'waits' },
              },
            ]
          : [],
      );
      await enqueue(tx, workspace, deliveries, now);
    }
  });
}
