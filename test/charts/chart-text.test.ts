import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartAlt, chartCsv, chartLines } from '../../src/charts/chart-text.ts';
import {
  bars,
  bullet,
  columns,
  compared,
  funnel,
  grouped,
  heat,
  lines,
  loyalty,
  pace,
  parts,
  sparkline,
  stacked,
} from './specs.ts';

test('of a few and the others neither end is the others, and of equal bars there are no ends', () => {
  const of = (...values: number[]) => ({ ...bars, bars: values.map((value, at) => ({ label: `Bar ${at}`, value })) });
  const rest = { label: '8 others', value: 99, isRest: true };
  const few = { ...bars, bars: [...of(5, 3).bars, rest] };
  expect(chartAlt(few)).toMatch(/Highest: Bar 0 5\. Lowest: Bar 1 3\.$/);
  expect(chartAlt(of(0, 0, 0))).toMatch(/2024\. All of them 0\.$/);
});

test.each([
  [
    pace,
    'Line chart: Revenue – Anna Keller, March 2024, on pace: 65% of target. So far (19 Mar) $76K. Projected $125K. Target $120K.',
  ],
  [bars, 'Bar chart: Deals won by rep, Q1 2024. Highest: Anna Keller 40. Lowest: Daniell Hammack 0.'],
  [
    columns,
    'Column chart: Meetings held, by month, last six. Highest: Jan 160. Lowest: Feb 40. Last: Mar (so far) 60.',
  ],
  [heat, 'Heat map: Best time to call, Call answer rate, Q1 2024. Best: Tue 10:00, 62% (50 Calls).'],
  [
    stacked,
    'Stacked column chart: Revenue by region by month, this half-year. Highest: May €125K. Lowest: Jan €100K. Last: Jun (so far) €45K.',
  ],
  [
    lines,
    'Line chart: Win rate by region by month, this half-year. East: Highest: Apr 52%. Lowest: Jan 40%. Last: Jun (so far) 60%.',
  ],
  [
    parts,
    'Stacked bar chart: Revenue by person by product, Q1 2024. Highest: Anna Keller €125K. Lowest: Boris Faz €20K.',
  ],
  [
    grouped,
    'Bar chart: Win rate by team by product, Q1 2024. GTX Pro: Highest: North 60%. Lowest: South 30%. GTX Basic: North 30%.',
  ],
  [
    bullet,
    'Bullet chart: Against targets · Anna Keller, 1–31 Mar 2024. Revenue €30K of €60K: 50% (Even pace by now €40K).',
  ],
  [funnel, 'Funnel: From lead to customer, Leads of Q1 2024. Leads 400, Converted 10: 2.5%.'],
  [
    loyalty,
    'Stacked bar chart: NPS by quarter, 412 answers. Highest: Q4 2024 +68 (Promoters 70, Passives 28, Detractors 2). Lowest: Q2 2024 −25 (Promoters 20, Passives 35, Detractors 45).',
  ],
  [sparkline, 'Sparkline: Revenue, last twelve weeks. Highest: W12 $24K. Lowest: W1 $8K. Last: W12 $24K.'],
])('$kind is told in words: %#', (spec, words) => {
  const alt = chartAlt(spec);
  // Of several courses or targets the first is enough to see how all are told.
  expect(spec.kind === 'lines' || spec.kind === 'bullet' ? alt.slice(0, words.length) : alt).toBe(words);
});

test('a target that is all but reached is not told to be reached, as in messages', () => {
  const short = { ...bullet, rows: [{ ...bullet.rows[0]!, value: 99_970, target: 100_000 }] };
  expect(chartAlt(short)).toContain(': 99.9%');
});

test('its numbers are told row by row, and what is not known as “–”', () => {
  expect(chartLines(bars).slice(0, 2)).toEqual(['Anna Keller: Won 40, Target 36', 'Zane Levy: Won 20, Target 30']);
  expect(chartLines(bars).at(-1)).toBe('Boris Faz: Won –, Target –');
  expect(chartLines(columns).at(-1)).toBe('Mar (so far): 60');
  expect(chartLines(heat)).toContain('Tue 10:00: Answer rate 62%, Calls 50');
  expect(chartLines(stacked)[1]).toBe('Feb: East €52K, West €26K, Central €24K, Others €9K, Total €111K');
  expect(chartLines(lines)[2]).toBe('Mar: East 50%, West –, Central –');
  expect(chartLines(parts)[2]).toBe('Boris Faz: GTX Pro –, GTX Basic €20K, Others (4) –, Total €20K');
  expect(chartLines(grouped)).toEqual(['North: GTX Pro 60%, GTX Basic 30%', 'South: GTX Pro 30%, GTX Basic –']);
  expect(chartLines(bullet).slice(1)).toEqual([
    'Calls made: Actual 300, Target 240, Even pace by now 160, Of target 125%',
    'Win rate: Actual 30%, Target 40%, Even pace by now –, Of target 75%',
    'Show rate: Actual –, Target 80%, Even pace by now –, Of target –',
  ]);
  expect(chartLines(compared).at(-1)).toBe('Mar (so far): Actual 60, A year before 130');
  expect(chartLines(funnel)[1]).toBe('Qualified: Value 200, From the step before 50%');
  expect(chartLines(loyalty)[0]).toBe('Q1 2024: Detractors 20, Passives 30, Promoters 50, NPS 30');
});

test('where too few calls stand behind every hour, no hour is called best', () => {
  expect(chartAlt({ ...heat, fewest: 1_000 })).toMatch(/Nothing stands on enough to be called best\.$/);
  // The hour with the highest rate has but two calls.
  expect(chartAlt({ ...heat, fewest: 2 })).toMatch(/Best: Fri 17:00, 100% \(2 Calls\)\.$/);
});

test('without any number the words say so', () => {
  const nothing = columns.columns.map(({ label }) => ({ label, value: null }));
  expect(chartAlt({ ...columns, columns: nothing })).toMatch(/No data\.$/);
});

test('a heat map of counts does not count its counts', () => {
  const counts = { ...heat, labels: { ...heat.labels, count: null, best: 'Highest' }, fewest: 0 };
  expect(chartLines(counts)[1]).toBe('Mon 10:00: 29%');
  expect(chartAlt(counts)).toMatch(/Highest: Fri 17:00, 100%\.$/);
});

test.each([bars, bullet, columns, compared, funnel, grouped, heat, lines, loyalty, pace, parts, sparkline, stacked])(
  'the numbers of $kind come back from the CSV',
  (spec) => {
    const rows: string[][] = parse(chartCsv(spec));
    expect(rows).toHaveLength(chartLines(spec).length + 1);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  },
);

test('the CSV has the numbers unrounded, and nothing for no data', () => {
  expect(chartCsv(bars).split('\r\n').slice(0, 2)).toEqual(['Group,Won,Target', 'Anna Keller,40,36']);
  expect(chartCsv(bars)).toContain('Boris Faz,,\r\n');
  expect(chartCsv(loyalty)).toContain('Q2 2024,45,35,20,-25\r\n');
});

test('no name in the CSV is a formula to a spreadsheet, and all names come back', () => {
  const name = fc
    .string()
    .chain((rest) => fc.constantFrom('=', '+', '-', '@', '\t', '"', ',', '\n', ' =', 'x').map((first) => first + rest));
  fc.assert(
    fc.property(name, (label) => {
      const rows: string[][] = parse(chartCsv({ ...bars, bars: [{ label, value: -5 }] }), {
        relax_column_count: false,
      });
      const [written, value] = rows[1]!;
      expect(written).not.toMatch(/^\s*[=+\-@]/);
      expect([label, `'${label}`]).toContain(written);
      expect(value).toBe('-5');
    }),
  );
});
