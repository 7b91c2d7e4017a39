/** The facts of one stretch of days, as rows. */
import { Temporal } from 'temporal-polyfill';
import type { DealFact, Facts, LeadFact, StateFact } from '../support/facts.ts';
import { plus, type Window } from './oracle-calendar.ts';
import { answersIn, customersIn, monthsTo } from './oracle-customers.ts';
import { contactedBy, hasDealBy, leadsIn, openLeadsOn, standsOn } from './oracle-leads.ts';
import {
  type DealRow,
  dayOf,
  happenedIn,
  inOurs,
  instantOf,
  type LineRow,
  membershipOn,
  officeRegion,
  type PriceRow,
  type Row,
  type Rows,
  row,
  type StateRow,
} from './oracle-shapes.ts';

export function rowsIn(facts: Facts, window: Window): Rows {
  const deals = (facts.deals ?? []).map((fact, number) => ({ fact, number }));
  const lastDay = plus(window.to, { days: -1 });
  const event = (of: 'opened' | 'proposal' | 'closed', by: 'openedBy' | 'proposalBy' | 'closedBy') =>
    deals.flatMap(({ fact, number }): DealRow[] => {
      const when = fact[of];
      if (!happenedIn(when, window)) return [];
      const owner = fact[by] === undefined ? fact.owner : (fact[by] ?? null);
      const amount = inOurs(facts, fact.amount, fact.currency, dayOf(when));
      return [{ ...row(facts, owner, dayOf(when), fact.region, dealKeys(facts, fact)), fact, number, amount }];
    });
  const closed = event('closed', 'closedBy');
  return {
    activities: (facts.activities ?? [])
      .filter(({ when }) => happenedIn(when, window))
      .map((fact) => {
        const hour = fact.when.includes('T') ? String(Number(fact.when.slice(11, 13))) : null;
        const weekday = String(Temporal.PlainDate.from(dayOf(fact.when)).dayOfWeek);
        const { type, outcome = null, result = null, place = null } = fact;
        const keys = { type, outcome, result, place, weekday, hour };
        return { ...row(facts, fact.by, dayOf(fact.when), fact.region, keys), fact };
      }),
    created: leadsIn(facts, window, 'created', ({ owner, createdBy }) => (createdBy === undefined ? owner : createdBy)),
    contacted: leadsIn(facts, window, 'contacted', contactedBy),
    qualified: leadsIn(facts, window, 'qualified', ({ owner, qualifiedBy }) =>
      qualifiedBy === undefined ? owner : qualifiedBy,
    ),
    openLeads: openLeadsOn(facts, lastDay),
    opened: event('opened', 'openedBy'),
    proposals: event('proposal', 'proposalBy'),
    closed,
    lines: closed.filter(({ fact }) => fact.status === 'won').flatMap((deal) => linesOf(facts, deal)),
    state: stateOn(facts, lastDay),
    customers: customersIn(facts, window, lastDay),
    expenses: (facts.expenses ?? [])
      .filter(({ on }) => happenedIn(on, window))
      .map(({ on, category, amount, currency, source = null, campaign = null }) => ({
        ...row(facts, null, on, undefined, { source, campaign }),
        category,
        amount: inOurs(facts, amount, currency, on),
      })),
    prices: pricesIn(facts, lastDay),
    answers: answersIn(facts, window),
    months: monthsTo(facts, window.until ? dayOf(window.until) : window.to),
    sellers: sellersIn(facts, window, lastDay, closed),
  };
}

function dealKeys(facts: Facts, { customer, lead, competitor }: DealFact): Row['keys'] {
  const from = lead ? facts.leads?.[lead] : undefined;
  const country = facts.customers?.[customer ?? '']?.country ?? from?.country ?? null;
  return { customer: customer ?? null, source: from?.source ?? null, country, competitor: competitor ?? null };
}

/** A row for each line; a deal without lines is its own line, without product. */
export function linesOf(facts: Facts, deal: DealRow): LineRow[] {
  const { fact } = deal;
  const closedOn = dayOf(fact.closed ?? '');
  const unit = (amount: number) => inOurs(facts, amount, fact.currency, closedOn);
  const missing = !fact.customer ? null : firstWinOf(facts, fact.customer) === deal.number ? 'new' : 'repeat';
  if (!fact.lines?.length) {
    return [{ ...deal, line: null, kind: missing, unit, keys: { ...deal.keys, ...noProduct, kind: missing } }];
  }
  return fact.lines.map((line) => {
    const kind = line.kind ?? missing;
    const share = line.amount ?? (typeof line.price === 'number' ? (line.quantity ?? 1) * line.price : null);
    const amount = typeof fact.amount === 'number' && share !== null ? unit(share) : null;
    const type = facts.products?.[line.product ?? '']?.type ?? null;
    return {
      ...deal,
      line,
      kind,
      unit,
      amount,
      keys: { ...deal.keys, product: line.product, product_type: type, kind },
    };
  });
}
const noProduct = { product: null, product_type: null };

function firstWinOf(facts: Facts, customer: string): number | undefined {
  const wins = (facts.deals ?? []).map((fact, number) => ({ fact, number }));
  const theirs = wins.filter(({ fact }) => fact.status === 'won' && fact.customer === customer);
  const place = ({ closed = '' }: DealFact) => [dayOf(closed), instantOf(closed) ?? Number.POSITIVE_INFINITY] as const;
  return theirs.sort((a, b) => {
    const [[dayA, atA], [dayB, atB]] = [place(a.fact), place(b.fact)];
    if (dayA !== dayB) return dayA < dayB ? -1 : 1;
    return atA === atB ? a.number - b.number : atA - atB;
  })[0]?.number;
}

function stateOn(facts: Facts, day: string): StateRow[] | null {
  const firstDays = (all: readonly { states?: readonly StateFact[] }[]) =>
    all.flatMap(({ states = [] }) => states.map(({ from }) => from)).sort();
  const recorded = firstDays(facts.deals ?? [])[0] ?? firstDays(Object.values(facts.leads ?? {}))[0];
  if (!recorded || recorded > day) return null;
  const deals = (facts.deals ?? []).flatMap((deal) =>
    (deal.states ?? [])
      .filter((state) => (state.status ?? 'open') === 'open' && standsOn(state, day))
      .map((state) => {
        const owner = state.owner === undefined ? deal.owner : state.owner;
        const amount = state.amount === undefined ? deal.amount : state.amount;
        const probability = facts.stages?.[state.stage ?? ''] ?? null;
        const dollars = inOurs(facts, amount, state.currency ?? deal.currency, day);
        return {
          ...row(facts, owner, day, deal.region, { stage: state.stage ?? null }),
          isDeal: true,
          amount: dollars,
          probability,
        };
      }),
  );
  const leads = Object.entries(facts.leads ?? {}).flatMap(([name, lead]) =>
    (lead.states ?? [])
      .filter((state) => (state.status ?? 'open') === 'open' && standsOn(state, day) && !hasDealBy(facts, name, day))
      .map((state) => ({
        ...row(facts, (state.owner === undefined ? lead.owner : state.owner) ?? null, day, lead.region, {
          stage: 'lead',
        }),
        isDeal: false,
        amount: inOurs(facts, state.amount, state.currency, day),
        probability: null,
      })),
  );
  return [...deals, ...leads];
}

function pricesIn(facts: Facts, day: string): PriceRow[] {
  const oldest = plus(day, { days: -89 });
  return Object.entries(facts.products ?? {}).map(([product, { was = [], ...now }]) => {
    const { price, currency } = was.find(({ until }) => day < until) ?? now;
    const seen = (facts.prices ?? []).filter((each) => each.product === product && each.on >= oldest && each.on <= day);
    const latest = new Map<string, (typeof seen)[number]>();
    for (const each of seen) if ((latest.get(each.competitor)?.on ?? '') <= each.on) latest.set(each.competitor, each);
    const theirs = [...latest].map(([competitor, each]) => ({
      competitor,
      price: inOurs(facts, each.price, each.currency, each.on),
    }));
    return { ...row(facts, null, day, undefined, { product }), ours: inOurs(facts, price, currency, day), theirs };
  });
}

/** Whoever had a place in a team or job that sells; where nobody ever had one, everybody; and who won while they had none. */
function sellersIn(facts: Facts, { from, to }: Window, lastDay: string, closed: readonly DealRow[]): Row[] {
  return Object.entries(facts.people ?? {}).flatMap(([who, { role = 'rep', deactivated }]) => {
    if (role !== 'rep' || (deactivated && dayOf(deactivated) < from)) return [];
    const places = (facts.belongs ?? []).filter(
      (each) =>
        each.who === who &&
        !each.job?.startsWith('sdr') &&
        (!each.from || each.from < to) &&
        (!each.to || each.to > from),
    );
    const wonInNone = closed.some(
      ({ fact, owner, day }) => fact.status === 'won' && owner === who && !membershipOn(facts, who, day),
    );
    const nowhere: typeof places = wonInNone || !facts.belongs?.length ? [{ who }] : [];
    return [...places, ...nowhere].map(({ team = null, region }) => ({
      owner: who,
      day: lastDay,
      keys: { rep: who, team, region: region ?? officeRegion(facts, who) },
    }));
  });
}

export const isSellerOn = (facts: Facts, who: string | null, day: string) =>
  facts.people?.[who ?? '']?.role !== 'manager' &&
  who !== null &&
  !membershipOn(facts, who, day)?.job?.startsWith('sdr');

export const leadOf = (facts: Facts, { lead }: DealFact): LeadFact | undefined => facts.leads?.[lead ?? ''];
