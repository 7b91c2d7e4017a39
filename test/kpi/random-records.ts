/** Single records that never were: deals, leads, activities and what else is written down of a sales team. */
import fc from 'fast-check';
import type {
  ActivityFact,
  AnswerFact,
  DealFact,
  ExpenseFact,
  LeadFact,
  LineFact,
  ListPriceFact,
  PriceFact,
  StateFact,
} from '../support/facts.ts';

const firstDay = Date.parse('2025-12-20');
export const day = fc.nat(100).map((days) => new Date(firstDay + days * 86_400_000).toISOString().slice(0, 10));
/** With a liking for midnight, and for the night in which the clocks change. */
const time = fc.constantFrom('T00:00', 'T01:30', 'T09:15', 'T12:30', 'T17:45', 'T23:59:59');
const when = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(day, time).map(([on, at]) => on + at) },
  { weight: 1, arbitrary: day },
);

const longAgo = fc.constantFrom('2025-03-05', '2025-07-31', '2025-08-31T23:30');

export const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const who = fc.constantFrom('anna', 'ben', 'cleo', 'mona');
export const region = fc.constantFrom('North', 'South', 'Norway', 'Bergen');

const customer = fc.constantFrom('Acme', 'Bolt', 'Coop');
const lead = fc.constantFrom('Lena', 'Luis', 'Lou', 'Liv');
export const currency = fc.constantFrom('USD', 'EUR', 'JPY');
export const price = fc.integer({ min: 1, max: 90 });

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

export const deal: fc.Arbitrary<DealFact> = fc
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

export const activity: fc.Arbitrary<ActivityFact> = fc
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

export const aLead: fc.Arbitrary<LeadFact> = fc.record({
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

export const expense: fc.Arbitrary<ExpenseFact> = fc.record({
  on: day,
  category: fc.constantFrom('marketing', 'sales', 'other'),
  amount: price,
  currency,
  source: maybe(fc.constantFrom('web', 'fair')),
  campaign: maybe(fc.constantFrom('spring', 'autumn')),
});

export const observed: fc.Arbitrary<PriceFact> = fc.record({
  product: fc.constantFrom('Anvil', 'Bell', 'Cog'),
  competitor: fc.constantFrom('Globex', 'Initech'),
  price,
  currency,
  on: fc.oneof(day, fc.constantFrom('2025-10-31', '2025-12-01', '2025-12-02')),
});

/** What a product cost before, in the order of time. */
export const listPrices: fc.Arbitrary<ListPriceFact[]> = fc
  .uniqueArray(fc.record({ until: day, price: maybe(price), currency }), {
    maxLength: 2,
    selector: ({ until }) => until,
  })
  .map((all) => all.toSorted((a, b) => (a.until < b.until ? -1 : 1)));

export const answer: fc.Arbitrary<AnswerFact> = fc
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

export const aCustomer = fc.record({
  owner: maybe(who),
  had: fc
    .uniqueArray(fc.record({ until: day, owner: maybe(who) }), { maxLength: 2, selector: ({ until }) => until })
    .map((all) => all.toSorted((a, b) => (a.until < b.until ? -1 : 1))),
  region: maybe(region),
  country: maybe(fc.constantFrom('Norway', 'Spain')),
  segment: maybe(fc.constantFrom('small', 'large')),
  since: maybe(fc.constantFrom('2024-06-01', '2025-02-10', '2026-02-15')),
  churned: maybe(fc.constantFrom('2026-01-20', '2026-02-20', '2026-03-05')),
});
