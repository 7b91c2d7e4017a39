import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import { shownRegions } from '../../src/kpi/shown-regions.ts';
import { useDatabase } from '../support/database.ts';
import { call, type Facts, won } from '../support/facts.ts';
import { holds } from '../support/soak.ts';
import { days, tell } from './asking.ts';
import { someFacts } from './random-facts.ts';

vi.setConfig({ testTimeout: 60_000 });
const db = useDatabase();

/** Germany: East with Leipzig and its Connewitz, and West; Norway has nothing in it. */
const facts: Facts = {
  within: { East: 'Germany', West: 'Germany', Leipzig: 'East', Connewitz: 'Leipzig', Halle: 'East' },
  belongs: [{ who: 'ben', region: 'Halle' }],
  activities: [call('ben', '2026-03-04')],
  deals: [
    won('anna', '2026-03-02', 100, { region: 'East' }),
    won('anna', '2026-03-02', 50, { region: 'Leipzig' }),
    won('anna', '2026-03-03', 20, { region: 'Connewitz', lines: [{ product: 'Anvil', price: 20 }] }),
    won('anna', '2026-03-04', 7, { region: 'West' }),
    won('ben', '2026-03-05', 3),
    won('anna', '2026-03-05', 2, { region: 'Norway' }),
    won('anna', '2026-03-06', 1),
  ],
};

it('a breakdown shows the outermost regions, each with all that lies in it', async () => {
  const { groups } = await tell(db(), facts);
  expect(await groups('revenue', 'region')).toEqual({ Germany: '180.00', Norway: '2.00', '–': '1.00' });
});

it('within a region it shows those directly below, each with what lies in it, and what is of the region itself', async () => {
  const { ask, groups, id } = await tell(db(), facts);
  const inside = (name: string) => ({ where: [{ by: 'region' as const, keys: [id('region', name)] }] });
  expect(await groups('revenue', 'region', inside('Germany'))).toEqual({ East: '173.00', West: '7.00' });
  expect(await groups('revenue', 'region', inside('East'))).toEqual({
    East: '100.00',
    Leipzig: '70.00',
    Halle: '3.00',
  });
  expect(await groups('revenue', 'region', inside('Connewitz'))).toEqual({ Connewitz: '20.00' });
  const labels = async (name: string) =>
    (await ask(['revenue'], { ...inside(name), by: 'region' })).groups.map(({ label }) => label);
  expect(await labels('East')).toEqual(['East itself', 'Leipzig', 'Halle']);
  expect(await labels('Connewitz')).toEqual(['Connewitz']);
});

it('the records behind a region are those of all that lies in it', async () => {
  const { records, ask } = await tell(db(), facts);
  const { groups } = await ask(['revenue'], { by: 'region' });
  const germany = groups.find(({ label }) => label === 'Germany')?.key ?? null;
  const found = await records('revenue', 'numerator', { by: 'region' }, { group: [germany] });
  expect(found?.records.map(({ adds }) => Number(adds)).sort((a, b) => a - b)).toEqual([3, 7, 20, 50, 100]);
});

it('of several regions it shows each, with what lies in it', async () => {
  const { groups, id } = await tell(db(), facts);
  const where = [{ by: 'region' as const, keys: ['Norway', 'Leipzig'].map((name) => id('region', name)) }];
  expect(await groups('revenue', 'region', { where })).toEqual({
    Norway: '2.00',
    Leipzig: '70.00',
  });
});

it('rolls up beside products, time and other facts as well', async () => {
  const { ask } = await tell(db(), facts);
  const cells = async (kpi: string, ...by: ('region' | 'product' | 'week')[]) =>
    (await ask([kpi], { by })).groups.map(({ label, kpis, groups }) => [
      label,
      kpis[0]?.value,
      groups?.map((group) => `${group.label} ${group.kpis[0]?.value}`),
    ]);
  expect((await cells('revenue', 'product', 'region'))[1]).toEqual(['Anvil', '20.00', ['Germany 20.00']]);
  expect((await cells('revenue', 'region', 'product'))[0]).toEqual([
    'Germany',
    '180.00',
    ['No product 160.00', 'Anvil 20.00'],
  ]);
  expect(
    (await ask(['revenue', 'activities_per_win'], { by: 'region' })).groups[0]?.kpis.map(({ value }) => value),
  ).toEqual(['180.00', 0.2]);
});

it('a circle of regions, should there be one, comes to an end', () => {
  const regions = [
    { id: 'a', name: 'A', parentId: 'b' },
    { id: 'b', name: 'B', parentId: 'a' },
  ];
  expect(shownRegions([], { regions }).size).toBe(2);
});

it('within a region what is below adds up to it, and each is what a filter by it alone says', async () => {
  const ids = catalogue.filter(({ formula, dimensions }) => formula.kind === 'sum' && dimensions.includes('region'));
  const kpis = ids.map(({ id }) => id);
  const region = fc.constantFrom('North', 'Norway', 'Bergen');
  const period = days('2026-01-01', '2026-03-31');
  await holds(
    fc.asyncProperty(someFacts, region, async (random, name) => {
      const { ask, id } = await tell(db(), random);
      const inside = (key: string) => ({ period, where: [{ by: 'region' as const, keys: [key] }] });
      const itself = id('region', name);
      const { kpis: whole, groups } = await ask(kpis, { ...inside(itself), by: 'region' });
      for (const [index, { id: kpi, value }] of whole.entries()) {
        const sum = groups.reduce((so, group) => so + Number(group.kpis[index]?.value ?? 0), 0);
        expect(Math.abs(sum - Number(value)), `${kpi} in ${name}`).toBeLessThan(0.005 * (groups.length + 1) + 1e-9);
      }
      for (const group of groups.filter(({ key }) => key !== itself)) {
        const alone = await ask(kpis, inside(group.key ?? ''));
        expect(group.kpis.map(({ value }) => value)).toEqual(alone.kpis.map(({ value }) => value));
      }
    }),
    10,
  );
});
