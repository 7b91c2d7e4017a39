import type { Temporal } from 'temporal-polyfill';
import { instantOf } from '../../src/calendar/js-date.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { Problem } from '../../src/errors.ts';
import { dayAndMonth } from '../../src/language/dates.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { whoAnswered } from '../../src/slack/messages/case.ts';
import { unmarked } from '../../src/slack/messages/mrkdwn.ts';
import { linkMessage } from '../../src/slack/messages/nps.ts';
import type { Instrument } from '../../src/surveys/customers/instruments.ts';
import { handOut, REST_DAYS, type Rest } from '../../src/surveys/customers/links.ts';
import { addressIn } from '../../src/surveys/customers/mail.ts';
import { customerIn, type OwnedCustomer } from './customer.ts';

type Also = Parameters<typeof handOut>[3];

/** Makes a personal link for a customer, or for one person there. @throws Problem if there can be none, or not yet */
export async function linkFor(words: string, asked: Asked, instrument: Instrument) {
  mustHaveAddress(asked);
  const customer = await customerIn(words, asked);
  const respondent = personIn(customer.rest);
  // A mistyped address: its link would count for an address that nobody has.
  if (respondent?.includes('@') && addressIn(respondent) === null)
    throw new Problem('nps.link.whom', { customer: customer.name, person: respondent });
  return linkOf(customer, { instrument, respondent }, asked);
}

/** @throws Problem if the bot has no public address that customers can reach */
export function mustHaveAddress({ workspace, customerLinks }: Asked): void {
  if (customerLinks({ workspaceId: workspace.id, id: '' }) === null) throw new Problem('nps.no_address');
}

interface WhoAndWhat {
  instrument: Instrument;
  respondent: string | null;
}

/** @param also what else to store in the link's transaction @throws Problem if the customer was asked too recently */
export async function linkOf(
  { id: customerId, name }: Pick<OwnedCustomer, 'id' | 'name'>,
  { instrument, respondent }: WhoAndWhat,
  asked: Asked,
  also: Also = async () => undefined,
) {
  const { db, workspace, member, now, customerLinks } = asked;
  const who = whoAnswered(name, respondent);
  const wanted = { workspaceId: workspace.id, customerId, instrument, respondent, askedById: member.id };
  const issued = await handOut(db, wanted, { now, zone: workspace.zone }, also);
  if ('rests' in issued) return mustNotRest({ customer: name, instrument }, issued);
  const dayOf = (at: Date): Temporal.PlainDate => localDay(instantOf(at), workspace.zone);
  const { link, isNew, others } = issued;
  const days = { asked: dayOf(link.askedAt), until: dayOf(link.expiresAt) };
  const replaced = issued.replaced && dayOf(issued.replaced.askedAt);
  return { link, who, address: customerLinks(link) ?? '', ...days, isNew, instrument, replaced, others };
}

interface Asking {
  customer: string;
  instrument: Instrument;
}

/**
 * @throws Problem if they must not be asked again yet; it says what was answered, when the next link may go, and what
 * to do meanwhile
 */
export function mustNotRest(wanted: Asking, rest: Rest): never;
export function mustNotRest(wanted: Asking, rest: Rest | null): void;
export function mustNotRest({ customer, instrument }: Asking, rest: Rest | null): void {
  if (!rest) return;
  const { rests, since, until, respondent } = rest;
  const said = { who: whoAnswered(customer, respondent), since: dayAndMonth(since), about: rest.instrument };
  const values = { ...said, until: dayAndMonth(until), days: REST_DAYS[rests], customer, instrument };
  throw rests === 'answered' ? new Problem('nps.answered', values) : new Problem('nps.declined', values);
}

const LONGEST_PERSON = 200;

/** Slack wraps people, channels and addresses in markup, which is removed here. */
export const personIn = (words: string): string | null => unmarked(words).trim().slice(0, LONGEST_PERSON) || null;

export async function link(words: string, asked: Asked, instrument: Instrument): Promise<Reply> {
  const made = await linkFor(words, asked, instrument);
  const { id, respondent } = made.link;
  const mailed = asked.sendsMail && addressIn(respondent) ? id : null;
  return { message: () => linkMessage({ ...made, mailed }), isDone: true };
}
