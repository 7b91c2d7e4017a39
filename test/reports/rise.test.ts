import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { Question } from '../../src/kpi/question.ts';
import { standingOf } from '../../src/reports/alerts.ts';
import { RARE, risePartsBy } from '../../src/reports/rise.ts';
import { tell } from '../kpi/asking.ts';
import { byCounting } from '../kpi/fisher.ts';
import { useDatabase } from '../support/database.ts';
import type { AnswerFact, Facts } from '../support/facts.ts';

const db = useDatabase();
const about = (period: PeriodSpec): Question => ({ kpis: ['nps'], whose: { scope: 'workspace' }, period, by: [] });
const lastDays = about({ kind: 'trailing', n: 30, unit: 'day' });
const thisMonth = about({ kind: 'this', unit: 'month' });

/** So many happy and unhappy people of a customer, on a day. */
const answers = (customer: string, when: string, happy: number, unhappy: number, more: Partial<AnswerFact> = {}) =>
  Array.from(
    { length: happy + unhappy },
    (_, index): AnswerFact => ({
      ...{ instrument: 'nps', customer, when, score: index < happy ? 9 : 4, respondent: `${when} ${index}`, ...more },
    }),
  );

const facts: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  regions: ['Alps', 'Coast'],
  customers: { Acme: { region: 'Alps' }, Globex: { region: 'Coast' }, Initech: {} },
  belongs: [
    { who: 'anna', team: 'North' },
    { who: 'ben', team: 'North' },
  ],
  answers: [
    ...answers('Acme', '2025-12-15', 40, 4, { about: 'anna' }),
    ...answers('Globex', '2026-01-15', 40, 4, { about: 'ben' }),
    ...answers('Acme', '2026-03-05', 4, 9, { about: 'anna' }),
    ...answers('Globex', '2026-03-06', 8, 1, { about: 'ben' }),
    ...answers('Initech', '2026-03-07', 5, 2, { about: 'ben' }),
    // Who has answered twice within the days counts once, as they think now.
    { instrument: 'nps', customer: 'Acme', when: '2026-03-01', score: 2, respondent: '2026-03-05 0' },
  ],
};

it('of detractors is an alert when chance would hardly have it, against three periods before', async () => {
  const story = await tell(db(), facts);
  const standing = await standingOf(story.at('2026-03-18T09:00'), { kind: 'rise', question: lastDays });
  expect(standing).toMatchObject({
    isBroken: true,
    round: '',
    rise: { now: { count: 12, of: 29 }, before: { count: 8, of: 88 } },
  });
  expect(standing.rise?.since.toString()).toBe('2025-11-18');
  expect(standing.rise?.chance).toBeLessThan(0.001);
  // Of a month that begins anew, three whole ones before it.
  const monthly = await standingOf(story.at('2026-03-18T09:00'), { kind: 'rise', question: thisMonth });
  expect(monthly).toMatchObject({ isBroken: true, round: '2026-03-01', rise: { before: { count: 8, of: 88 } } });
  expect(monthly.rise?.since.toString()).toBe('2025-12-01');
});

it('is none before it came, and nothing is known where nobody answered', async () => {
  const story = await tell(db(), facts);
  const at = async (moment: string) =>
    (await standingOf(story.at(moment), { kind: 'rise', question: lastDays })).isBroken;
  expect(await at('2026-01-20T09:00')).toBe(false);
  expect(await at('2025-12-20T09:00')).toBeNull();
  expect(await at('2026-05-20T09:00')).toBeNull();
});

it('stands with where it is: the most unhappy first, those with none left out', async () => {
  const story = await tell(db(), facts);
  const asking = story.at('2026-03-18T09:00');
  expect(await risePartsBy(asking, lastDays, 'region')).toEqual([
    { label: 'Alps', now: { count: 9, of: 13 }, before: { count: 4, of: 44 } },
    { label: expect.stringMatching(/region/), now: { count: 2, of: 7 }, before: null },
    { label: 'Coast', now: { count: 1, of: 9 }, before: { count: 4, of: 44 } },
  ]);
  const people = await risePartsBy(asking, lastDays, 'rep');
  expect(people.map(({ label, now }) => [label, now.count])).toEqual([
    ['anna', 9],
    ['ben', 3],
  ]);
});

const customers: Record<string, string> = { Acme: 'Alps', Globex: 'Coast', Initech: 'none' };
const anyAnswers = fc.uniqueArray(
  fc.record({
    customer: fc.constantFrom(...Object.keys(customers)),
    respondent: fc.constantFrom('Kim', 'Lee', 'Max', 'Noa', 'Ola', 'Pat'),
    score: fc.integer({ min: 0, max: 10 }),
    // From before the first of 120 days to the day it is asked on, which is none of them.
    when: fc
      .integer({ min: 0, max: 125 })
      .map((days) => new Date(Date.UTC(2026, 2, 18 - days)).toISOString().slice(0, 10)),
    about: fc.constantFrom('anna', 'ben'),
    product: fc.constantFrom('none', 'Anvil', 'Bell'),
  }),
  { minLength: 40, maxLength: 120, selector: ({ customer, respondent, when }) => [customer, respondent, when].join() },
);
type Any = typeof anyAnswers extends fc.Arbitrary<(infer One)[]> ? One : never;

/** By hand: the latest answer of each respondent (about each product) from a day up to another, and how many of them are unhappy. */
function sharesBy(
  all: readonly Any[],
  [from, to]: readonly [string, string],
  groupOf: (answer: Any) => string,
  each = '',
) {
  const latest = new Map<string, Any>();
  const within = all
    .filter(({ when }) => when >= from && when < to)
    .sort((one, other) => (one.when < other.when ? -1 : 1));
  for (const answer of within)
    latest.set([answer.customer, answer.respondent, each === 'product' ? answer.product : ''].join(), answer);
  const shares = new Map<string, { count: number; of: number }>();
  for (const answer of latest.values()) {
    const { count, of } = shares.get(groupOf(answer)) ?? { count: 0, of: 0 };
    shares.set(groupOf(answer), { count: count + (answer.score <= 6 ? 1 : 0), of: of + 1 });
  }
  return shares;
}

it('is told, and broken down by region, product and person, as one counts it by hand', async () => {
  const [now, before] = [
    ['2026-02-16', '2026-03-18'],
    ['2025-11-18', '2026-02-16'],
  ] as const;
  const groups = {
    region: ({ customer }: Any) => customers[customer] ?? '',
    product: ({ product }: Any) => product,
    rep: ({ about }: Any) => about,
  };
  const known = new Set(['Alps', 'Coast', 'Anvil', 'Bell', 'anna', 'ben']);
  await fc.assert(
    fc.asyncProperty(anyAnswers, async (all) => {
      const story = await tell(db(), {
        ...{ workspace: { zone: 'Europe/Berlin' }, regions: ['Alps', 'Coast'] },
        customers: { Acme: { region: 'Alps' }, Globex: { region: 'Coast' }, Initech: {} },
        belongs: [
          { who: 'anna', team: 'North' },
          { who: 'ben', team: 'North' },
        ],
        answers: all.map(({ product, ...rest }) => ({
          ...{ ...rest, instrument: 'nps' as const },
          ...(product === 'none' ? {} : { product }),
        })),
      });
      const asking = story.at('2026-03-18T09:00');
      const [nowAll, beforeAll] = [now, before].map((span) => sharesBy(all, span, () => 'all').get('all'));
      const standing = await standingOf(asking, { kind: 'rise', question: lastDays });
      if (nowAll && beforeAll) {
        const chance = byCounting(beforeAll, nowAll);
        expect(standing.rise).toMatchObject({ now: nowAll, before: beforeAll, chance: expect.closeTo(chance, 9) });
        expect(standing.isBroken).toBe(chance < RARE);
      } else expect(standing.isBroken).toBeNull();
      for (const by of ['region', 'product', 'rep'] as const) {
        const parts = await risePartsBy(asking, lastDays, by);
        const was = sharesBy(all, before, groups[by], by);
        const expected = [...sharesBy(all, now, groups[by], by)]
          .filter(([, { count }]) => count > 0)
          .map(([label, share]) => [label, share, was.get(label) ?? null]);
        const told = parts.map((part) => [known.has(part.label) ? part.label : 'none', part.now, part.before]);
        expect(new Map(told.map(([label, ...rest]) => [label, rest])), by).toEqual(
          new Map(expected.map(([label, ...rest]) => [label, rest])),
        );
        const counts = parts.map((part) => part.now.count);
        expect(counts).toEqual([...counts].sort((one, other) => other - one));
      }
    }),
    { numRuns: 6 },
  );
});
