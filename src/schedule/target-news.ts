/**
 * Tells people about new targets, their own or their team's, set by somebody or imported: each once, in working hours.
 */
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Database, Transaction } from '../db/client.ts';
import { enqueue, type NewDelivery } from '../delivery/outbox.ts';
import { loadDirectory } from '../people/directory.ts';
import { zoneOf } from '../people/own-clock.ts';
import { onceForEachCalendar } from '../people/working-calendar.ts';
import { causeOf, noticesToPlan, type ToPlan } from '../targets/notices.ts';

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
      const whenAtWork = await whenEachIsAtWork(tx, workspace, own, now);
      const deliveries = own.flatMap((notice): NewDelivery[] => {
        const { id, memberId, slackUserId, setById } = notice;
        if (!slackUserId) return [];
        return [
          {
            cause: causeOf(id),
            recipient: slackUserId,
            memberId,
            ownerId: setById,
            content: { kind: TARGET_NEWS, noticeId: id },
            urgency: 'notice',
            dueAt: whenAtWork(memberId),
            unasked: { topic: 'target', beyond: 'waits' },
          },
        ];
      });
      await enqueue(tx, workspace, deliveries, now);
    }
  });
}

/** By each one's own clock: nobody hears of a target at night or on a Sunday. */
async function whenEachIsAtWork(
  tx: Transaction,
  workspaceId: string,
  notices: readonly ToPlan[],
  now: Temporal.Instant,
): Promise<(memberId: string) => Temporal.Instant> {
  const about = notices.map(({ memberId }) => memberId);
  const directory = await loadDirectory(tx, workspaceId, about);
  const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const atWork = onceForEachCalendar((own) => nextWorkingMoment(now, own), { directory, workspace, now });
  return (memberId) => atWork(memberId, zoneOf(memberId, directory, workspace));
}
