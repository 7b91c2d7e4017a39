/** What was still to come about an open case goes with its customer: to who sees to them by then. */
import { Temporal } from 'temporal-polyfill';
import { localDay } from '../calendar/local-day.ts';
import type { Claim } from '../delivery/claim.ts';
import { enqueue } from '../delivery/outbox.ts';
import type { Asking } from '../kpi/evaluate.ts';
import type { CustomerAnswer } from '../surveys/customers/answers.ts';
import { caseContent, caseOwner } from '../surveys/customers/cases.ts';
import { type Talker, whoTalks } from '../targets/who-talks.ts';
import { momentAtWork, whoFollows } from './case-news.ts';

/**
 * Whether a message about a case is somebody else's by now: then it is on its way to them, in their working hours. It bears the
 * same cause, so that they get it once, however often this is looked at.
 */
export async function passedOn(
  { db, workspace, directory }: Asking,
  answer: CustomerAnswer,
  delivery: Claim,
  sendingAt: Temporal.Instant,
): Promise<boolean> {
  const today = localDay(sendingAt, workspace.zone).toString();
  const ownerId = await caseOwner(db, answer, today);
  const owner = ownerId === null ? null : whoFollows(ownerId, directory, today);
  const isEscalated = delivery.content.kind === caseContent.escalated;
  const to: Talker | null =
    owner && isEscalated ? whoTalks({ setById: null, memberId: owner.id }, directory, today) : owner;
  if (!to || to.slackUserId === delivery.recipient) return false;
  const { workspaceId, cause, content, staleAt } = delivery;
  const news = {
    ...{ cause, content, recipient: to.slackUserId, memberId: to.id, ownerId: null, urgency: 'alert' as const },
    dueAt: momentAtWork(sendingAt, to, { workspace, directory }),
    ...(staleAt ? { staleAt: Temporal.Instant.fromEpochMilliseconds(staleAt.getTime()) } : {}),
    unasked: { topic: 'alert' as const, beyond: 'goes' as const },
  };
  await db.$transaction((tx) => enqueue(tx, workspaceId, [news], sendingAt));
  return true;
}
