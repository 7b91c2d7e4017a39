/** Sales teams that never were, for rules that must hold for every one. */
import fc from 'fast-check';
import type {
  ActivityFact,
  AnswerFact,
  DealFact,
  ExpenseFact,
  Facts,
  LeadFact,
  LineFact,
  ListPriceFact,
  PriceFact,
  StateFact,
  TargetFact,
} from '../support/facts.ts';
import { monthStarts } from './oracle-calendar.ts';

const firstDay = Date.parse('2025-12-20');
const day = fc.nat(100).map((days) => new Date(firstDay + days * 86_400_000).toISOString().slice(0, 10));
/** With a liking for midnight, and for the night in which the clocks change. */
const time = fc.constantFrom('T00:00', 'T01:30', 'T09:15', 'T12:30', 'T17:45', 'T23:59:59');
const when = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(day, time).map(([on, at]) => on + at) },
  { weight: 1, arbitrary: day },
);

const longAgo = fc.constantFrom('2025-03-05', '2025-07-31', '2025-08-31T23:30');

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const who = fc.constantFrom('anna', 'ben', 'cleo', 'mona');
const region = fc.constantFrom('North', 'South', 'Norway', 'Bergen');
const trees: Facts['within'][] = [
  {},
  { Norway: 'North' },
  { Norway: 'North', Bergen: 'Norway' },
  { Norway: 'North', Bergen: 'North', South: 'Earth', North: 'Earth' },
];
const customer = fc.constantFrom('Acme', 'Bolt', 'Coop');
const lead = fc.constantFrom('Lena', 'Luis', 'Lou', 'Liv');
const currency = fc.constantFrom('USD', 'EUR', 'JPY');
const price = fc.integer({ min: 1, max: 90 });

const line: fc.Arbitrary<LineFact> = fc.record({
  product: fc.constantFrom('Anvil', 'Bell', 'Cog', null),
  quantity: fc.integer({ min: 1, max: 3 }),
  price,
  cost: maybe(fc.integer({ min: 1, max: 60 })),
  kind: maybe(fc.constantFrom('new', 'upsell', 'cross_sell', 'renewal', 'repeat')),
});

const states = (amount: fc.Arbitrary<number | null>): fc.Arbitrary<StateFact[]> =>
  fc
    .record({
      days: fc.uniqueArray(day, { minLength: 1, maxLength: 3 }),
      owner: fc.array(who, { minLength: 3, maxLength: 3 }),
      amounts: fc.array(amount, { minLength: 3, maxLength: 3 }),
      stage: fc.array(fc.constantFrom('Talk', 'Offer', undefined), { minLength: 3, maxLength: 3 }),
      currency,
      isClosed: fc.boolean(),
    })
    .map(({ days, owner, amounts, stage, currency: code, isClosed }) =>
      days.sort().map((from, index) => ({
        from,
        to: days[index + 1],
        status: isClosed && index > 0 && index === days.length - 1 ? 'closed' : 'open',
        owner: owner[index],
        amount: amounts[index] ?? null,
        currency: code,
        stage: stage[index],
      })),
    );
const named = (all: StateFact[], status: string) =>
  all.map((state) => ({ ...state, status: state.status === 'closed' ? status : 'open' }));

const deal: fc.Arbitrary<DealFact> = fc
  .record({
    owner: fc.option(who),
    status: fc.constantFrom('open', 'won', 'won', 'lost'),
    opened: maybe(when),
    openedBy: maybe(who),
    proposal: maybe(when),
    proposalBy: maybe(who),
    closed: fc.oneof({ weight: 4, arbitrary: when }, { weight: 1, arbitrary: longAgo }),
    closedBy: maybe(who),
    amount: fc.option(price, { freq: 5 }),
    currency,
    customer: maybe(customer),
    lead: maybe(lead),
    region: maybe(region),
    competitor: maybe(fc.constantFrom('Globex', 'Initech')),
    lines: fc.array(line, { maxLength: 3 }),
    discount: fc.constantFrom(0, 0.25),
    states: fc.oneof(fc.constant<StateFact[]>([]), states(fc.option(price))),
  })
  .map(({ status, closed, discount, lines, amount, states: stood, ...rest }) => {
    const priced = lines.map((each) => ({ ...each, amount: (each.quantity ?? 1) * (each.price ?? 0) - discount }));
    const sum = priced.reduce((so, far) => so + far.amount, 0);
    return {
      ...rest,
      status,
      ...(status === 'open' ? {} : { closed }),
      amount: amount !== null && lines.length ? sum : amount,
      lines: amount === null ? lines : priced,
      states: named(stood, 'won'),
    };
  });

const activity: fc.Arbitrary<ActivityFact> = fc
  .record({
    by: who,
    type: fc.constantFrom('call', 'call', 'meeting', 'demo', 'email', 'message', 'social', 'note'),
    when,
    direction: maybe(fc.constantFrom('outbound', 'outbound', 'inbound')),
    call: maybe(fc.constantFrom('answered', 'answered', 'unanswered', 'busy', 'voicemail')),
    callResult: maybe(fc.constantFrom('positive', 'neutral', 'negative')),
    met: fc.constantFrom('held', 'held', 'no_show', 'cancelled'),
    metResult: maybe(fc.constantFrom('sale', 'demo', 'next_step', 'none')),
    seconds: maybe(fc.nat(900)),
    place: maybe(fc.constantFrom('office', 'online')),
    customer: maybe(customer),
    lead: maybe(lead),
    region: maybe(region),
  })
  .map(({ type, call, callResult, met, metResult, ...rest }) => {
    if (type === 'call') return { ...rest, type, outcome: call, result: callResult };
    if (type === 'meeting' || type === 'demo') return { ...rest, type, outcome: met, result: metResult };
    return { ...rest, type };
  });

const aLead: fc.Arbitrary<LeadFact> = fc.record({
  owner: maybe(who),
  created: maybe(when),
  createdBy: maybe(fc.option(who)),
  contacted: maybe(when),
  replied: maybe(when),
  qualified: maybe(when),
  qualifiedBy: maybe(fc.option(who)),
  converted: maybe(when),
  disqualified: maybe(when),
  channel: maybe(fc.constantFrom('inbound', 'inbound', 'outbound')),
  origin: maybe(fc.constantFrom('marketing', 'sales')),
  campaign: maybe(fc.constantFrom('spring', 'autumn')),
  score: maybe(fc.nat(100)),
  source: maybe(fc.constantFrom('web', 'fair')),
  country: maybe(fc.constantFrom('Norway', 'Spain')),
  customer: maybe(customer),
  region: maybe(region),
  states: fc.oneof(
    fc.constant([]),
    fc
      .tuple(states(fc.option(price)), fc.array(maybe(fc.constantFrom(40, 69, 70, 95)), { minLength: 3, maxLength: 3 }))
      .map(([all, scores]) => named(all, 'converted').map((state, index) => ({ ...state, score: scores[index] }))),
  ),
});

const expense: fc.Arbitrary<ExpenseFact> = fc.record({
  on: day,
  category: fc.constantFrom('marketing', 'sales', 'other'),
  amount: price,
  currency,
  source: maybe(fc.constantFrom('web', 'fair')),
  campaign: maybe(fc.constantFrom('spring', 'autumn')),
});

const observed: fc.Arbitrary<PriceFact> = fc.record({
  product: fc.constantFrom('Anvil', 'Bell', 'Cog'),
  competitor: fc.constantFrom('Globex', 'Initech'),
  price,
  currency,
  on: fc.oneof(day, fc.constantFrom('2025-10-31', '2025-12-01', '2025-12-02')),
});

/** What a product cost before, in the order of time. */
const listPrices: fc.Arbitrary<ListPriceFact[]> = fc
  .uniqueArray(fc.record({ until: day, price: maybe(price), currency }), {
    maxLength: 2,
    selector: ({ until }) => until,
  })
  .map((all) => all.toSorted((a, b) => (a.until < b.until ? -1 : 1)));

const answer: fc.Arbitrary<AnswerFact> = fc
  .record({
    instrument: fc.constantFrom('nps', 'nps', 'csat'),
    score: fc.nat(10),
    when,
    customer: maybe(customer),
    respondent: maybe(fc.constantFrom('Kim', 'kim', 'Lee')),
    about: maybe(who),
    product: maybe(fc.constantFrom('Anvil', 'Bell')),
    solved: maybe(when),
  })
  .map((each) => ({ ...each, score: each.instrument === 'nps' ? each.score : (each.score % 5) + 1 }));

const aCustomer = fc.record({
  owner: maybe(who),
  region: maybe(region),
  country: maybe(fc.constantFrom('Norway', 'Spain')),
  segment: maybe(fc.constantFrom('small', 'large')),
  since: maybe(fc.constantFrom('2024-06-01', '2025-02-10', '2026-02-15')),
  churned: maybe(fc.constantFrom('2026-01-20', '2026-02-20', '2026-03-05')),
});

/** In one team up to a day, in another from it on; perhaps only before it. */
const belonging = (name: string) =>
  fc
    .record({
      day,
      teams: fc.tuple(fc.constantFrom('East', 'West', undefined), fc.constantFrom('East', 'West', undefined)),
      regions: fc.tuple(maybe(region), maybe(region)),
      jobs: fc.constantFrom(['ae', 'ae'], ['sdr_inbound', 'ae'], ['ae', 'sdr_outbound'], [undefined, 'sdr_inbound']),
      leaves: fc.boolean(),
    })
    .map(({ day: turn, teams, regions, jobs, leaves }) => [
      { who: name, team: teams[0], region: regions[0], job: jobs[0], to: turn },
      ...(leaves ? [] : [{ who: name, team: teams[1], region: regions[1], job: jobs[1], from: turn }]),
    ]);

/** Goals for the months to either side of the new year and the spring, in the workspace's calendar. */
const targets = (workspace: Facts['workspace']): fc.Arbitrary<TargetFact[]> => {
  const starts = monthStarts(workspace ?? {}).filter((day) => day > '2025-11-15' && day < '2026-05-15');
  const spans = starts.slice(1).map((to, index) => ({ from: starts[index] ?? '', to }));
  const of = (whose: string) =>
    fc
      .tuple(fc.array(fc.option(fc.integer({ min: 1, max: 300 }), { freq: 8 }), lengths(spans.length)))
      .map(([values]) =>
        spans.map((span, index) => ({ kpi: 'revenue', whose, ...span, value: values[index] ?? null })),
      );
  return fc.tuple(of('anna'), of('ben')).map((all) => all.flat());
};
const lengths = (length: number) => ({ minLength: length, maxLength: length });

/** Workspaces with other days, weeks, months, years and money. Havana's clocks change at midnight, Kathmandu is 5:45 h ahead. */
const workspaces = fc.record({
  zone: fc.constantFrom(
    ...['Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Auckland'],
    ...['Asia/Tehran', 'America/Havana', 'Asia/Kathmandu'],
  ),
  calendar: fc.constantFrom<'gregory' | 'persian'>('gregory', 'gregory', 'persian'),
  weekStart: fc.constantFrom(1, 6, 7, 3),
  fiscalStartMonth: fc.constantFrom(1, 1, 2, 4, 10),
  currency,
  lapseMonths: fc.constantFrom(12, 12, 2),
});

/** A rate that changes from one day to the next, or that is not known at all. All are sums of powers of two: no digit is lost. */
const rates = ({ currency: ours }: { currency: string }) =>
  fc
    .uniqueArray(
      fc.record({
        currency: currency.filter((code) => code !== ours),
        from: fc.oneof(day, fc.constantFrom('2025-03-01', '2026-01-05')),
        rate: fc.constantFrom(0.5, 0.75, 1.25, 1.5, 2, 8),
      }),
      { maxLength: 6, selector: ({ currency: code, from }) => `${code} ${from}` },
    )
    .map((all) => [...all]);

/** Workspaces of every kind. */
export const someFacts: fc.Arbitrary<Facts> = workspaces.chain((workspace) =>
  fc
    .record({
      belongs: fc.tuple(...['anna', 'ben', 'cleo'].map((name) => fc.oneof(fc.constant([]), belonging(name)))),
      leads: fc.record({ Lena: aLead, Luis: aLead, Lou: aLead, Liv: aLead }),
      customers: fc.record({ Acme: aCustomer, Bolt: aCustomer, Coop: aCustomer }),
      deals: fc.array(deal, { maxLength: 14 }),
      activities: fc.array(fc.tuple(activity, maybe(fc.nat(13))), { maxLength: 16 }),
      expenses: fc.array(expense, { maxLength: 6 }),
      prices: fc.array(observed, { maxLength: 8 }),
      answers: fc.array(answer, { maxLength: 12 }),
      listed: fc.tuple(maybe(price), maybe(price), currency),
      repriced: fc.tuple(listPrices, listPrices),
      targets: targets(workspace),
      rates: rates(workspace),
      within: fc.constantFrom(...trees),
    })
    .map(({ belongs, deals, activities, listed, repriced, ...more }) => ({
      ...more,
      workspace,
      people: {
        anna: {},
        ben: { office: 'Oslo' },
        cleo: { deactivated: '2026-02-10T12:00' },
        mona: { role: 'manager' },
      },
      offices: { Oslo: { region: 'Norway' } },
      regions: ['North', 'South', 'Norway', 'Bergen'],
      stages: { Talk: 0.25, Offer: null },
      products: {
        Anvil: { type: 'iron', price: 20, was: repriced[0] },
        Bell: { type: 'iron', price: listed[0], currency: listed[2], was: repriced[1] },
        Cog: { type: 'wood', price: listed[1] },
      },
      belongs: belongs.flat(),
      deals,
      activities: activities.map(([each, about]) =>
        about !== undefined && about < deals.length ? { ...each, deal: about } : each,
      ),
    })),
);

/** Of the money that a workspace of those reports in. */
export const smallestCoin = ({ workspace }: { workspace?: { currency?: string } }) =>
  workspace?.currency === 'JPY' ? 1 : 0.01;

/** What so many groups and their whole may differ by, as each is rounded to the coin on its own. */
export const coins = (groups: number, facts: Facts) => (smallestCoin(facts) / 2) * (groups + 1) + 1e-9;
