import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Group, KpiValue } from '../../src/kpi/answer.ts';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import type { RecordsPart } from '../../src/kpi/explain.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { useDatabase } from '../support/database.ts';
import { holds } from '../support/soak.ts';
import { type About, days, type Story, tell } from './asking.ts';
import { smallestCoin, someFacts } from './random-facts.ts';

vi.setConfig({ testTimeout: 120_000 });
const db = useDatabase();

const now = '2026-03-18T11:30:00Z';
const abouts: About[] = [
  { period: days('2026-02-01', '2026-02-28'), now },
  { period: { kind: 'this', unit: 'month' }, now },
];
const subjects = [undefined, undefined, 'anna', 'team East', 'team East + West'];

/** What is set against a goal, and what is worked out from several numbers, does not show its records' sum in its formula. */
const isDerived = (id: string, part: RecordsPart) =>
  ['clv', 'target_attainment'].includes(id) || (part === 'denominator' && id === 'pipeline_coverage');

async function expectRecords(story: Story, about: About, value: KpiValue, group: readonly (string | null)[]) {
  const coin = smallestCoin(story.at('2026-03-18T11:30:00Z'));
  const place = `${value.id} ${JSON.stringify(about)} ${JSON.stringify(group)}`;
  for (const part of ['numerator', 'denominator'] as const) {
    const behind = await story.records(value.id, part, about, { group });
    if (!behind) continue;
    const added = behind.records.reduce((sum, { adds }) => sum + Number(adds), 0);
    expect(behind.records.length, place).toBe(behind.shown);
    expect(near(added), place).toBe(near(Number(behind.sum ?? 0)));
    // Figures of the answer are rounded to the coin.
    if (!isDerived(value.id, part))
      expect(Math.abs(added - Number(value[part] ?? 0)), `${place} ${part}`).toBeLessThan(0.51 * coin);
  }
  const leftOut = await story.records(value.id, 'leftOut', about, { group });
  const counted = value.leftOut.reduce((sum, { count }) => sum + count, 0);
  expect(
    (leftOut?.records ?? []).reduce((sum, { adds }) => sum + Number(adds), 0),
    `${place} left out`,
  ).toBe(counted);
}

const near = (figure: number) => figure.toFixed(6);
async function expectGroups(story: Story, about: About, groups: readonly Group[], above: readonly (string | null)[]) {
  for (const group of groups) {
    for (const value of group.kpis) await expectRecords(story, about, value, [...above, group.key]);
    await expectGroups(story, about, group.groups ?? [], [...above, group.key]);
  }
}

it('the records behind every KPI are as many, and add up to as much, as its numerator and denominator', async () => {
  await holds(
    fc.asyncProperty(
      someFacts,
      fc.constantFrom(...abouts),
      fc.constantFrom(...subjects),
      async (facts, about, whose) => {
        const story = await tell(db(), facts);
        const asked = { ...about, whose };
        for (const value of (
          await story.ask(
            catalogue.map(({ id }) => id),
            asked,
          )
        ).kpis)
          await expectRecords(story, asked, value, []);
      },
    ),
    12,
  );
});

it('and so they are of every group, of two breakdowns at once, and of what is filtered', async () => {
  const asked = fc.record({
    about: fc.constantFrom(...abouts),
    whose: fc.constantFrom(...subjects),
    kpi: fc.constantFrom(...catalogue),
    pick: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)),
  });
  const isTime = (by: Dimension | undefined) =>
    by !== undefined && ['day', 'week', 'month', 'quarter', 'year'].includes(by);
  await holds(
    fc.asyncProperty(someFacts, fc.array(asked, { minLength: 4, maxLength: 4 }), async (facts, questions) => {
      const story = await tell(db(), facts);
      for (const { about, whose, kpi, pick } of questions) {
        const known: readonly Dimension[] = kpi.dimensions.filter((by) => by !== 'day');
        const [first, second] = [known[pick[0] % known.length]!, known[pick[1] % known.length]!];
        const by = first === second || (isTime(first) && isTime(second)) ? [first] : [first, second];
        const broken = { ...about, whose, by };
        const answer = await story.ask([kpi.id], broken);
        await expectGroups(story, broken, answer.groups, []);

        const at = pick[2] % Math.max(1, answer.groups.length);
        // One value of it, or where there are several either of two.
        const keys = answer.groups.slice(at, at + 2).flatMap(({ key }) => key ?? []);
        if (keys.length === 0 || isTime(first)) continue;
        const filtered = { ...about, whose, where: [{ by: first, keys }] };
        for (const value of (await story.ask([kpi.id], filtered)).kpis) await expectRecords(story, filtered, value, []);
      }
    }),
    25,
  );
});
