import { z } from 'zod';
import { localDay } from '../calendar/local-day.ts';
import type { Clock } from '../clock.ts';
import type { MailServer } from '../config.ts';
import type { Database } from '../db/client.ts';
import { addressOf } from '../delivery/address.ts';
import type { Sender } from '../delivery/sender.ts';
import type { CustomerLinks } from '../slack/customer-links.ts';
import { instrumentOf } from '../surveys/customers/instruments.ts';
import { findLink, restOf } from '../surveys/customers/links.ts';
import { hasUnsubscribed } from '../surveys/customers/unsubscribed.ts';
import { customerLetter } from './customer-letter.ts';
import { postLetter } from './smtp.ts';

export interface MailSenderInput {
  db: Database;
  clock: Clock;
  customerLinks: CustomerLinks;
  /** Not given: no mail server is configured any more. */
  server: MailServer | undefined;
}

const contentSchema = z.object({ linkId: z.guid() });

/**
 * Sends the outbox's e-mails, which are customers' links. Links that were answered in any way, declined or expired
 * meanwhile are not sent.
 */
export function createMailSender({ db, clock, customerLinks, server }: MailSenderInput): Sender {
  return {
    async make({ workspaceId, id, recipient, content, scheduleId }) {
      const to = addressOf(recipient) ?? '';
      const opened = await findLink(db, { workspaceId, id: contentSchema.parse(content).linkId }, clock());
      if (opened?.state !== 'open' || (await hasUnsubscribed(db, workspaceId, to))) return null;
      const { link, workspace } = opened;
      // They may have answered in another way meanwhile; for automatic links anybody at the customer may have.
      const { zone } = await db.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
      const whom = scheduleId === null ? link : { ...link, respondent: null };
      if (await restOf(db, whom, localDay(clock(), zone))) return null;
      const address = customerLinks(link);
      if (address === null) throw new Error('a letter needs PUBLIC_URL for its link');
      const asker = await db.member.findUnique({ where: { workspaceId_id: { workspaceId, id: link.askedById } } });
      const question = { instrument: instrumentOf(link.instrument), workspace, address };
      const words = customerLetter(question, asker?.name ?? null);
      const replyTo = asker?.email ? { name: asker.name, address: asker.email } : null;
      return {
        line: words.subject,
        async post() {
          if (!server) return { kind: 'never', reason: 'mail_off', error: 'SMTP_URL is not set' };
          const messageId = `${id}@${server.from.address.split('@').at(-1)}`;
          return postLetter(server, { ...words, to, replyTo, messageId, unsubscribe: address });
        },
      };
    },
    // There is no way to ask whether a letter has arrived, so the sender decides whether to send it again.
    find: async () => ({ kind: 'never', reason: 'mail_unsure', error: 'broken off' }),
  };
}
