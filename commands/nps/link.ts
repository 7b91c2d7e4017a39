import { Problem } from '../../src/errors.ts';
import { dayAndMonth } from '../../src/language/dates.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { whoAnswered } from '../../src/slack/messages/case.ts';
import { linkMessage } from '../../src/slack/messages/nps.ts';
import { instantOf } from '../../src/surveys/customers/cases.ts';
import { issueLink, REST_DAYS, type Rest } from '../../src/surveys/customers/links.ts';
import { customerIn } from './customer.ts';

/** A personal link for a customer, or for somebody there. @throws Problem where there can be none, or not yet */
export async function linkFor(words: string, asked: Asked) {
  const { db, workspace, member, now, customerLinks } = asked;
  if (customerLinks({ workspaceId: workspace.id, id: '' }) === null) throw new Problem('nps.no_address');
  const { id: customerId, name, rest } = await customerIn(words, asked);
  const respondent = personIn(rest);
  const who = whoAnswered(name, respondent);
  const wanted = { workspaceId: workspace.id, customerId, respondent, askedById: member.id };
  const issued = await issueLink(db, wanted, now, workspace.zone);
  if ('rests' in issued) return mustNotRest(who, issued);
  const dayOf = (at: Date) => instantOf(at).toZonedDateTimeISO(workspace.zone).toPlainDate();
  const { link, isNew } = issued;
  const address = customerLinks(link) ?? '';
  return { who, address, asked: dayOf(link.askedAt), until: dayOf(link.expiresAt), isNew };
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
const personIn = (words: string): string | null =>
  words
    .replaceAll(/<mailto:[^|>]+\|([^>]+)>/g, '$1')
    .trim()
    .slice(0, LONGEST_PERSON) || null;

export async function link(words: string, asked: Asked): Promise<Reply> {
  const made = await linkFor(words, asked);
  return { message: () => linkMessage(made), isDone: true };
}
