import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Figure, Group } from '../../src/kpi/answer.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { useDatabase } from '../support/database.ts';
import { call, lost, won } from '../support/facts.ts';
import { holds, within } from '../support/soak.ts';
import { type About, days, tell } from './asking.ts';
import { coins, someFacts } from './random-facts.ts';

vi.setConfig(within(60_000));
const db = useDatabase();

const deals = [won('anna', '2026-03-02', 50), won('ben', '2026-03-03', 30), won('cleo', '2026-03-04', 15)];
const labelled = (groups: readonly { label: string; kpis: readonly { value: Figure | null }[] }[]) =>
  groups.map(({ label, kpis: [kpi] }) => [label, kpi?.value]);

it('the largest groups stand alone and the rest are others, counted', async () => {
  const story = await tell(db(), { deals: [...deals, won('dora', '2026-03-05', 5, { currency: 'JPY' })] });
  const answer = await story.ask(['revenue', 'deals_won'], { by: 'rep', top: 2 });
  expect(labelled(answer.groups)).toEqual([
    ['anna', '50.00'],
    ['ben', '30.00'],
    ['2 others', '15.00'],
  ]);
  expect(answer.groups[2]).toMatchObject({ key: null, others: 2 });
  expect(answer.groups[2]?.kpis[0]?.leftOut).toEqual([{ reason: 'no_rate', currency: 'JPY', count: 1 }]);
  expect(answer.groups[2]?.kpis[1]?.value).toBe(2);
  expect(answer.moreGroups).toBe(0);
});

it('the lowest come first where the worst are wanted, or the highest where less is better', async () => {
  const lost40 = [lost('anna', '2026-03-06'), lost('ben', '2026-03-06'), lost('ben', '2026-03-07')];
  const story = await tell(db(), { deals: [...deals, ...lost40] });
  const names = async (kpi: string, about: About) =>
    (await story.ask([kpi], { by: 'rep', ...about })).groups.map(({ label }) => label);
  expect(await names('revenue', { order: 'worst' })).toEqual(['cleo', 'ben', 'anna']);
  expect(await names('revenue', { order: 'worst', top: 1 })).toEqual(['cleo', '2 others']);
  expect(await names('revenue', { order: 'best' })).toEqual(['anna', 'ben', 'cleo']);
  expect(await names('deals_lost', { order: 'worst' })).toEqual(['ben', 'anna', 'cleo']);
  expect(await names('deals_lost', { order: 'best' })).toEqual(['cleo', 'anna', 'ben']);
});

it('what fell to nothing is shown, and counts with the others for what was before', async () => {
  const before = [won('anna', '2026-02-02', 40, { region: 'Oslo' }), won('anna', '2026-02-03', 20, { region: 'Rome' })];
  const now = [won('anna', '2026-03-02', 50, { region: 'Bonn' }), won('anna', '2026-03-02', 10, { region: 'Oslo' })];
  const story = await tell(db(), { regions: ['Bonn', 'Oslo', 'Rome', 'Wien'], deals: [...before, ...now] });
  const compared = (groups: readonly Group[]) =>
    groups.map(({ label, kpis: [kpi] }) => [label, kpi?.value, kpi?.previous]);
  const { groups } = await story.ask(['revenue'], { by: 'region' });
  expect(compared(groups)).toEqual([
    ['Bonn', '50.00', '0.00'],
    ['Oslo', '10.00', '40.00'],
    ['Rome', '0.00', '20.00'],
  ]);
  expect(compared((await story.ask(['revenue'], { by: 'region', top: 1 })).groups).at(-1)).toEqual([
    '2 others',
    '10.00',
    '60.00',
  ]);
});

it('a rest of one group is that group', async () => {
  const { groups } = await (await tell(db(), { deals })).ask(['revenue'], { by: 'rep', top: 2 });
  expect(labelled(groups).at(-1)).toEqual(['cleo', '15.00']);
});

it('what does not add up is only counted', async () => {
  const story = await tell(db(), { deals: [...deals, lost('ben', '2026-03-04'), lost('dora', '2026-03-05')] });
  const answer = await story.ask(['win_rate'], { by: 'rep', top: 2 });
  expect(labelled(answer.groups)).toEqual([
    ['anna', 1],
    ['cleo', 1],
  ]);
  expect(answer.moreGroups).toBe(2);
});

it('deals of several products are no sum of their products, but their money is', async () => {
  const lines = ['Anvil', 'Bell', 'Cog'].map((product, index) => ({ product, price: 30 - 10 * index }));
  const story = await tell(db(), { deals: [won('anna', '2026-03-02', 60, { lines })] });
  expect(await story.ask(['deals_won'], { by: 'product', top: 1 })).toMatchObject({ moreGroups: 2 });
  expect(labelled((await story.ask(['revenue'], { by: 'product', top: 1 })).groups)).toEqual([
    ['Anvil', '30.00'],
    ['2 others', '30.00'],
  ]);
});

it('the best days come largest first', async () => {
  const activities = ['2026-03-02', '2026-03-03', '2026-03-03', '2026-03-04'].map((day) => call('anna', day));
  const { groups } = await (await tell(db(), { activities })).ask(['calls_made'], { by: 'weekday', top: 1 });
  expect(labelled(groups)).toEqual([
    ['Tuesday', 2],
    ['2 others', 2],
  ]);
});

it('the top and the others add up to the whole', async () => {
  const about = fc.record({
    by: fc.constantFrom<Dimension>('rep', 'team', 'region', 'source', 'customer', 'product', 'month'),
    top: fc.integer({ min: 1, max: 3 }),
  });
  await holds(
    fc.asyncProperty(someFacts, about, async (facts, { by, top }) => {
      const period = days('2026-01-01', '2026-03-31');
      const { kpis, groups } = await (await tell(db(), facts)).ask(['revenue'], { period, by, top });
      const sum = groups.reduce((so, { kpis: [kpi] }) => so + Number(kpi?.value ?? 0), 0);
      expect(Math.abs(sum - Number(kpis[0]?.value))).toBeLessThanOrEqual(coins(groups.length, facts));
      expect(groups.length).toBeLessThanOrEqual(top + 1);
    }),
    15,
  );
});

it('a comparison with last year is with the same days a year earlier', async () => {
  const facts = { deals: [won('anna', '2026-03-02', 50), won('anna', '2025-03-02', 40), won('anna', '2026-02-02', 7)] };
  const { ask } = await tell(db(), facts);
  const answer = await ask(['revenue', 'sales_growth'], { against: 'lastYear' });
  expect(answer.kpis).toMatchObject([{ previous: '40.00' }, { value: 0.25 }]);
  expect(answer.comparison.from.toString()).toBe('2025-03-01');
  const running = await ask(['revenue'], {
    period: { kind: 'this', unit: 'month' },
    now: '2026-03-18T12:00',
    against: 'lastYear',
  });
  expect(running.comparison.to.toString()).toBe('2025-03-19');
});
