// What must not change a number, and what must change it in a way that is known beforehand. No second calculation is needed to tell.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it, vi } from 'vitest';
import type { Answer, KpiValue } from '../../src/kpi/answer.ts';
import { catalogue, findKpi } from '../../src/kpi/catalogue/index.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { changeSettings } from '../../src/people/workspace.ts';
import { useDatabase } from '../support/database.ts';
import type { Facts } from '../support/facts.ts';
import { holds, within } from '../support/soak.ts';
import { storeFacts } from '../support/store-facts.ts';
import { type About, days, tell } from './asking.ts';
import { mapTexts } from './map-texts.ts';
import { smallestCoin, someFacts } from './random-facts.ts';

vi.setConfig(within(60_000));
const db = useDatabase();
const all = catalogue.map(({ id }) => id);
const asked = { period: days('2026-02-01', '2026-03-10'), now: '2026-03-20T11:30:00Z' } satisfies About;

const isoDate = /^(\d{4}-\d{2}-\d{2})(T.*)?$/;
const shifted = (iso: string, step: Temporal.DurationLike) => Temporal.PlainDate.from(iso).add(step).toString();

/** A year of weeks: weekdays stay what they are, and the night in which the clocks change is again one. Months do not stay. */
const A_YEAR_BEFORE = { weeks: -52 };
/** After 28 years the same calendar comes again, leap days and weekdays and all. The Persian one does not keep step. */
const THE_SAME_CALENDAR_AGAIN = { years: 28 };

const figures = (kpis: readonly KpiValue[]) =>
  Object.fromEntries(
    kpis.map(({ id, value, previous, numerator, denominator }) => [id, { value, previous, numerator, denominator }]),
  );
const values = (kpis: readonly KpiValue[]) => Object.fromEntries(kpis.map(({ id, value }) => [id, value]));
const groupsOf = ({ groups }: Answer, name: (key: string | null) => string | null = (key) => key) =>
  Object.fromEntries(groups.map(({ key, kpis }) => [name(key), values(kpis)]));

const shiftedBy = async (facts: Facts, step: Temporal.DurationLike, ids: readonly string[]) => {
  const dated = { ...facts, leads: withDays(facts.leads) };
  const other = mapTexts(dated, (text) =>
    text.replace(isoDate, (_, on: string, time = '') => shifted(on, step) + time),
  );
  const [here, there] = [await tell(db(), dated), await tell(db(), other)];
  const then = {
    period: days(shifted('2026-02-01', step), shifted('2026-03-10', step)),
    now: `${shifted('2026-03-20', step)}T11:30:00Z`,
  };
  expect(figures((await there.ask(ids, then)).kpis)).toEqual(figures((await here.ask(ids, asked)).kpis));
};

it('everything a year earlier, asked a year earlier, is the same, but for the lifetime value, whose months do not fit into weeks', async () => {
  const inDays = all.filter((id) => id !== 'clv' && id !== 'clv_to_cac');
  await holds(
    fc.asyncProperty(someFacts, (facts) => shiftedBy(facts, A_YEAR_BEFORE, inDays)),
    12,
  );
});

it('everything 28 years later, when the same months come again, is the same, lifetime value and all', async () => {
  const gregorian = someFacts.map(
    (facts): Facts => ({ ...facts, workspace: { ...facts.workspace, calendar: 'gregory' } }),
  );
  await holds(
    fc.asyncProperty(gregorian, (facts) => shiftedBy(facts, THE_SAME_CALENDAR_AGAIN, all)),
    12,
  );
});

/** Every lead says when it was created. */
const withDays = (leads: Facts['leads'] = {}) =>
  Object.fromEntries(
    Object.entries(leads).map(([name, lead]) => [name, { ...lead, created: lead.created ?? '2026-01-01' }]),
  );

it('other names for people, teams, places, products and customers change no number', async () => {
  const names = [
    'anna',
    'ben',
    'cleo',
    'mona',
    'East',
    'West',
    'Acme',
    'Bolt',
    'Coop',
    'Anvil',
    'Bell',
    'Cog',
    'Lena',
    'Luis',
    'Lou',
    'Liv',
  ];
  const renamed = (text: string) => (names.includes(text) ? `Ω ${text} <&> 's` : text);
  await holds(
    fc.asyncProperty(someFacts, async (facts) => {
      const keys = <T>(table: Record<string, T> | undefined) =>
        Object.fromEntries(Object.entries(table ?? {}).map(([name, each]) => [renamed(name), each]));
      const { people, customers, products, leads, ...rest } = mapTexts(facts, renamed);
      const other: Facts = {
        ...rest,
        ...{ people: keys(people), customers: keys(customers), products: keys(products), leads: keys(leads) },
      };
      const [one, two] = [await tell(db(), facts), await tell(db(), other)];
      expect(figures((await two.ask(all, asked)).kpis)).toEqual(figures((await one.ask(all, asked)).kpis));
      const by = { ...asked, by: 'team' as const };
      const inTeams = catalogue
        .filter(({ dimensions }) => dimensions.some((each) => each === 'team'))
        .map(({ id }) => id);
      const ofOne = groupsOf(await one.ask(inTeams, by), (key) => renamed(one.name(key) ?? ''));
      expect(groupsOf(await two.ask(inTeams, by), (key) => two.name(key) ?? '')).toEqual(ofOne);
    }),
    12,
  );
});

it('everything twice: what is counted doubles, and what is a share, an average or a score stays', async () => {
  await holds(
    fc.asyncProperty(someFacts, async (facts) => {
      const [once, twice] = [await tell(db(), facts), await tell(db(), doubled(facts))];
      const [single, double] = [await once.ask(all, asked), await twice.ask(all, asked)];
      for (const [at, kpi] of single.kpis.entries()) {
        const other = double.kpis[at]!;
        const grows = findKpi(kpi.id)?.formula.kind === 'sum' || kpi.id === 'avg_sales_per_rep';
        if (kpi.value === null) {
          expect({ id: kpi.id, value: other.value }).toEqual({ id: kpi.id, value: null });
          continue;
        }
        const expected = Number(kpi.value) * (grows ? 2 : 1);
        expect(Math.abs(Number(other.value) - expected), `${kpi.id}: ${kpi.value} → ${other.value}`).toBeLessThan(
          kpi.unit === 'money' ? 3 * smallestCoin(facts) : 1e-6 * Math.max(1, Math.abs(expected)),
        );
      }
    }),
    12,
  );
});

/** Every fact once more, about customers and leads that are as many again; the people are the same ones. */
function doubled(facts: Facts): Facts {
  const { leads = {}, customers = {}, deals = [], activities = [], expenses = [], targets = [] } = facts;
  const known = new Set([...Object.keys(leads), ...Object.keys(customers)]);
  const again = <T>(value: T): T => mapTexts(value, (text) => (known.has(text) ? `${text} again` : text));
  const named = <T>(table: Record<string, T>) =>
    Object.fromEntries(Object.entries(table).map(([name, each]) => [`${name} again`, again(each)]));
  return {
    ...facts,
    leads: { ...leads, ...named(leads) },
    customers: { ...customers, ...named(customers) },
    deals: [...deals, ...again(deals)],
    activities: [
      ...activities,
      ...again(activities).map((each) =>
        each.deal === undefined ? each : { ...each, deal: each.deal + deals.length },
      ),
    ],
    expenses: [...expenses, ...expenses],
    targets: targets.map((target) => ({ ...target, value: target.value === null ? null : 2 * target.value })),
  };
}

it('a team split in two adds up to what it was', async () => {
  const additive = catalogue
    .filter(({ formula, dimensions }) => formula.kind === 'sum' && dimensions.some((each) => each === 'team'))
    .map(({ id }) => id);
  await holds(
    fc.asyncProperty(someFacts, fc.subarray(['anna', 'ben', 'cleo']), async (facts, leaving) => {
      const split: Facts = {
        ...facts,
        belongs: (facts.belongs ?? []).map((each) =>
          each.team === 'East' && leaving.includes(each.who) ? { ...each, team: 'Far East' } : each,
        ),
      };
      const by = { ...asked, by: 'team' as Dimension };
      const [whole, parts] = [await tell(db(), facts), await tell(db(), split)];
      const before = groupsOf(await whole.ask(additive, by), whole.name);
      const after = groupsOf(await parts.ask(additive, by), parts.name);
      for (const id of additive) {
        const sum = Number(after.East?.[id] ?? 0) + Number(after['Far East']?.[id] ?? 0);
        expect(sum, id).toBeCloseTo(Number(before.East?.[id] ?? 0), 1);
        expect(after.West?.[id] ?? 0, id).toEqual(before.West?.[id] ?? 0);
      }
    }),
    12,
  );
});

it('a workspace that moves to another zone counts as if it had always been there', async () => {
  const zones = fc.constantFrom('America/Los_Angeles', 'Pacific/Auckland', 'Asia/Kolkata', 'Europe/London');
  await holds(
    fc.asyncProperty(someFacts, zones, async (facts, zone) => {
      // Instants, because the same clock time in another zone is another moment.
      const instants = mapTexts(facts, (text) => (/T\d\d:\d\d(:\d\d)?$/.test(text) ? `${text}Z` : text));
      const there = await tell(db(), { ...instants, workspace: { ...instants.workspace, zone } });
      const { workspace } = await storeFacts(db(), instants);
      const moved = await changeSettings(db(), workspace.id, { zone });
      const directory = await loadDirectory(db(), workspace.id);
      const question = { kpis: all, whose: { scope: 'workspace' as const }, period: asked.period, by: [] };
      const now = Temporal.Instant.from(asked.now);
      const here = await evaluate({ db: db(), workspace: moved, directory, now }, question);
      expect(figures(here.kpis)).toEqual(figures((await there.ask(all, asked)).kpis));
    }),
    12,
  );
});
