import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { Figure, KpiValue } from '../../src/kpi/answer.ts';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { useDatabase } from '../support/database.ts';
import type { Facts } from '../support/facts.ts';
import { holds, within } from '../support/soak.ts';
import { days, tell } from './asking.ts';
import { oracle } from './oracle.ts';
import { local, windowsOf } from './oracle-calendar.ts';
import { goalsIn } from './oracle-goals.ts';
import type { Asked } from './oracle-measures.ts';
import { coins, smallestCoin, someFacts } from './random-facts.ts';

vi.setConfig(within(120_000));
const db = useDatabase();

/** In winter and in spring; just after the Persian New Year; at moments that are two different days around the world. */
const nows = ['2026-03-18T11:30:00Z', '2026-03-21T20:45:00Z', '2026-03-31T21:30:00Z', '2026-03-02T04:00:00Z'];
const specs: PeriodSpec[] = [
  days('2026-02-03', '2026-02-27'),
  ...(['week', 'month', 'quarter', 'year'] as const).flatMap((unit): PeriodSpec[] => [
    { kind: 'last', unit },
    { kind: 'this', unit },
  ]),
  // Today at some of the moments, and never.
  { kind: 'weekday', weekday: 3 },
  { kind: 'weekday', weekday: 3, isOver: true },
];
const periods = fc.record({ period: fc.constantFrom(...specs), now: fc.constantFrom(...nows) });

const subjects: { whose?: string; asked: Asked['whose'] }[] = [
  { asked: undefined },
  { asked: undefined },
  { whose: 'anna', asked: { member: 'anna' } },
  { whose: 'team East', asked: { teams: ['East'] } },
  { whose: 'team East + West', asked: { teams: ['East', 'West'] } },
];
const dimensions = [...new Set(catalogue.flatMap((kpi): Dimension[] => [...kpi.dimensions]))];
const untimed = dimensions.filter((by) => !['day', 'week', 'month', 'quarter', 'year'].includes(by));
const indivisible = catalogue.flatMap(({ id, dimensions: all }) => (all.length ? [] : [id]));
const idsBy = (by: Dimension) =>
  catalogue.filter((kpi) => kpi.dimensions.some((each) => each === by)).map(({ id }) => id);

const unitOf = (id: string) => catalogue.find((kpi) => kpi.id === id)?.unit ?? 'count';
/** As it is written: money in whole coins of the workspace's currency. A hair is added, lest the half of a coin is just missed. */
const near = (figure: Figure | null | undefined, unit: KpiValue['unit'], facts: Facts) => {
  if (figure === null || figure === undefined) return null;
  const value = Number(figure) * (1 + 1e-13);
  return Number(value.toFixed(unit === 'money' ? -Math.log10(smallestCoin(facts)) : 8));
};
const figures = (kpis: readonly KpiValue[], of: 'value' | 'previous', facts: Facts) =>
  Object.fromEntries(kpis.map((kpi) => [kpi.id, near(kpi[of], kpi.unit, facts)]));

it('a second calculation in plain loops gives the same value for every KPI', async () => {
  const question = fc.record({
    dimensions: fc.uniqueArray(fc.constantFrom(...untimed), { minLength: 3, maxLength: 3 }),
    about: periods,
    subject: fc.constantFrom(...subjects),
  });
  await holds(
    fc.asyncProperty(someFacts, question, async (facts, { dimensions, about, subject }) => {
      const story = await tell(db(), facts);
      const { window, before, beforeThat, goal, goalBefore } = windowsOf(
        about.period,
        about.now,
        facts.workspace ?? {},
      );
      const today = local(about.now, facts.workspace?.zone).slice(0, 10);
      const calculate = oracle(facts, goalsIn(facts, goal), today);
      const calculateBefore = oracle(facts, goalsIn(facts, goalBefore), today);
      const whole = { whose: subject.asked };
      for (const by of [undefined, ...dimensions]) {
        const ids = by ? idsBy(by) : indivisible;
        const answer = await story.ask(ids, { ...about, whose: subject.whose, ...(by ? { by } : {}) });
        const expected = (asked: Asked, of = calculate) =>
          Object.fromEntries(ids.map((id) => [id, near(of(id, asked), unitOf(id), facts)]));
        expect(figures(answer.kpis, 'value', facts)).toEqual(expected({ ...whole, window, before }));
        const earlier = expected({ ...whole, window: before, before: beforeThat }, calculateBefore);
        expect(figures(answer.kpis, 'previous', facts)).toEqual(earlier);
        for (const group of answer.groups) {
          const asked = { ...whole, by, key: story.name(group.key), window, before };
          expect({ key: asked.key, ...figures(group.kpis, 'value', facts) }).toEqual({
            key: asked.key,
            ...expected(asked),
          });
        }
      }
    }),
    25,
  );
});

const sums = catalogue.filter((kpi) => kpi.formula.kind === 'sum');
const countsOverTime = (id: string) => !['pipeline_value', 'weighted_pipeline'].includes(id);
/** The groups that every fact is in exactly one of. Products are not among them: a deal can be several. */
const partitions: Dimension[] = ['rep', 'team', 'region', 'type', 'weekday', 'stage', 'source', 'day', 'week', 'month'];
const numeric = (figure: Figure | null | undefined) => Number(figure ?? 0);

it('what is counted adds up to the whole over people, places, kinds and time', async () => {
  await holds(
    fc.asyncProperty(someFacts, fc.constantFrom(...partitions), periods, async (facts, by, about) => {
      const isTime = ['day', 'week', 'month'].includes(by);
      const ids = sums.map(({ id }) => id).filter((id) => idsBy(by).includes(id) && (!isTime || countsOverTime(id)));
      const { kpis, groups } = await (await tell(db(), facts)).ask(ids, { ...about, by });
      for (const [index, { id, value }] of kpis.entries()) {
        const sum = groups.reduce((so, group) => so + numeric(group.kpis[index]?.value), 0);
        expect(Math.abs(sum - numeric(value)), `${id} by ${by}: ${sum} of ${value}`).toBeLessThanOrEqual(
          coins(groups.length, facts),
        );
      }
    }),
    15,
  );
});

it('money adds up over products and kinds as well, and no product has more deals than there are', async () => {
  const lines = fc.constantFrom<Dimension>('product', 'product_type', 'kind');
  await holds(
    fc.asyncProperty(someFacts, lines, async (facts, by) => {
      const story = await tell(db(), facts);
      const { kpis, groups } = await story.ask(['revenue'], { period: days('2026-01-01', '2026-03-31'), by });
      const sum = groups.reduce((so, group) => so + numeric(group.kpis[0]?.value), 0);
      expect(Math.abs(sum - numeric(kpis[0]?.value))).toBeLessThanOrEqual(coins(groups.length, facts));
      const counts = await story.ask(['deals_won'], { period: days('2026-01-01', '2026-03-31'), by: 'product' });
      for (const group of counts.groups) {
        expect(numeric(group.kpis[0]?.value)).toBeLessThanOrEqual(numeric(counts.kpis[0]?.value));
      }
    }),
    15,
  );
});

it("a group's ratio is its own numerator over its own denominator, and no data where that is 0", async () => {
  const ratios = catalogue
    .filter(({ formula }) => formula.kind === 'ratio' || formula.kind === 'odds')
    .map(({ id }) => id);
  await holds(
    fc.asyncProperty(
      someFacts,
      fc.constantFrom<Dimension>('rep', 'team', 'region', 'product', 'month'),
      async (facts, by) => {
        const ids = ratios.filter((id) => idsBy(by).includes(id));
        const answer = await (await tell(db(), facts)).ask(ids, { period: days('2026-01-01', '2026-03-31'), by });
        for (const { id, unit, value, numerator, denominator } of [answer, ...answer.groups].flatMap(
          ({ kpis }) => kpis,
        )) {
          if (value === null) expect(numeric(denominator) === 0 || numerator === null, id).toBe(true);
          else {
            // Each of the three is rounded on its own.
            const coin = unit === 'money' || id === 'gross_margin' ? smallestCoin(facts) / 2 : 0;
            const most = coin * (1 + Math.abs(Number(value))) + (unit === 'money' ? coin : 1e-6) * numeric(denominator);
            const missing = Number(value) * Number(denominator) - Number(numerator);
            expect(Math.abs(missing), `${id}: ${numerator} / ${denominator} = ${value}`).toBeLessThanOrEqual(
              most + 1e-6,
            );
          }
        }
      },
    ),
    15,
  );
});

it('the order in which facts came in changes nothing', async () => {
  await holds(
    fc.asyncProperty(someFacts, fc.constantFrom(...untimed), fc.nat(), async (facts, by, seed) => {
      const shuffled = <T>(rows: T[]) =>
        rows
          .map((row, index) => ({ row, at: (index * 7919 + seed) % 101 }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
      const about = { period: days('2026-01-01', '2026-03-31'), by };
      const { kpis, groups } = await (await tell(db(), facts)).ask(idsBy(by), about);
      const again = await (await tell(db(), facts, shuffled)).ask(idsBy(by), about);
      expect({ kpis: again.kpis, groups: again.groups }).toEqual({ kpis, groups });
    }),
    15,
  );
});
