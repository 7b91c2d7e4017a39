/**
 * People who want no more e-mails, by one click in their e-mail program. A rep may still hand them a link in person.
 */
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../../calendar/js-date.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { sameText } from '../../db/same-text.ts';
import { declineLink } from './links.ts';
import type { LinkName } from './signed-link.ts';

/** Stores it, even if the link is used or expired; an open link is declined as well. */
export async function unsubscribe(db: Database, { workspaceId, id }: LinkName, now: Temporal.Instant): Promise<void> {
  await declineLink(db, { workspaceId, id }, now);
  await db.customerLink.updateMany({
    where: { workspaceId, id, unsubscribedAt: null },
    data: { unsubscribedAt: dateOf(now) },
  });
}

export async function hasUnsubscribed(db: Transaction, workspaceId: string, address: string): Promise<boolean> {
  const of = { workspaceId, respondent: sameText(address) };
  const found = await db.customerLink.findFirst({ where: { ...of, unsubscribedAt: { not: null } } });
  return found !== null;
}
