/** A customer's link as an e-mail: put into the outbox, which sends it. */
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf } from '../../calendar/js-date.ts';
import type { Transaction } from '../../db/client.ts';
import type { CustomerLink, Delivery } from '../../db/generated/client.ts';
import { mailRecipient } from '../../delivery/address.ts';
import { enqueue } from '../../delivery/outbox.ts';

const CUSTOMER_MAIL = 'customer_mail';

/** The address in a person's words; null: they are something else, such as a name. */
export const addressIn = (respondent: string | null): string | null => z.email().safeParse(respondent).data ?? null;

const causeOf = (linkId: string) => `mail ${linkId}`;

/** From when on it goes, and who hears of it when it cannot. */
export interface Mailing {
  ownerId: string;
  dueAt: Temporal.Instant;
  slot?: { scheduleId: string; name: string };
}

type Link = Pick<CustomerLink, 'workspaceId' | 'id' | 'respondent' | 'expiresAt'>;

/** In the link's spelling: another one (`JANE@acme.com`) would be another recipient, and get a second letter. */
function recipientOf({ respondent }: Link): string {
  const address = addressIn(respondent);
  if (address === null) throw new Error('a letter needs an address');
  return mailRecipient(address);
}

/** Sends a link to the person it was made for, in the transaction that made it, unless that was done already. */
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

/** What has become of a link's letter; null: there is none. */
export const letterOf = (db: Transaction, link: Link): Promise<Delivery | null> =>
  db.delivery.findFirst({
    where: { workspaceId: link.workspaceId, cause: causeOf(link.id), recipient: recipientOf(link) },
  });
