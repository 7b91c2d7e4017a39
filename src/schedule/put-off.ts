/** *Tomorrow* under the question of a survey: moves its next reminder. */
import { Temporal } from 'temporal-polyfill';
import { dateOf, instantOf } from '../calendar/js-date.ts';
import { localDay } from '../calendar/local-day.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { pulseContent } from '../surveys/content.ts';
import type { Round } from '../surveys/rounds.ts';

/**
 * Moves somebody's next reminder. Another one due on the same day lapses, as there are never two on a day. False: none
 * is left, or none before the round closes.
 */
export function remindAt(
  { db, workspace, member }: Pick<Asking, 'db' | 'workspace'> & { member: { id: string } },
  round: Round,
  at: Temporal.Instant,
  zone: string,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (Temporal.Instant.compare(at, round.closesAt) >= 0) return false;
    const where = { workspaceId: workspace.id, memberId: member.id, state: 'held' };
    const [next, ...later] = await tx.delivery.findMany({
      where: {
        ...where,
        AND: [
          { content: { path: ['kind'], equals: pulseContent.reminder } },
          { content: { path: ['roundId'], equals: round.id } },
        ],
      },
      select: { id: true, dueAt: true },
      orderBy: { dueAt: 'asc' },
    });
    if (!next) return false;
    const { count } = await tx.delivery.updateMany({
      where: { ...where, id: next.id },
      data: { dueAt: dateOf(at) },
    });
    if (count === 0) return false;
    const day = localDay(at, zone);
    const sameDay = later.filter(({ dueAt }) => localDay(instantOf(dueAt), zone).equals(day));
    await tx.delivery.deleteMany({ where: { ...where, id: { in: sameDay.map(({ id }) => id) } } });
    return true;
  });
}
