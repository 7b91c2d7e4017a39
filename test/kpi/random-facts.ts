/** Sales teams that never were, for rules that must hold for every one. */
import fc from 'fast-check';
import type { Facts, TargetFact } from '../support/facts.ts';
import { monthStarts } from './oracle-calendar.ts';
import {
  aCustomer,
  activity,
  aLead,
  answer,
  currency,
  day,
  deal,
  expense,
  listPrices,
  maybe,
  observed,
  price,
  region,
} from './random-records.ts';

const trees: Facts['within'][] = [
  {},
  { Norway: 'North' },
  { Norway: 'North', Bergen: 'Norway' },
  { Norway: 'North', Bergen: 'North', South: 'Earth', North: 'Earth' },
];

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

/** Goals for the months to either side of the new year and the spring, in the workspace's calendar, and for some of them at once. */
const targets = (workspace: Facts['workspace']): fc.Arbitrary<TargetFact[]> => {
  const starts = monthStarts(workspace ?? {}).filter((day) => day > '2025-11-15' && day < '2026-05-15');
  const spans = starts.slice(1).map((to, index) => ({ from: starts[index] ?? '', to }));
  const several = { from: starts[1] ?? '', to: starts.at(-2) ?? '' };
  const of = (whose: string) =>
    fc
      .tuple(
        fc.array(fc.option(fc.integer({ min: 1, max: 300 }), { freq: 8 }), lengths(spans.length)),
        fc.option(fc.integer({ min: 1, max: 900 })),
      )
      .map(([values, value]) => [
        ...spans.map((span, index) => ({ kpi: 'revenue', whose, ...span, value: values[index] ?? null })),
        ...(value === null ? [] : [{ kpi: 'revenue', whose, ...several, value }]),
      ]);
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
