/** Asks customers automatically after a won deal: by e-mail, else their owner is given the link. */
import { instantOf } from '../calendar/js-date.ts';
import { localDay } from '../calendar/local-day.ts';
import { nextWorkingMoment } from '../calendar/working-moment.ts';
import type { Transaction } from '../db/client.ts';
import type { NewDelivery } from '../delivery/outbox.ts';
import { memberCalendar } from '../people/working-calendar.ts';
import { contactOf } from '../surveys/customers/contacts.ts';
import { type DueCustomer, dueCustomers } from '../surveys/customers/due.ts';
import type { Instrument } from '../surveys/customers/instruments.ts';
import { issueLink } from '../surveys/customers/links.ts';
import { mailLink } from '../surveys/customers/mail.ts';
import { hasUnsubscribed } from '../surveys/customers/unsubscribed.ts';
import { whoFollows } from './case-news.ts';
import { dayOfSlot } from './content.ts';
import type { Whom } from './pulse-round.ts';
import type { Schedule } from './schedule.ts';

/** How customers can be reached: by a link and an e-mail, by a link that somebody hands on, or not at all. */
export type Reach = 'mail' | 'link' | 'none';

/** Tells an owner of a customer whose turn it is, with the link. */
export const CUSTOMER_TURN = 'customer_turn';

/** What a schedule asks customers; null: it asks them nothing. */
export const askedOfCustomers = ({ what }: Pick<Schedule, 'what'>): Instrument | null =>
  what.kind === 'customers' ? what.instrument : null;

/**
 * For each owner whose morning it is, the customers of theirs who are due: their links are made and go out in the same
 * transaction, in working hours. The link takes the deal's turn, so each is taken once. Other kinds of schedules pass
 * through unchanged.
 */
export async function handedOut(
  tx: Transaction,
  schedule: Schedule,
  mornings: readonly NewDelivery[],
  whom: Whom,
  reach: Reach,
): Promise<NewDelivery[]> {
  const instrument = askedOfCustomers(schedule);
  if (!instrument) return [...mornings];
  if (reach === 'none' || mornings.length === 0) return [];
  const { directory, workspace, now } = whom;
  const since = localDay(instantOf(schedule.liveSince), workspace.zone);
  const days = new Set(mornings.map(({ slot }) => slot?.name.slice(0, 10) ?? ''));
  const asks: NewDelivery[] = [];
  for (const day of days) {
    const today = dayOfSlot(day);
    for (const customer of await dueCustomers(tx, workspace.id, { today, since, now })) {
      const owner = customer.ownerId && whoFollows(customer.ownerId, directory, day);
      const morning = owner && mornings.find((each) => each.memberId === owner.id && each.slot?.name.startsWith(day));
      if (morning) asks.push(...(await ask(tx, customer, { instrument, morning, reach, ...whom })));
    }
  }
  return asks;
}

interface Asking extends Whom {
  instrument: Instrument;
  /** The owner's. */
  morning: NewDelivery;
  reach: Reach;
}

/**
 * Takes a customer's turn: puts the e-mail into the outbox, or returns the message for the owner. Customers at rest are
 * skipped.
 */
async function ask(tx: Transaction, customer: DueCustomer, asking: Asking): Promise<NewDelivery[]> {
  const { instrument, morning, reach, directory, workspace, now, recipients } = asking;
  const { memberId, slot } = morning;
  if (memberId === null) return [];
  const respondent = await contactOf(tx, workspace.id, customer.id);
  const wanted = { workspaceId: workspace.id, customerId: customer.id, instrument, respondent, askedById: memberId };
  const { dealId, turn } = customer;
  const issued = await issueLink(tx, { ...wanted, dealId, turn }, now, workspace.zone);
  if (!('link' in issued) || !issued.isNew) return [];
  const zone = recipients.find((each) => each.memberId === memberId)?.zone ?? workspace.zone;
  const dueAt = nextWorkingMoment(now, { ...memberCalendar(memberId, directory, workspace), zone });
  if (reach === 'mail' && respondent && !(await hasUnsubscribed(tx, workspace.id, respondent))) {
    await mailLink(tx, issued.link, { ownerId: memberId, dueAt, ...(slot ? { slot } : {}) }, now);
    return [];
  }
  const content = { kind: CUSTOMER_TURN, linkId: issued.link.id };
  const unasked = { topic: 'alert', beyond: 'waits' } as const;
  const staleAt = instantOf(issued.link.expiresAt);
  return [{ ...morning, cause: `customer ${issued.link.id}`, content, urgency: 'notice', dueAt, staleAt, unasked }];
}
