// How an answer by two dimensions is drawn.
import { describe, expect, test } from 'vitest';
import { maxBars, maxGrouped, maxSeries } from '../../src/charts/spec.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { chart, chartFrom, figure, pairsOf } from './answers.ts';

const sixRegions = (value: (region: number) => number) =>
  Object.fromEntries(Array.from({ length: 7 }, (_, region) => [`Region ${region}`, value(region)]));

describe('one KPI by two dimensions', () => {
  test('over time, what adds up is stacked whichever is named first, and the running month is marked', () => {
    const byRegion = pairsOf('revenue', ['region', 'month'], {
      East: { '2024-02-01': 30, '2024-03-01': 20 },
      West: { '2024-01-01': 5, '2024-03-01': 40 },
    });
    const spec = chart('stacked', chartFrom(byRegion));
    expect(spec.title).toBe('Revenue by region by month · Acme');
    expect(spec.buckets).toEqual([
      { label: '2024-01-01' },
      { label: '2024-02-01' },
      { label: '2024-03-01', partial: true },
    ]);
    expect(spec.series).toEqual([
      { label: 'East', values: [null, 30, 20] },
      { label: 'West', values: [5, null, 40] },
    ]);
    const byMonth = pairsOf('revenue', ['month', 'region'], {
      '2024-01-01': { West: 5 },
      '2024-02-01': { East: 30 },
      '2024-03-01': { West: 40, East: 20 },
    });
    expect(chart('stacked', chartFrom(byMonth)).series).toEqual(spec.series);
  });

  test('over time, a rate is a line each, never stacked', () => {
    const spec = chart(
      'lines',
      chartFrom(
        pairsOf('win_rate', ['month', 'region'], {
          '2024-02-01': { East: { value: 0.5, denominator: 2 }, West: { value: 0.4, denominator: 90 } },
          '2024-03-01': { West: { value: 0.3, denominator: 90 } },
        }),
      ),
    );
    // What stands on more comes first.
    expect(spec.series).toEqual([
      { label: 'West', values: [0.4, 0.3] },
      { label: 'East', values: [0.5, null] },
    ]);
  });

  test('more parts than colours: the rest of a sum are “others”, of a rate the most founded are shown, and it says so', () => {
    const months = { '2024-02-01': sixRegions((region) => 10 - region), '2024-03-01': sixRegions(() => 1) };
    const sums = chart('stacked', chartFrom(pairsOf('revenue', ['month', 'region'], months)));
    expect(sums.series.map(({ label }) => label)).toEqual([
      ...['Region 0', 'Region 1', 'Region 2', 'Region 3'],
      'Others (3)',
    ]);
    expect(sums.series.at(-1)?.values).toEqual([6 + 5 + 4, 3]);
    expect(sums.subtitle).toMatch(/ · top 4 of 7$/);
    const rates = chart('lines', chartFrom(pairsOf('win_rate', ['month', 'region'], months)));
    expect(rates.series).toHaveLength(maxSeries);
    expect(rates.series.map(({ label }) => label).join()).not.toContain('Others');
    expect(rates.subtitle).toMatch(/ · top 5 of 7$/);
  });

  test('neither over time: a bar of parts a row where they add up, else bars under each other', () => {
    const cells = { Anna: { Webinar: 5, Fair: 2 }, Boris: { Fair: 1 } };
    const spec = chart('parts', chartFrom(pairsOf('revenue', ['rep', 'source'], cells)));
    expect(spec.rows).toEqual(['Anna', 'Boris']);
    expect(spec.series).toEqual([
      { label: 'Webinar', values: [5, null] },
      { label: 'Fair', values: [2, 1] },
    ]);
    const rates = { Anna: { Webinar: 0.5, Fair: 0.2 }, Boris: { Fair: 1 } };
    expect(chart('grouped', chartFrom(pairsOf('win_rate', ['rep', 'region'], rates))).rows).toEqual(['Anna', 'Boris']);
  });

  test.each([
    ['a deal of two products is in both', 'deals_won', ['rep', 'product'], { Anna: { A: 3, B: 2 } }],
    ['a loss is no piece of a bar', 'gross_profit', ['rep', 'team'], { Anna: { A: 3, B: -2 } }],
  ] as const)('%s: nothing is stacked', (_, id, by, cells) => {
    chart('grouped', chartFrom(pairsOf(id, [...by], cells)));
  });

  test('more rows than room are folded where they add up, and cut where they do not', () => {
    const rows = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, rank) => [`Rep ${rank}`, { A: 100 - rank, B: 1 }]));
    const folded = chart('parts', chartFrom(pairsOf('revenue', ['rep', 'team'], rows(40))));
    expect(folded.rows).toHaveLength(maxBars);
    expect(folded.rows.at(-1)).toBe('Others (25)');
    expect(folded.series[1]).toEqual({ label: 'B', values: [...Array(15).fill(1), 25] });
    expect(folded.subtitle).toMatch(/ · top 15 of 40$/);
    const cut = chart('grouped', chartFrom(pairsOf('win_rate', ['rep', 'region'], rows(40))));
    expect(cut.rows).toHaveLength(maxGrouped / 2);
    expect(cut.subtitle).toMatch(/ · top 12 of 40$/);
  });

  test.each<[[Dimension, Dimension], Record<string, Record<string, { value: number; denominator: number }>>]>([
    [['weekday', 'hour'], { 1: { 9: { value: 0.9, denominator: 4 } }, 3: { 11: { value: 0.4, denominator: 5 } } }],
    [['hour', 'weekday'], { 9: { 1: { value: 0.9, denominator: 4 } }, 11: { 3: { value: 0.4, denominator: 5 } } }],
  ])('by %j is a heat map of days and hours without gaps, and says on how much each cell stands', (by, cells) => {
    const spec = chart('heat', chartFrom(pairsOf('call_answer_rate', by, cells)));
    expect(spec.rows).toEqual(['Monday', 'Tuesday', 'Wednesday']);
    expect(spec.columns).toEqual(['09:00', '10:00', '11:00']);
    const none = { value: null, count: 0 };
    expect(spec.cells).toEqual([
      [{ value: 0.9, count: 4 }, none, none],
      [none, none, none],
      [none, none, { value: 0.4, count: 5 }],
    ]);
    expect(spec.fewest).toBe(5);
    expect(spec.labels).toMatchObject({ count: 'calls', few: 'Under 5 calls', best: 'Best' });
  });

  test('a heat map of counts greys nothing and calls its highest so', () => {
    const spec = chart('heat', chartFrom(pairsOf('calls_made', ['weekday', 'hour'], { 2: { 8: 1, 9: 3 } })));
    expect(spec).toMatchObject({ fewest: 0, labels: { count: null, best: 'Highest' } });
  });

  test('“others” of a top list are no row of their own, and the rest is drawn', () => {
    const answer = pairsOf('revenue', ['rep', 'month'], { Anna: { '2024-03-01': 5 } });
    const others = { key: null, label: 'Others', others: 4, kpis: [figure('revenue', 9)] };
    const spec = chart('stacked', chartFrom({ ...answer, groups: [...answer.groups, others] }));
    expect(spec.series.map(({ label }) => label)).toEqual(['Anna']);
  });
});
