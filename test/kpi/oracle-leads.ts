/** Leads as the independent calculation sees them: what happened to them in a stretch of days, and which are open. */
import type { Facts, LeadFact, StateFact } from '../support/facts.ts';
import { plus, type Window } from './oracle-calendar.ts';
import { dayOf, happenedIn, type LeadRow, type OpenLeadRow, row } from './oracle-shapes.ts';

export const standsOn = ({ from, to }: StateFact, day: string) => from <= day && (!to || day < to);

export const createdOn = ({ created = '2026-01-01' }: LeadFact) => created;

export function leadsIn(
  facts: Facts,
  window: Window,
  event: 'created' | 'contacted' | 'qualified',
  ownerOf: (lead: LeadFact) => string | null | undefined,
): LeadRow[] {
  return Object.entries(facts.leads ?? {}).flatMap(([name, fact]) => {
    const when = event === 'created' ? createdOn(fact) : fact[event];
    if (!happenedIn(when, window)) return [];
    const { source = null, campaign = null, origin = null } = fact;
    return [
      { ...row(facts, ownerOf(fact) ?? null, dayOf(when), fact.region, { source, campaign, origin }), fact, name },
    ];
  });
}

/** Whoever had it the evening before its first contact, else by that day's end, else at its creation. */
export function contactedBy({ owner, createdBy, contacted = '', states = [] }: LeadFact): string | null | undefined {
  const day = dayOf(contacted);
  for (const each of [plus(day, { days: -1 }), day]) {
    const state = states.find((one) => standsOn(one, each));
    const then = state && (state.owner === undefined ? owner : state.owner);
    if (then) return then;
  }
  return createdBy === undefined ? owner : createdBy;
}

export function openLeadsOn(facts: Facts, day: string): OpenLeadRow[] | null {
  const all = Object.values(facts.leads ?? {}).flatMap((lead) => (lead.states ?? []).map((state) => ({ lead, state })));
  if (!all.some(({ state }) => state.from <= day)) return null;
  return all
    .filter(({ state }) => (state.status ?? 'open') === 'open' && standsOn(state, day))
    .map(({ lead, state }) => {
      const owner = (state.owner === undefined ? lead.owner : state.owner) ?? null;
      return { ...row(facts, owner, day, lead.region, { source: lead.source ?? null }), score: state.score ?? null };
    });
}

export const hasDealBy = (facts: Facts, lead: string, day: string) =>
  (facts.deals ?? []).some(
    (deal) => deal.lead === lead && (deal.opened ? dayOf(deal.opened) : (deal.states?.[0]?.from ?? day)) <= day,
  );
