import type { Temporal } from 'temporal-polyfill';
import { Problem } from '../../src/errors.ts';
import { dayAndMonth } from '../../src/language/dates.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { whoAnswered } from '../../src/slack/messages/case.ts';
import { linkMessage } from '../../src/slack/messages/nps.ts';
import { instantOf } from '../../src/surveys/customers/cases.ts';
import type { Instrument } from '../../src/surveys/customers/instruments.ts';
import { handOut, REST_DAYS, type Rest } from '../../src/surveys/customers/links.ts';
import { addressIn } from '../../src/surveys/customers/mail.ts';
import { customerIn, type OwnedCustomer } from './customer.ts';

type Also = Parameters<typeof handOut>[3];

/** A personal link for a customer, or for somebody there. @throws Problem where there can be none, or not yet */
export async function linkFor(words: string, asked: Asked, instrument: Instrument) {
  mustHaveAddress(asked);
  const customer = await customerIn(words, asked);
  return linkOf(customer, { instrument, respondent: personIn(customer.rest) }, asked);
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
  if ('rests' in issued) return mustNotRest(who, issued);
  const dayOf = (at: Date): Temporal.PlainDate => instantOf(at).toZonedDateTimeISO(workspace.zone).toPlainDate();
  const { link, isNew, others } = issued;
  const days = { asked: dayOf(link.askedAt), until: dayOf(link.expiresAt) };
  const replaced = issued.replaced && dayOf(issued.replaced.askedAt);
  return { link, who, address: customerLinks(link) ?? '', ...days, isNew, instrument, replaced, others };
}

/** @throws Problem where somebody is not asked again yet */
export function mustNotRest(who: string, rest: Rest): never;
export function mustNotRest(who: string, rest: Rest | null): void;
export function mustNotRest(who: string, rest: Rest | null): void {
  if (!rest) return;
  const { rests, since, until } = rest;
  const values = { who, since: dayAndMonth(since), until: dayAndMonth(until), days: REST_DAYS[rests] };
  throw rests === 'answered' ? new Problem('nps.answered', values) : new Problem('nps.declined', values);
}

const LONGEST_PERSON = 200;

/** An e-mail address as Slack hands it on has its link around it. */
export const personIn = (words: string): string | null =>
  words
    .replaceAll(/<mailto:[^|>]+\|([^>]+)>/g, '$1')
    .trim()
    .slice(0, LONGEST_PERSON) || null;

export async function link(words: string, asked: Asked, instrument: Instrument): Promise<Reply> {
  const made = await linkFor(words, asked, instrument);
  const { id, respondent } = made.link;
  const mailed = asked.sendsMail && addressIn(respondent) ? id : null;
  return { message: () => linkMessage({ ...made, mailed }), isDone: true };
}
