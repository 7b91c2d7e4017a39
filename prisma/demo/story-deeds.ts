import { type DealStory, ownerAt } from './deals.ts';
import { type Deed, meet, receive, talk, tryCall, write } from './deeds.ts';
import type { LeadStory } from './leads.ts';
import { randomFrom } from './random.ts';
import { MINUTE, type Moment, type Timeline } from './timeline.ts';

/** What was done to reach a lead and to find out whether it is one. */
export function deedsOfLead(lead: LeadStory): Deed[] {
  const random = randomFrom(`deeds ${lead.key}`);
  const who = (at: Moment) => ({ at, by: lead.creator, about: { leadKey: lead.key } });
  const deeds = lead.touches.map((at, index): Deed => {
    const type =
      index === 0
        ? random.weighted(lead.channel === 'inbound' ? firstToInbound : firstToOutbound)
        : random.weighted(later);
    return type === 'call' ? tryCall(who(at), random) : write(who(at), type);
  });
  if (lead.replied !== null)
    deeds.push(random.chance(0.5) ? receive(who(lead.replied), 'email') : talk(who(lead.replied), random));
  if (lead.qualified) deeds.push(talk(who(lead.qualified.at - 5 * MINUTE), random, 'positive'));
  return deeds;
}

const firstToInbound = [
  ['call', 6],
  ['email', 4],
] as const;
const firstToOutbound = [
  ['call', 5],
  ['email', 3],
  ['social', 2],
] as const;
const later = [
  ['call', 6],
  ['email', 3],
  ['message', 1],
] as const;

/** What was done to win a deal, up to its closing. */
export function deedsOfDeal(deal: DealStory, timeline: Timeline): Deed[] {
  const random = randomFrom(`deeds ${deal.key}`);
  const who = (at: Moment) => ({
    at,
    by: ownerAt(deal, at),
    about: { dealKey: deal.key, customer: deal.company.name },
  });
  const deeds: Deed[] = [talk(who(deal.opened + 10 * MINUTE), random, 'positive')];
  const stage = (name: string) => deal.stages.find((stage) => stage.name === name)?.at;

  const discovery = stage('Discovery');
  if (discovery !== undefined) {
    deeds.push(...meet(who(discovery), 'meeting', random.chance(0.5) ? 'demo' : 'next_step', random, timeline));
    if (random.chance(0.5)) {
      const shown = timeline.later(discovery, random.between(2, 5), random);
      deeds.push(...meet(who(shown), 'demo', random.chance(0.75) ? 'next_step' : 'none', random, timeline));
    }
  }
  if (deal.proposal !== null) {
    deeds.push(write(who(deal.proposal), 'email', 'Sent the proposal'));
    const answer = timeline.later(deal.proposal, random.between(1, 4), random);
    deeds.push(random.chance(0.5) ? receive(who(answer), 'email') : tryCall(who(answer), random));
  }
  const negotiation = stage('Negotiation');
  if (negotiation !== undefined) deeds.push(talk(who(negotiation), random, 'neutral'));
  if (deal.won) {
    const signing = who(deal.closed - 15 * MINUTE);
    deeds.push(...(random.chance(0.45) ? [signed(signing.at)] : [talk(signing, random, 'positive')]));
  } else
    deeds.push(random.chance(0.5) ? talk(who(deal.closed), random, 'negative') : receive(who(deal.closed), 'email'));
  return deeds.filter(({ at }) => at <= deal.closed);

  function signed(at: Moment): Deed {
    const { about, by } = who(at);
    return {
      ...about,
      at,
      by,
      type: 'meeting',
      outcome: 'held',
      result: 'sale',
      place: 'at the customer',
      seconds: 45 * MINUTE,
    };
  }
}
