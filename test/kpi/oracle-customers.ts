/** Customers as the independent calculation sees them: who was one and when, what they bought, and what they answered. */
import type { DealFact, Facts, When } from '../support/facts.ts';
import { monthStarts, plus, type Window } from './oracle-calendar.ts';
import { createdOn } from './oracle-leads.ts';
import {
  type AnswerRow,
  type CustomerRow,
  dayOf,
  happenedIn,
  inOurs,
  instantOf,
  type MonthRows,
  membershipOn,
  row,
} from './oracle-shapes.ts';

export function customersIn(facts: Facts, window: Window, lastDay: string): CustomerRow[] {
  const { from, to } = window;
  return customerNames(facts).flatMap((name) => {
    const { region, country, since, churned, segment } = facts.customers?.[name] ?? {};
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
    const itsOwner =
      givenOn(facts, name, plus(to, { days: -1 })) ??
      (sold?.closedBy === undefined ? sold?.owner : sold.closedBy) ??
      null;
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

/** The owner given on a day: the first of those they had until later, else the one of today. */
function givenOn(facts: Facts, name: string, day: string): string | undefined {
  const { owner, had = [] } = facts.customers?.[name] ?? {};
  const former = had.find(({ until }) => day < until);
  return former ? former.owner : owner;
}

const customerNames = (facts: Facts) => [
  ...new Set([...Object.keys(facts.customers ?? {}), ...(facts.deals ?? []).flatMap(({ customer }) => customer ?? [])]),
];

export function answersIn(facts: Facts, window: Window): AnswerRow[] {
  return (facts.answers ?? []).flatMap((fact, number) => {
    if (!happenedIn(fact.when, window)) return [];
    const day = dayOf(fact.when);
    const { region, country, segment = null } = facts.customers?.[fact.customer ?? ''] ?? {};
    const sold = (facts.deals ?? [])
      .filter(
        ({ status, customer, closed }) =>
          status === 'won' && customer && customer === fact.customer && closed && dayOf(closed) <= day,
      )
      .sort(byClosing)
      .at(-1);
    const given = givenOn(facts, fact.customer ?? '', day);
    const whose = fact.about ?? given ?? (sold?.closedBy === undefined ? sold?.owner : sold.closedBy) ?? null;
    const own = region ?? (country && facts.regions?.includes(country) ? country : null);
    const about = row(facts, whose, day);
    const keys = { ...about.keys, region: own, segment, product: fact.product ?? null };
    return [{ ...about, keys, fact, number }];
  });
}

export function monthsTo(facts: Facts, day: string): MonthRows[] {
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
