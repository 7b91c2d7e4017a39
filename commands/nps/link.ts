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

/** A personal link for a customer, or for somebody there. @throws Problem where there can be none, or not yet */
export async function linkFor(words: string, asked: Asked, instrument: Instrument) {
  mustHaveAddress(asked);
  const customer = await customerIn(words, asked);
  const respondent = personIn(customer.rest);
  // A link for it would rest by an address that nobody has.
  if (respondent?.includes('@') && addressIn(respondent) === null)
    throw new Problem('nps.link.whom', { customer: customer.name, person: respondent });
  return linkOf(customer, { instrument, respondent }, asked);
}

/** @throws Problem where customers cannot reach the bot */
export function mustHaveAddress({ workspace, customerLinks }: Asked): void {
  if (customerLinks({ workspaceId: workspace.id, id: '' }) === null) throw new Problem('nps.no_address');
}

interface WhoAndWhat {
  instrument: Instrument;
  respondent: string | null;
}

/** @param also what else is done about the link, with it or not at all @throws Problem */
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

/** What one wants to ask of whom. */
interface Asking {
  customer: string;
  instrument: Instrument;
}

/** @throws Problem where somebody is not asked again yet: what was answered, when the next may go, and what to do meanwhile */
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

/** A person, a channel or an address as Slack hands it on has its mark around it. */
export const personIn = (words: string): string | null => unmarked(words).trim().slice(0, LONGEST_PERSON) || null;

export async function link(words: string, asked: Asked, instrument: Instrument): Promise<Reply> {
  const made = await linkFor(words, asked, instrument);
  const { id, respondent } = made.link;
  const mailed = asked.sendsMail && addressIn(respondent) ? id : null;
  return { message: () => linkMessage({ ...made, mailed }), isDone: true };
}
