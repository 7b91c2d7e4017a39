/** Sends what was waiting for a morning message to people who get none. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Database } from '../db/client.ts';
import { allWaiting, type Waiting } from '../delivery/kept.ts';
import { enqueue } from '../delivery/outbox.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { loadDirectory } from '../people/directory.ts';
import { memberWithId } from '../people/of-member.ts';
import { workingHoursOf } from '../people/own-clock.ts';
import { type Received, receivedByEach } from './received.ts';

/** The message that shows it, in place of a morning message. */
export const WAITED = 'waited';
export const MORNING = 'morning';

/** Plans a message for everybody who is at work, has something waiting since a day before, and gets no morning message today. */
export async function planWaited(db: Database, now: Temporal.Instant): Promise<void> {
  const waiting = await allWaiting(db, [MORNING, WAITED]);
  for (const workspaceId of new Set(waiting.map((each) => each.workspaceId))) {
    const [workspace, directory] = await Promise.all([
      db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }),
      loadDirectory(db, workspaceId),
    ]);
    const asking = { db, workspace, directory, now };
    const received = await receivedByEach(asking);
    for (const each of waiting) if (each.workspaceId === workspaceId) await planFor(each, asking, received);
  }
}

async function planFor(
  { memberId, since, isComing }: Waiting,
  { db, workspace, directory, now }: Asking,
  receivedBy: (memberId: string) => readonly Received[],
) {
  const member = memberWithId(directory, memberId);
  if (isComing || !member?.slackUserId || member.deactivatedOn !== null) return;
  if (member.awayUntil && Temporal.Instant.compare(now, member.awayUntil) < 0) return;
  const hours = workingHoursOf(memberId, directory, workspace);
  const dayOf = (at: Temporal.Instant) => localDay(at, hours.zone).toString();
  const today = dayOf(now);
  if (since >= today || Temporal.Instant.compare(nextWorkingMoment(now, hours), now) > 0) return;
  const received = receivedBy(memberId);
  if (received.some(({ schedule, next }) => schedule.what.kind === MORNING && next && dayOf(next) === today)) return;
  const notice = {
    cause: [WAITED, memberId, today].join(' '),
    recipient: member.slackUserId,
    memberId,
    ownerId: null,
    content: { kind: WAITED },
    urgency: 'report' as const,
    dueAt: now,
    staleAt: now.add({ hours: 12 }),
  };
  await db.$transaction((tx) => enqueue(tx, workspace.id, [notice], now));
}
