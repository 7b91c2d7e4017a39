import { expect, test } from 'vitest';
import { maxBars } from '../../src/charts/spec.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { answerOf, chartFrom, figure } from './answers.ts';

/** One KPI in groups of these sizes, of which the whole is `whole`. */
function chartFor(id: string, by: Dimension, sizes: (number | null)[], whole: number | null, target?: number) {
  return chartFrom(
    answerOf({
      by: [by],
      kpis: [figure(id, whole)],
      groups: sizes.map((size, rank) => ({
        key: `${rank}`,
        label: `Group ${rank + 1}`,
        kpis: [figure(id, size, { target: target ?? null })],
      })),
    }),
  );
}

const falling = (count: number) => Array.from({ length: count }, (_, rank) => count - rank);
const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

test('what has no room in the picture is put together as “Others”, and the subtitle says so', () => {
  const sizes = falling(40);
  const chart = chartFor('calls_made', 'customer', sizes, sum(sizes));
  if (chart?.kind !== 'bars') throw new Error('no bars');
  expect(chart.bars).toHaveLength(maxBars);
  expect(chart.bars[0]).toEqual({ label: 'Group 1', value: 40 });
  expect(chart.bars.at(-1)).toEqual({ label: 'Others (25)', value: sum(falling(25)), isRest: true });
  expect(sum(chart.bars.map(({ value }) => value ?? 0))).toBe(sum(sizes));
  expect(chart.subtitle).toMatch(/ · top 15 of 40$/);
});

test('what fits is shown as it is', () => {
  const sizes = falling(maxBars);
  const chart = chartFor('calls_made', 'customer', sizes, sum(sizes));
  if (chart?.kind !== 'bars') throw new Error('no bars');
  expect(chart.bars.map(({ value }) => value)).toEqual(sizes);
  expect(chart.subtitle).not.toContain('top');
});

test.each([
  ['rates are not added', 'win_rate', sum(falling(40))],
  ['groups that overlap are not added', 'deals_won', sum(falling(40)) - 7],
])('%s: only the largest are shown', (_, id, whole) => {
  const chart = chartFor(id, 'product', falling(40), whole);
  if (chart?.kind !== 'bars') throw new Error('no bars');
  expect(chart.bars).toHaveLength(maxBars);
  expect(chart.bars.at(-1)?.label).toBe(`Group ${maxBars}`);
  expect(chart.subtitle).toMatch(/ · top 16 of 40$/);
});

test('a breakdown of what has targets is drawn against each one’s own, attainment against the whole', () => {
  const calls = chartFor('calls_made', 'rep', [12, 8], 20, 10);
  expect(calls).toMatchObject({
    bars: [
      { value: 12, target: 10 },
      { value: 8, target: 10 },
    ],
  });
  const attainment = chartFor('target_attainment', 'rep', [1.2, 0.4, null], 0.8);
  expect(attainment).toMatchObject({
    unit: { kind: 'percent' },
    bars: [{ value: 1.2, target: 1 }, { value: 0.4, target: 1 }, { value: null }],
  });
  expect(attainment?.kind === 'bars' && attainment.bars[2]).not.toHaveProperty('target');
});

test.each(['weekday', 'hour'] as const)(
  'by %s the order is that of the clock, all are shown and none is unfinished',
  (by) => {
    const chart = chartFor('calls_made', by, falling(24), sum(falling(24)));
    if (chart?.kind !== 'columns') throw new Error('no columns');
    expect(chart.columns).toHaveLength(24);
    expect(chart.columns.filter(({ partial }) => partial)).toEqual([]);
    const weeks = chartFor('calls_made', 'week', [3, 2, 1], 6);
    expect(weeks?.kind === 'columns' && weeks.columns.map(({ partial }) => partial ?? false)).toEqual([
      false,
      false,
      true,
    ]);
  },
);
