/** What the independent calculation sees: the facts of one stretch of days, as rows with an owner, a day and keys to group by. */
import { Temporal } from 'temporal-polyfill';
import type {
  ActivityFact,
  AnswerFact,
  DealFact,
  Facts,
  LeadFact,
  LineFact,
  StateFact,
  When,
} from '../support/facts.ts';
import { monthStarts, plus, type Window } from './oracle-calendar.ts';

/** Where something happened, as far as grouping goes. */
export interface Row {
  owner: string | null;
  /** The day whose team and region count. */
  day: string;
  keys: Record<string, string | null>;
}
export interface ActivityRow extends Row {
  fact: ActivityFact;
}
export interface DealRow extends Row {
  fact: DealFact;
  number: number;
  /** In the workspace's currency; null: unknown, or no rate. */
  amount: number | null;
}
export interface LineRow extends DealRow {
  line: LineFact | null;
  kind: string | null;
  unit: (amount: number) => number | null;
}
export interface StateRow extends Row {
  isDeal: boolean;
  amount: number | null;
  probability: number | null;
}
export interface LeadRow extends Row {
  fact: LeadFact;
  name: string;
}
export interface OpenLeadRow extends Row {
  score: number | null;
}
export interface CustomerRow extends Row {
  name: string;
  within: boolean;
  atStart: boolean;
  atEnd: boolean;
  /** Its purchases by the window's end, in the workspace's currency; null: unknown. */
  bought: { in: boolean; amount: number | null }[];
  /** Whether it was a customer before its first purchase. */
  hadBefore: boolean;
  isNew: boolean;
}
export interface ExpenseRow extends Row {
  category: string;
  amount: number | null;
}
export interface AnswerRow extends Row {
  fact: AnswerFact;
  number: number;
}
/** One of the 12 months before a day: who was a customer, and what was sold to them. */
export interface MonthRows {
  from: string;
  customers: CustomerRow[];
  sold: (Row & { amount: number | null })[];
}
/** A product and what its competitors asked, each latest price in the workspace's currency; null: no rate. */
export interface PriceRow extends Row {
  ours: number | null;
  theirs: { competitor: string; price: number | null }[];
}
export interface Rows {
  activities: ActivityRow[];
  created: LeadRow[];
  contacted: LeadRow[];
  qualified: LeadRow[];
  /** null: before the recorded history of leads. */
  openLeads: OpenLeadRow[] | null;
  opened: DealRow[];
  proposals: DealRow[];
  closed: DealRow[];
  lines: LineRow[];
  /** null: before the recorded history. */
  state: StateRow[] | null;
  customers: CustomerRow[];
  expenses: ExpenseRow[];
  prices: PriceRow[];
  months: MonthRows[];
  answers: AnswerRow[];
  sellers: Row[];
}

/** Of a day alone or a moment with its offset from UTC; the oracle gives all moments one. */
export const dayOf = (when: When) => when.slice(0, 10);
export const instantOf = (when: When) => (when.includes('T') ? Temporal.Instant.from(when).epochMilliseconds : null);

export function happenedIn(when: When | undefined, { from, to, until }: Window): when is string {
  if (!when || dayOf(when) < from || dayOf(when) >= to) return false;
  const at = instantOf(when);
  return !until || at === null || at < (instantOf(until) ?? 0);
}

export const happenedBy = (when: When, instant: string) => {
  const at = instantOf(when);
  return at === null ? dayOf(when) <= dayOf(instant) : at < (instantOf(instant) ?? 0);
};

function inOurs(facts: Facts, amount: number | null | undefined, code: string | null | undefined, day: string) {
  if (amount === null || amount === undefined) return null;
  if (!code || code === (facts.workspace?.currency ?? 'USD')) return amount;
  const known = (facts.rates ?? []).filter((rate) => rate.currency === code && rate.from <= day);
  const latest = known.sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  return latest ? amount * latest.rate : null;
}

const membershipOn = (facts: Facts, who: string | null, day: string) =>
  facts.belongs?.find((each) => each.who === who && (!each.from || each.from <= day) && (!each.to || day < each.to));
const officeRegion = (facts: Facts, who: string | null) =>
  facts.offices?.[facts.people?.[who ?? '']?.office ?? '']?.region ?? null;

function row(facts: Facts, owner: string | null, day: string, region?: string, more: Row['keys'] = {}): Row {
  const membership = membershipOn(facts, owner, day);
  const where = region ?? membership?.region ?? officeRegion(facts, owner);
  return { owner, day, keys: { rep: owner, team: membership?.team ?? null, region: where, ...more } };
}

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
    sellers: sellersIn(facts, window, lastDay),
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

const standsOn = ({ from, to }: StateFact, day: string) => from <= day && (!to || day < to);

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

const createdOn = ({ created = '2026-01-01' }: LeadFact) => created;

function leadsIn(
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
function contactedBy({ owner, createdBy, contacted = '', states = [] }: LeadFact): string | null | undefined {
  const day = dayOf(contacted);
  for (const each of [plus(day, { days: -1 }), day]) {
    const state = states.find((one) => standsOn(one, each));
    const then = state && (state.owner === undefined ? owner : state.owner);
    if (then) return then;
  }
  return createdBy === undefined ? owner : createdBy;
}

function openLeadsOn(facts: Facts, day: string): OpenLeadRow[] | null {
  const all = Object.values(facts.leads ?? {}).flatMap((lead) => (lead.states ?? []).map((state) => ({ lead, state })));
  if (!all.some(({ state }) => state.from <= day)) return null;
  return all
    .filter(({ state }) => (state.status ?? 'open') === 'open' && standsOn(state, day))
    .map(({ lead, state }) => {
      const owner = (state.owner === undefined ? lead.owner : state.owner) ?? null;
      return { ...row(facts, owner, day, lead.region, { source: lead.source ?? null }), score: state.score ?? null };
    });
}

const hasDealBy = (facts: Facts, lead: string, day: string) =>
  (facts.deals ?? []).some(
    (deal) => deal.lead === lead && (deal.opened ? dayOf(deal.opened) : (deal.states?.[0]?.from ?? day)) <= day,
  );

function customersIn(facts: Facts, window: Window, lastDay: string): CustomerRow[] {
  const { from, to } = window;
  return customerNames(facts).flatMap((name) => {
    const { owner, region, country, since, churned, segment } = facts.customers?.[name] ?? {};
    const wins = (facts.deals ?? []).filter((deal) => deal.status === 'won' && deal.customer === name);
    const days = [...wins.map(({ closed = '' }) => dayOf(closed)), ...(since ? [since] : [])].sort();
    const spans: { from: string; last: string }[] = [];
    const endOf = (span: { from: string; last: string }) =>
      churned && span.from < churned ? churned : plus(span.last, { months: facts.workspace?.lapseMonths ?? 12 });
    for (const day of days) {
      const running = spans.at(-1);
      if (running && day < endOf(running)) running.last = day;
      else spans.push({ from: day, last: day });
    }
    const within = spans.some((span) => span.from < to && endOf(span) > from);
    const atStart = spans.some((span) => span.from < from && endOf(span) >= from);
    const atEnd = spans.some((span) => span.from <= lastDay && endOf(span) > lastDay);
    if (!within && !atStart) return [];
    const sold = wins
      .filter(({ closed = '' }) => dayOf(closed) < to)
      .sort(byClosing)
      .at(-1);
    const itsOwner = owner ?? (sold?.closedBy === undefined ? sold?.owner : sold.closedBy) ?? null;
    const own = region ?? (country && facts.regions?.includes(country) ? country : null);
    const about = row(facts, itsOwner, lastDay);
    const first = days[0] ?? '';
    const isNew = [...(since ? [since] : []), ...wins.map(({ closed = '' }) => closed)].some(
      (when) => dayOf(when) === first && happenedIn(when, window),
    );
    const bought = wins
      .filter(({ closed }) => happenedIn(closed, { ...window, from: '0001-01-01' }))
      .map(({ closed = '', amount, currency }) => ({
        in: happenedIn(closed, window),
        amount: inOurs(facts, amount, currency, dayOf(closed)),
      }));
    const hadBefore = since !== undefined && wins.every(({ closed = '' }) => since < dayOf(closed));
    const { source = null, campaign = null } = facts.leads?.[firstLeadOf(facts, name) ?? ''] ?? {};
    return [
      {
        ...about,
        keys: { ...about.keys, region: own, source, campaign, segment: segment ?? null },
        name,
        within,
        atStart,
        atEnd,
        bought,
        hadBefore,
        isNew,
      },
    ];
  });
}

/** The lead of the customer's first won deal that has one, else the first lead that became it. */
function firstLeadOf(facts: Facts, customer: string): string | undefined {
  const place = (when: When) => [dayOf(when), instantOf(when) ?? Number.POSITIVE_INFINITY] as const;
  const earlier = (a: When, b: When) => {
    const [[dayA, atA], [dayB, atB]] = [place(a), place(b)];
    return dayA === dayB ? (atA === atB ? 0 : atA - atB) : dayA < dayB ? -1 : 1;
  };
  const wins = (facts.deals ?? []).filter((deal) => deal.status === 'won' && deal.customer === customer && deal.lead);
  const [win] = wins.sort((a, b) => earlier(a.closed ?? '', b.closed ?? ''));
  if (win) return win.lead;
  const became = Object.entries(facts.leads ?? {}).filter(([, lead]) => lead.customer === customer);
  return became.sort(([, a], [, b]) => earlier(createdOn(a), createdOn(b)))[0]?.[0];
}

/** Of wins on one day those with a time come last first, as they do when a day alone says least. */
const byClosing = ({ closed: a = '' }: DealFact, { closed: b = '' }: DealFact) =>
  dayOf(a) === dayOf(b) ? (instantOf(a) ?? 0) - (instantOf(b) ?? 0) : dayOf(a) < dayOf(b) ? -1 : 1;

const customerNames = (facts: Facts) => [
  ...new Set([...Object.keys(facts.customers ?? {}), ...(facts.deals ?? []).flatMap(({ customer }) => customer ?? [])]),
];

function answersIn(facts: Facts, window: Window): AnswerRow[] {
  return (facts.answers ?? []).flatMap((fact, number) => {
    if (!happenedIn(fact.when, window)) return [];
    const day = dayOf(fact.when);
    const { owner, region, country, segment = null } = facts.customers?.[fact.customer ?? ''] ?? {};
    const sold = (facts.deals ?? [])
      .filter(
        ({ status, customer, closed }) =>
          status === 'won' && customer && customer === fact.customer && closed && dayOf(closed) <= day,
      )
      .sort(byClosing)
      .at(-1);
    const whose = fact.about ?? owner ?? (sold?.closedBy === undefined ? sold?.owner : sold.closedBy) ?? null;
    const own = region ?? (country && facts.regions?.includes(country) ? country : null);
    const about = row(facts, whose, day);
    const keys = { ...about.keys, region: own, segment, product: fact.product ?? null };
    return [{ ...about, keys, fact, number }];
  });
}

function monthsTo(facts: Facts, day: string): MonthRows[] {
  const starts = monthStarts(facts.workspace ?? {})
    .filter((start) => start <= day)
    .slice(-13);
  return starts.slice(1).map((to, index) => {
    const from = starts[index] ?? '';
    const month = { from, to, seen: '' };
    const customers = customersIn(facts, month, plus(month.to, { days: -1 }));
    const sold = (facts.deals ?? []).flatMap(({ status, customer: name, closed, amount, currency }) => {
      const buyer = customers.find((each) => each.name === name);
      if (status !== 'won' || !buyer || !happenedIn(closed, month)) return [];
      const team = membershipOn(facts, buyer.owner, dayOf(closed))?.team ?? null;
      return [{ ...buyer, keys: { ...buyer.keys, team }, amount: inOurs(facts, amount, currency, dayOf(closed)) }];
    });
    return { from, customers, sold };
  });
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

function sellersIn(facts: Facts, { from, to }: Window, lastDay: string): Row[] {
  return Object.entries(facts.people ?? {}).flatMap(([who, { role = 'rep', deactivated }]) => {
    if (role !== 'rep' || (deactivated && dayOf(deactivated) < from)) return [];
    const theirs = (facts.belongs ?? []).filter(
      (each) => each.who === who && (!each.from || each.from < to) && (!each.to || each.to > from),
    );
    const places = theirs.length ? theirs : [{ who }];
    return places
      .filter(({ job }: { job?: string }) => !job?.startsWith('sdr'))
      .map(({ team = null, region }: { team?: string | null; region?: string }) => ({
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
