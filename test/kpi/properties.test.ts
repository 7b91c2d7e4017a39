import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Figure, KpiValue } from '../../src/kpi/answer.ts';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { useDatabase } from '../support/database.ts';
import type { Facts } from '../support/facts.ts';
import { runs, within } from '../support/soak.ts';
import { type About, days, tell } from './asking.ts';
import { type Asked, oracle } from './oracle.ts';
import type { Window } from './oracle-rows.ts';
import { someFacts } from './random-facts.ts';

vi.setConfig(within(120_000));
const db = useDatabase();

/** Half past noon in Berlin on 18 March 2026. */
const now = '2026-03-18T11:30:00Z';
const february = '2026-02-18T11:30:00Z';
const periods: { about: About; window: Window; before: Window; beforeThat: Window; month: string }[] = [
  {
    about: { period: days('2026-02-01', '2026-02-28'), now },
    month: '2026-02-01',
    window: { from: '2026-02-01', to: '2026-03-01', seen: now },
    before: { from: '2026-01-01', to: '2026-02-01', seen: '2026-02-15T11:30:00Z' }, // 31 days before now
    beforeThat: { from: '2025-12-01', to: '2026-01-01', seen: now },
  },
  {
    about: { period: { kind: 'this', unit: 'month' }, now },
    month: '2026-03-01',
    window: { from: '2026-03-01', to: '2026-03-19', until: now, seen: now },
    before: { from: '2026-02-01', to: '2026-02-19', until: february, seen: february }, // 28 days before now
    beforeThat: { from: '2026-01-01', to: '2026-01-19', until: '2026-01-18T11:30:00Z', seen: now },
  },
];

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

/** Members' goals; a team's is the sum of its people's, and everyone's that of all reps. */
function targetIn(facts: Facts, month: string) {
  /** By the weekdays of the month on which somebody belonged anywhere, or to a team; who never belonged anywhere was always there. */
  const own = (name: string, team?: string) => {
    const value = facts.targets?.find(({ whose, from }) => whose === name && from === month)?.value ?? null;
    const all = (facts.belongs ?? []).filter(({ who }) => who === name);
    const spans = all.filter((each) => team === undefined || each.team === team);
    const weekdays = Array.from({ length: 31 }, (_, day) => new Date(Date.parse(month) + day * 86_400_000))
      .filter((day) => day.toISOString().slice(0, 7) === month.slice(0, 7) && day.getUTCDay() % 6 !== 0)
      .map((day) => day.toISOString().slice(0, 10));
    const there = weekdays.filter(
      (day) => all.length === 0 || spans.some(({ from, to }) => (!from || from <= day) && (!to || day < to)),
    );
    return value === null || there.length === 0 ? null : (value * there.length) / weekdays.length;
  };
  const teamed = (team: string, { from, to }: { from: string; to: string }) =>
    new Set(
      (facts.belongs ?? [])
        .filter((each) => each.team === team && (!each.from || each.from < to) && (!each.to || each.to > from))
        .map(({ who }) => who),
    );
  const sum = (names: Iterable<string>, team?: string) => {
    const known = [...names].map((name) => own(name, team)).filter((value) => value !== null);
    return known.length ? known.reduce((so, far) => so + far, 0) : null;
  };
  const whole = { from: month, to: month === '2026-02-01' ? '2026-03-01' : '2026-04-01' };
  return ({ whose, by, key }: Asked) => {
    if (by === 'rep') return key ? own(key) : null;
    if (by === 'team') return key ? sum(teamed(key, whole), key) : null;
    if (by) return null;
    if (!whose) return sum(['anna', 'ben', 'cleo']);
    if ('member' in whose) return own(whose.member);
    const goals = whose.teams.map((team) => sum(teamed(team, whole), team));
    return goals.some((goal) => goal === null) ? null : goals.reduce<number>((so, far) => so + (far ?? 0), 0);
  };
}

const unitOf = (id: string) => catalogue.find((kpi) => kpi.id === id)?.unit ?? 'count';
const near = (figure: Figure | null | undefined, unit: KpiValue['unit']) => {
  if (figure === null || figure === undefined) return null;
  return Number(Number(figure).toFixed(unit === 'money' ? 2 : 8));
};
const figures = (kpis: readonly KpiValue[], of: 'value' | 'previous') =>
  Object.fromEntries(kpis.map((kpi) => [kpi.id, near(kpi[of], kpi.unit)]));

it('a second calculation in plain loops gives the same value for every KPI', async () => {
  const question = fc.record({
    dimensions: fc.uniqueArray(fc.constantFrom(...untimed), { minLength: 3, maxLength: 3 }),
    period: fc.constantFrom(...periods),
    subject: fc.constantFrom(...subjects),
  });
  await fc.assert(
    fc.asyncProperty(someFacts, question, async (facts, { dimensions, period, subject }) => {
      const story = await tell(db(), facts);
      const calculate = oracle(facts, targetIn(facts, period.month), '2026-03-18');
      const { window, before, beforeThat } = period;
      const whole = { whose: subject.asked };
      for (const by of [undefined, ...dimensions]) {
        const ids = by ? idsBy(by) : indivisible;
        const answer = await story.ask(ids, { ...period.about, whose: subject.whose, ...(by ? { by } : {}) });
        const expected = (asked: Asked) =>
          Object.fromEntries(ids.map((id) => [id, near(calculate(id, asked), unitOf(id))]));
        expect(figures(answer.kpis, 'value')).toEqual(expected({ ...whole, window, before }));
        const earlier = expected({ ...whole, window: before, before: beforeThat });
        expect(figures(answer.kpis, 'previous')).toEqual({ ...earlier, ...noGoals(ids) });
        for (const group of answer.groups) {
          const asked = { ...whole, by, key: story.name(group.key), window, before };
          expect({ key: asked.key, ...figures(group.kpis, 'value') }).toEqual({ key: asked.key, ...expected(asked) });
        }
      }
    }),
    runs(25),
  );
});

/** What was aimed at in the comparison period is not asked. */
const noGoals = (ids: readonly string[]) =>
  Object.fromEntries(
    ids.filter((id) => id === 'target_attainment' || id === 'pipeline_coverage').map((id) => [id, null]),
  );

const sums = catalogue.filter((kpi) => kpi.formula.kind === 'sum');
const countsOverTime = (id: string) => !['pipeline_value', 'weighted_pipeline'].includes(id);
/** The groups that every fact is in exactly one of. Products are not among them: a deal can be several. */
const partitions: Dimension[] = ['rep', 'team', 'region', 'type', 'weekday', 'stage', 'source', 'day', 'week', 'month'];
/** Each group is rounded to the cent on its own. */
const cents = (groups: number) => 0.005 * (groups + 1) + 1e-9;
const numeric = (figure: Figure | null | undefined) => Number(figure ?? 0);

it('what is counted adds up to the whole over people, places, kinds and time', async () => {
  await fc.assert(
    fc.asyncProperty(
      someFacts,
      fc.constantFrom(...partitions),
      fc.constantFrom(...periods),
      async (facts, by, { about }) => {
        const isTime = ['day', 'week', 'month'].includes(by);
        const ids = sums.map(({ id }) => id).filter((id) => idsBy(by).includes(id) && (!isTime || countsOverTime(id)));
        const { kpis, groups } = await (await tell(db(), facts)).ask(ids, { ...about, by });
        for (const [index, { id, value }] of kpis.entries()) {
          const sum = groups.reduce((so, group) => so + numeric(group.kpis[index]?.value), 0);
          expect(Math.abs(sum - numeric(value)), `${id} by ${by}: ${sum} of ${value}`).toBeLessThanOrEqual(
            cents(groups.length),
          );
        }
      },
    ),
    runs(15),
  );
});

it('money adds up over products and kinds as well, and no product has more deals than there are', async () => {
  const lines = fc.constantFrom<Dimension>('product', 'product_type', 'kind');
  await fc.assert(
    fc.asyncProperty(someFacts, lines, async (facts, by) => {
      const story = await tell(db(), facts);
      const { kpis, groups } = await story.ask(['revenue'], { period: days('2026-01-01', '2026-03-31'), by });
      const sum = groups.reduce((so, group) => so + numeric(group.kpis[0]?.value), 0);
      expect(Math.abs(sum - numeric(kpis[0]?.value))).toBeLessThanOrEqual(cents(groups.length));
      const counts = await story.ask(['deals_won'], { period: days('2026-01-01', '2026-03-31'), by: 'product' });
      for (const group of counts.groups) {
        expect(numeric(group.kpis[0]?.value)).toBeLessThanOrEqual(numeric(counts.kpis[0]?.value));
      }
    }),
    runs(15),
  );
});

it("a group's ratio is its own numerator over its own denominator, and no data where that is 0", async () => {
  const ratios = catalogue
    .filter(({ formula }) => formula.kind === 'ratio' || formula.kind === 'odds')
    .map(({ id }) => id);
  await fc.assert(
    fc.asyncProperty(
      someFacts,
      fc.constantFrom<Dimension>('rep', 'team', 'region', 'product', 'month'),
      async (facts, by) => {
        const ids = ratios.filter((id) => idsBy(by).includes(id));
        const answer = await (await tell(db(), facts)).ask(ids, { period: days('2026-01-01', '2026-03-31'), by });
        for (const { id, value, numerator, denominator } of [answer, ...answer.groups].flatMap(({ kpis }) => kpis)) {
          if (value === null) expect(numeric(denominator) === 0 || numerator === null, id).toBe(true);
          else expect(Math.abs(Number(value) - Number(numerator) / Number(denominator)), id).toBeLessThan(0.011);
        }
      },
    ),
    runs(15),
  );
});

it('the order in which facts came in changes nothing', async () => {
  await fc.assert(
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
    runs(15),
  );
});
