import type { ContactTimes } from './contact-times.ts';
import { customerId } from './customer-rows.ts';
import { happened } from './happened.ts';
import { type Change, daysBetweenChanges } from './history.ts';
import { idOf } from './ids.ts';
import type { LeadStory } from './leads.ts';
import { DEMO_SOURCE, memberId, regionId } from './people-rows.ts';
import type { Timeline } from './timeline.ts';

export const leadId = (key: string): string => idOf('lead', key);

/** What is known of a lead by now. */
export function leadRow(lead: LeadStory, contact: ContactTimes | undefined, timeline: Timeline) {
  const until = outcomeOf(lead, timeline);
  return {
    id: leadId(lead.key),
    source: DEMO_SOURCE,
    externalId: lead.key,
    name: `${lead.contact}, ${lead.company.name}`,
    email: `${lead.contact.split(' ')[0]?.toLowerCase()}@${lead.company.name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`,
    customerId: until.converted === null ? null : customerId(lead.company.name),
    ownerId: memberId(until.qualified !== null && lead.qualified ? lead.qualified.seller : lead.creator),
    regionId: regionId(lead.company.region),
    country: lead.company.country,
    leadSource: lead.source,
    campaign: lead.campaign,
    origin: lead.channel === 'inbound' ? 'marketing' : 'sales',
    channel: lead.channel,
    expectedAmount: lead.expectedAmount,
    currency: lead.expectedAmount === null ? null : 'USD',
    score: until.qualified !== null && lead.qualified ? lead.qualified.scoreThen : lead.score,
    ...happened('created', lead.created, timeline),
    createdOwnerId: memberId(lead.creator),
    ...happened('firstContacted', contact?.contacted ?? null, timeline),
    ...happened('firstReplied', contact?.replied ?? null, timeline),
    ...happened('qualified', until.qualified, timeline),
    qualifiedOwnerId: until.qualified === null ? null : memberId(lead.creator),
    ...happened('converted', until.converted, timeline),
    ...happened('disqualified', until.disqualified, timeline),
  };
}

/** What a lead looked like from day to day. */
export function leadStateRows(lead: LeadStory, timeline: Timeline) {
  const { qualified, converted, disqualified } = outcomeOf(lead, timeline);
  const initial = { status: 'open', owner: lead.creator, score: lead.score };
  const changes: Change<typeof initial>[] = [{ at: lead.created, state: {} }];
  if (qualified !== null && lead.qualified)
    changes.push({ at: qualified, state: { owner: lead.qualified.seller, score: lead.qualified.scoreThen } });
  if (converted !== null) changes.push({ at: converted, state: { status: 'converted' } });
  if (disqualified !== null) changes.push({ at: disqualified, state: { status: 'disqualified' } });
  return daysBetweenChanges(initial, changes).map(({ from, to, state }) => ({
    id: idOf('lead state', `${lead.key} ${timeline.days[from]?.on}`),
    leadId: leadId(lead.key),
    startsOn: timeline.days[from]?.on,
    endsOn: to === null ? null : timeline.days[to]?.on,
    status: state.status,
    ownerId: memberId(state.owner),
    expectedAmount: lead.expectedAmount,
    currency: lead.expectedAmount === null ? null : 'USD',
    score: state.score,
  }));
}

/** How far the story has come by now. */
function outcomeOf({ qualified, deal, disqualified }: LeadStory, { now }: Timeline) {
  const past = (moment: number | null | undefined) =>
    moment !== null && moment !== undefined && moment <= now ? moment : null;
  return {
    qualified: past(qualified?.at),
    converted: deal?.won ? past(deal.closed) : null,
    disqualified: past(disqualified),
  };
}
