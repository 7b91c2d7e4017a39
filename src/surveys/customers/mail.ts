/** Sends a customer's link by e-mail, through the outbox. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf } from '../../calendar/js-date.ts';
import type { Transaction } from '../../db/client.ts';
import type { CustomerLink, Delivery } from '../../db/generated/client.ts';
import { mailRecipient } from '../../delivery/address.ts';
import { enqueue } from '../../delivery/outbox.ts';

const CUSTOMER_MAIL = 'customer_mail';

/** The e-mail address if the words are one; null: they are something else, such as a name. */
export const addressIn = (respondent: string | null): string | null => z.email().safeParse(respondent).data ?? null;

const causeOf = (linkId: string) => `mail ${linkId}`;

/** When it is due, and who is told if it fails. */
export interface Mailing {
  ownerId: string;
  dueAt: Temporal.Instant;
  slot?: { scheduleId: string; name: string };
}

type Link = Pick<CustomerLink, 'workspaceId' | 'id' | 'respondent' | 'expiresAt'>;

/**
 * Spelled as in the link: another spelling (`JANE@acme.com`) would be another recipient, who would get a second letter.
 */
function recipientOf({ respondent }: Link): string {
  const address = addressIn(respondent);
  if (address === null) throw new Error('a letter needs an address');
  return mailRecipient(address);
}

/** Puts a link's letter into the outbox, in the transaction that made the link. Does nothing if it is there already. */
export async function mailLink(tx: Transaction, link: Link, mailing: Mailing, now: Temporal.Instant): Promise<void> {
  const letter = {
    ...mailing,
    cause: causeOf(link.id),
    recipient: recipientOf(link),
    memberId: null,
    content: { kind: CUSTOMER_MAIL, linkId: link.id },
    urgency: 'notice' as const,
    staleAt: instantOf(link.expiresAt),
  };
  await enqueue(tx, link.workspaceId, [letter], now);
}

/** A link's letter and its state; null: there is none. */
export const letterOf = (db: Transaction, link: Link): Promise<Delivery | null> =>
  db.delivery.findFirst({
    where: { workspaceId: link.workspaceId, cause: causeOf(link.id), recipient: recipientOf(link) },
  });
