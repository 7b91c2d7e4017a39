/** What is still planned about an open case goes to whoever owns its customer by then. */
import type { Temporal } from 'temporal-polyfill';
import { instantOf } from '../calendar/js-date.ts';
import { localDay } from '../calendar/local-day.ts';
import type { Claim } from '../delivery/claim.ts';
import { enqueue } from '../delivery/outbox.ts';
import type { Asking } from '../kpi/evaluate.ts';
import { whenAtWork } from '../people/own-clock.ts';
import type { CustomerAnswer } from '../surveys/customers/answers.ts';
import { caseContent, caseOwner } from '../surveys/customers/cases.ts';
import type { Talker } from '../targets/who-talks.ts';
import { escalatedTo, whoFollows } from './case-news.ts';

/**
 * Whether a message about a case belongs to somebody else by now; it is then planned for them, in their working hours,
 * under the same cause, so that they get it once.
 */
export async function passedOn(
  { db, workspace, directory }: Asking,
  answer: CustomerAnswer,
  delivery: Claim,
  sendingAt: Temporal.Instant,
): Promise<boolean> {
  const today = localDay(sendingAt, workspace.zone).toString();
  const ownerId = await caseOwner(db, answer, today);
  const isEscalated = delivery.content.kind === caseContent.escalated;
  // Without an owner it goes to whom it was meant for, or whoever stands in for them.
  const whose = ownerId ?? delivery.memberId;
  const follows = whose === null ? null : whoFollows(whose, directory, today);
  const to: Talker | null =
    follows && ownerId && isEscalated ? escalatedTo(follows, sendingAt, { workspace, directory }) : follows;
  if (!to || to.slackUserId === delivery.recipient) return false;
  const { workspaceId, cause, content, staleAt } = delivery;
  const news = {
    ...{ cause, content, recipient: to.slackUserId, memberId: to.id, ownerId: null, urgency: 'alert' as const },
    dueAt: whenAtWork(sendingAt, to.id, { workspace, directory }),
    ...(staleAt ? { staleAt: instantOf(staleAt) } : {}),
    unasked: { topic: 'alert' as const, beyond: 'goes' as const },
  };
  await db.$transaction(async (tx) => {
    if ((await enqueue(tx, workspaceId, [news], sendingAt)) > 0) return;
    // Somebody who had passed it on may now own it again; without this nobody would get it.
    const which = { workspaceId, cause, recipient: to.slackUserId };
    const before = await tx.delivery.findUnique({ where: { workspaceId_cause_recipient: which } });
    if (before?.state === 'skipped') await enqueue(tx, workspaceId, [{ ...news, cause: `${cause} back` }], sendingAt);
  });
  return true;
}
