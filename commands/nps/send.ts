import { instantOf } from '../../src/calendar/js-date.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { tryAgain } from '../../src/delivery/undelivered.ts';
import { Problem } from '../../src/errors.ts';
import { dayAndMonth } from '../../src/language/dates.ts';
import { text } from '../../src/language/text.ts';
import { type Asked, type QuietAction, type Reply, say } from '../../src/slack/command.ts';
import { buttons, escaped, section } from '../../src/slack/messages/mrkdwn.ts';
import { othersText, SEND_LINK } from '../../src/slack/messages/nps.ts';
import { contactOf } from '../../src/surveys/customers/contacts.ts';
import { type Instrument, instrumentOf } from '../../src/surveys/customers/instruments.ts';
import { customerOfLink } from '../../src/surveys/customers/links.ts';
import { addressIn, letterOf, mailLink } from '../../src/surveys/customers/mail.ts';
import { hasUnsubscribed } from '../../src/surveys/customers/unsubscribed.ts';
import { customerIn, mustBeTheirs, type OwnedCustomer } from './customer.ts';
import { linkOf, mustHaveAddress, personIn } from './link.ts';

/** Sends a personal link by e-mail to somebody at a customer. */
export async function send(words: string, asked: Asked, instrument: Instrument): Promise<Reply> {
  mustSendMail(asked);
  const customer = await customerIn(words, asked);
  const person = personIn(customer.rest);
  const to = person ? addressIn(person) : await contactOf(asked.db, asked.workspace.id, customer.id);
  if (to === null) throw new Problem('nps.send.whom', { customer: customer.name });
  return sent(customer, { instrument, to, isSecond: false }, asked);
}

/** *Send by e-mail* under a link; *Send a second one* if the first may have arrived. */
const press =
  (isSecond: boolean): QuietAction =>
  async (id, asked) => {
    mustSendMail(asked);
    const { db, workspace, now } = asked;
    const link = await customerOfLink(db, workspace.id, id, localDay(now, workspace.zone).toString());
    const to = addressIn(link?.respondent ?? null);
    if (!link || to === null) throw new Problem('nps.gone');
    const { customer } = link;
    mustBeTheirs({ name: customer.name, ownerId: link.ownerId }, asked);
    return sent(customer, { instrument: instrumentOf(link.instrument), to, isSecond }, asked);
  };

const SEND_SECOND = 'nps_send_second';

export const sendPresses = { [SEND_LINK]: press(false), [SEND_SECOND]: press(true) };

function mustSendMail(asked: Asked): void {
  if (!asked.sendsMail) throw new Problem('nps.no_mail');
  mustHaveAddress(asked);
}

interface Letter {
  instrument: Instrument;
  to: string;
  /** Whether to send it even though an earlier one may have arrived. */
  isSecond: boolean;
}

/**
 * Stores the link and its e-mail together. An e-mail that was sent is not sent again; one that failed is tried again,
 * and one that may have arrived only after asking back.
 */
async function sent(
  customer: Pick<OwnedCustomer, 'id' | 'name'>,
  { instrument, to, isSecond }: Letter,
  asked: Asked,
): Promise<Reply> {
  const { db, workspace, member, now } = asked;
  if (await hasUnsubscribed(db, workspace.id, to)) throw new Problem('nps.unsubscribed', { to });
  const mailing = { ownerId: member.id, dueAt: now };
  const { link, until, others } = await linkOf(customer, { instrument, respondent: to }, asked, (tx, made) =>
    mailLink(tx, made, mailing, now),
  );
  const letter = await letterOf(db, link);
  const values = { to: escaped(to), customer: escaped(customer.name), until: dayAndMonth(until) };
  if (letter?.sentAt) {
    const day = localDay(instantOf(letter.sentAt), workspace.zone);
    return say(text('nps.send.before', { ...values, day: dayAndMonth(day) }));
  }
  if (letter?.state === 'failed') {
    const isUnsure = letter.reason === 'mail_unsure';
    if (isUnsure && !isSecond) return askedBack(text('nps.send.unsure', values), link.id);
    const failed = {
      reason: letter.reason ?? '',
      scheduleId: letter.scheduleId,
      slot: letter.slot,
      deliveryId: letter.id,
    };
    await tryAgain(db, workspace.id, failed);
  }
  return { ...say(text('nps.send.going', values) + othersText(others)), isDone: true };
}

/** Nobody knows whether the first arrived, so the person decides whether to send a second one. */
const askedBack = (line: string, linkId: string): Reply =>
  say(line, [
    section(line),
    buttons('nps.send.unsure', [{ actionId: SEND_SECOND, label: text('nps.send.second'), value: linkId }]),
  ]);
