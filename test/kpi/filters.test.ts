import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Figure, KpiValue } from '../../src/kpi/answer.ts';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import { addsUp } from '../../src/kpi/definition.ts';
import { isTime } from '../../src/kpi/dimensions.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { useDatabase } from '../support/database.ts';
import { won } from '../support/facts.ts';
import { holds, within } from '../support/soak.ts';
import { days, tell } from './asking.ts';
import { coins, someFacts } from './random-facts.ts';

vi.setConfig(within(60_000));
const db = useDatabase();
const period = days('2026-01-01', '2026-03-31');

const able = (...by: Dimension[]) =>
  catalogue
    .filter(
      ({ formula, dimensions }) =>
        formula.kind !== 'attainment' && formula.kind !== 'coverage' && by.every((each) => dimensions.includes(each)),
    )
    .map(({ id }) => id);
const untimed = [...new Set(catalogue.flatMap((kpi): Dimension[] => [...kpi.dimensions]))].filter((by) => !isTime(by));
const counted = (kpis: readonly KpiValue[]) =>
  kpis.map(({ id, value, previous, leftOut }) => ({ id, value, previous, leftOut }));
const numeric = (figure: Figure | null | undefined) => Number(figure ?? 0);

it('what is filtered by a group is what the breakdown says of that group', async () => {
  await holds(
    fc.asyncProperty(someFacts, fc.constantFrom(...untimed), async (facts, by) => {
      const { ask } = await tell(db(), facts);
      const { groups } = await ask(able(by), { period, by });
      for (const group of groups) {
        if (group.key === null) continue;
        const filtered = await ask(able(by), { period, where: [{ by, keys: [group.key] }] });
        expect({ by, key: group.key, of: counted(filtered.kpis) }).toEqual({
          by,
          key: group.key,
          of: counted(group.kpis),
        });
      }
    }),
    10,
  );
});

// Found by the rule above.
it('a product that a competitor was not seen with is no part of its price index, filtered as broken down', async () => {
  const { ask } = await tell(db(), {
    products: { Anvil: { price: 20 }, Bell: { price: 27 } },
    prices: [{ product: 'Anvil', competitor: 'Globex', price: 10, on: '2026-03-02' }],
  });
  const [group] = (await ask(['price_index'], { by: 'competitor' })).groups;
  const filtered = await ask(['price_index'], { where: [{ by: 'competitor', keys: ['Globex'] }] });
  const expected = [{ value: 200, leftOut: [] }];
  expect(group?.kpis).toMatchObject(expected);
  expect(filtered.kpis).toMatchObject(expected);
});

it('of two breakdowns, what the second says within a group is what it says of that group alone', async () => {
  const anyPair = fc.shuffledSubarray<Dimension>([...untimed, 'month'], { minLength: 2, maxLength: 2 });
  const fit = anyPair.filter((pair) => able(...pair).length > 0);
  await holds(
    fc.asyncProperty(someFacts, fit, async (facts, pair) => {
      const [first = 'rep', second = 'team'] = pair[0] === 'month' ? [...pair].reverse() : pair;
      const ids = able(first, second);
      const { ask } = await tell(db(), facts);
      const both = await ask(ids, { period, by: [first, second] });
      const alone = await ask(ids, { period, by: first });
      expect(both.groups.map(({ key, kpis }) => ({ key, of: counted(kpis) }))).toEqual(
        alone.groups.map(({ key, kpis }) => ({ key, of: counted(kpis) })),
      );
      for (const { key, groups = [] } of both.groups) {
        if (key === null) continue;
        const { groups: expected } = await ask(ids, { period, by: second, where: [{ by: first, keys: [key] }] });
        const values = new Map(expected.map((group) => [group.key, group.kpis.map(({ value }) => value)]));
        for (const group of groups) {
          expect({ first, second, key: group.key, of: group.kpis.map(({ value }) => value) }).toEqual({
            first,
            second,
            key: group.key,
            of: values.get(group.key),
          });
        }
      }
    }),
    10,
  );
});

it('the order of two breakdowns does not change what is counted in both', async () => {
  await holds(
    fc.asyncProperty(someFacts, async (facts) => {
      const { ask } = await tell(db(), facts);
      const cells = async (one: Dimension, other: Dimension) => {
        const { groups } = await ask(['revenue'], { period, by: [one, other] });
        return groups
          .flatMap((group) =>
            (group.groups ?? []).map(({ key, kpis }) => ({
              [one]: group.key,
              [other]: key,
              value: numeric(kpis[0]?.value),
            })),
          )
          .filter(({ value }) => value);
      };
      const sorted = (all: object[]) => all.map((each) => JSON.stringify(Object.entries(each).sort())).sort();
      expect(sorted(await cells('region', 'month'))).toEqual(sorted(await cells('month', 'region')));
      expect(sorted(await cells('product', 'kind'))).toEqual(sorted(await cells('kind', 'product')));
    }),
    10,
  );
});

it('a region counts with the regions below it, and the answer says what alone was counted', async () => {
  const story = await tell(db(), {
    within: { Leipzig: 'East', Connewitz: 'Leipzig' },
    deals: [
      won('anna', '2026-03-02', 10, { region: 'East' }),
      won('anna', '2026-03-03', 5, { region: 'Leipzig' }),
      won('anna', '2026-03-03', 2, { region: 'Connewitz' }),
      won('ben', '2026-03-03', 3, { region: 'West' }),
    ],
  });
  const answer = await story.ask(['revenue'], { where: [{ by: 'region', keys: [story.id('region', 'East')] }] });
  expect(answer.kpis[0]?.value).toBe('17.00');
  expect(answer.subject).toBe('Everyone · East');
});

it('two values of a dimension are either of them, two dimensions both', async () => {
  const deal = (source: string, product: string) =>
    won('anna', '2026-03-02', 10, { lead: source, lines: [{ product, price: 10 }] });
  const story = await tell(db(), {
    leads: { web: { source: 'web' }, fair: { source: 'fair' }, call: { source: 'call' } },
    deals: [deal('web', 'Anvil'), deal('fair', 'Anvil'), deal('call', 'Anvil'), deal('web', 'Bell')],
  });
  const either = { by: 'source' as const, keys: ['web', 'fair'] };
  expect((await story.kpi('revenue', { where: [either] })).value).toBe('30.00');
  const { groups } = await story.ask(['revenue'], { by: 'product' });
  const anvil = groups.find(({ label }) => label === 'Anvil')?.key ?? '';
  expect((await story.kpi('revenue', { where: [either, { by: 'product', keys: [anvil] }] })).value).toBe('20.00');
});

it('of what adds up, several values of a filter bring the sum of what each of them does', async () => {
  const anyBy = fc.constantFrom<Dimension>('source', 'rep', 'type', 'outcome', 'weekday', 'hour', 'place', 'stage');
  await holds(
    fc.asyncProperty(someFacts, anyBy, async (facts, by) => {
      const ids = able(by).filter((id) => catalogue.some((kpi) => kpi.id === id && addsUp(kpi)));
      const { ask } = await tell(db(), facts);
      const { groups } = await ask(ids, { period, by });
      const some = groups.filter(({ key }) => key !== null).slice(0, 3);
      const keys = some.flatMap(({ key }) => key ?? []);
      if (keys.length < 2) return;
      const either = await ask(ids, { period, where: [{ by, keys }] });
      const sums = ids.map((_, index) => some.reduce((sum, { kpis }) => sum + numeric(kpis[index]?.value), 0));
      either.kpis.forEach(({ id, value }, index) => {
        expect(Math.abs(numeric(value) - (sums[index] ?? 0)), `${id} by ${by}`).toBeLessThanOrEqual(coins(3, facts));
      });
    }),
    10,
  );
});

it('a KPI that does not know a dimension cannot be filtered by it, nor can two breakdowns be over time', async () => {
  const { ask } = await tell(db(), {});
  const where = [{ by: 'product' as const, keys: ['x'] }];
  await expect(ask(['calls_made'], { where })).rejects.toMatchObject({ code: 'kpi.no_dimension' });
  await expect(ask(['calls_made'], { by: ['week', 'month'] })).rejects.toMatchObject({ code: 'kpi.two_times' });
});
