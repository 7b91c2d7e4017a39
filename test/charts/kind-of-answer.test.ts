import { describe, expect, test } from 'vitest';
import { chartText } from '../../src/charts/chart-text.ts';
import { chartQuestion, yearBeforeQuestion } from '../../src/charts/from-answer.ts';
import { maxBars, maxGrouped, maxSeries } from '../../src/charts/spec.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { answerOf, chartFrom, figure, pairsOf } from './answers.ts';

/** The chart, which must be of this kind. */
function chart<Kind extends string>(kind: Kind, drawn: ReturnType<typeof chartFrom>) {
  if (drawn?.kind !== kind) throw new Error(`a ${drawn?.kind ?? 'missing'} chart`);
  return drawn as Extract<NonNullable<typeof drawn>, { kind: Kind }>;
}

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

describe('several KPIs', () => {
  const by = (dimension: Dimension, ids: string[], areNamed = true) =>
    answerOf({
      by: [dimension],
      question: areNamed ? {} : { kpis: [] },
      kpis: ids.map((id) => figure(id, 3)),
      groups: ['2024-02-01', '2024-03-01'].map((key) => ({ key, label: key, kpis: ids.map((id) => figure(id, 2)) })),
    });

  test('of one unit stand beside each other', () => {
    const calls = ['calls_made', 'calls_answered'];
    const series = [
      { label: 'Calls made', values: [2, 2] },
      { label: 'Calls answered', values: [2, 2] },
    ];
    expect(chart('grouped', chartFrom(by('rep', calls))).series).toEqual(series);
    expect(chart('lines', chartFrom(by('month', calls))).series).toEqual(series);
  });

  test('of several units have no common axis: no chart rather than a wrong one; over time the first is shown', () => {
    const mixed = ['calls_made', 'call_answer_rate'];
    expect(chartFrom(by('rep', mixed))).toBeNull();
    expect(chart('columns', chartFrom(by('month', mixed))).title).toBe('Calls made by month · Acme');
    // Nobody named the numbers of one's job: the first of them is the one in front.
    expect(chart('bars', chartFrom(by('rep', mixed, false))).title).toBe('Calls made by person · Acme');
  });

  test('against targets are bullets under each other, where each has one', () => {
    const pace = { target: 40, actual: 10, expected: 20, projected: 30, toGo: 30, status: 'behind' as const };
    const [revenue, rate] = [figure('revenue', 10, { target: 40, pace }), figure('win_rate', 0.3, { target: 0.4 })];
    const answer = answerOf({ kpis: [revenue, rate] });
    expect(chartQuestion(answer)).toBeNull();
    const euros = { kind: 'money', currency: 'EUR' };
    expect(chart('bullet', chartFrom(answer)).rows).toEqual([
      { label: 'Revenue', unit: euros, value: 10, target: 40, expected: 20 },
      { label: 'Win rate', unit: { kind: 'percent' }, value: 0.3, target: 0.4, expected: null },
    ]);
    const over = chart('bullet', chartFrom(answerOf({ kpis: [revenue, rate], running: false })));
    expect(over.rows.map(({ expected }) => expected)).toEqual([null, null]);
    expect(chartQuestion(answerOf({ kpis: [revenue, figure('win_rate', 0.3)] }))).toMatchObject({ kpis: ['revenue'] });
    expect(chartQuestion(answerOf({ kpis: [revenue] }))).toMatchObject({ by: ['day'] });
    expect(chartQuestion(answerOf({ kpis: [revenue, rate], question: { kpis: [] } }))).toMatchObject({ by: ['day'] });
  });

  test('attainment alone is what was reached against the target it is about', () => {
    const answer = answerOf({ kpis: [figure('target_attainment', 0.25, { numerator: 10, denominator: 40 })] });
    expect(chart('bullet', chartFrom(answer))).toMatchObject({
      title: 'Attainment · Acme',
      rows: [{ label: 'Revenue', value: 10, target: 40, expected: null }],
    });
    const without = answerOf({ kpis: [figure('target_attainment', null, { numerator: null })] });
    expect(chartFrom(without)).toBeNull();
  });
});

describe('steps of a funnel', () => {
  const asked = (...ids: string[]) => answerOf({ kpis: ids.map((id, index) => figure(id, 10 + index)) });

  test.each([
    [
      ['deals_won', 'new_opportunities', 'proposals_sent'],
      ['Opened', 'Proposal', 'Won'],
      [11, 12, 10],
    ],
    [
      ['proposals_sent', 'deals_won'],
      ['Proposal', 'Won'],
      [10, 11],
    ],
    [
      ['leads_generated', 'qualified_leads'],
      ['Leads', 'Qualified'],
      [10, 11],
    ],
  ])('%j are drawn in their order', (ids, labels, values) => {
    const answer = asked(...ids);
    expect(chartQuestion(answer)).toBeNull();
    const { steps } = chart('funnel', chartFrom(answer));
    expect(steps).toEqual(labels.map((label, index) => ({ label, value: values[index] })));
  });

  test('of a cohort are how many of the same leads got so far', () => {
    const answer = answerOf({
      kpis: [
        figure('leads_generated', 400),
        figure('lead_qualification_rate', 0.5, { numerator: 200, denominator: 400 }),
        figure('lead_conversion_rate', 0.025, { numerator: 10, denominator: 400 }),
      ],
    });
    const spec = chart('funnel', chartFrom(answer));
    expect(spec.steps.map(({ value }) => value)).toEqual([400, 200, 10]);
    expect(spec.title).toBe('From lead to customer · Acme');
    expect(spec.subtitle).toBe('1–31 Mar 2024 · these leads so far');
  });

  test('with one left out between them, or alone, are no funnel', () => {
    for (const ids of [['new_opportunities', 'deals_won'], ['deals_won'], ['deals_won', 'deals_lost']]) {
      expect(chartFrom(asked(...ids))).toBeNull();
    }
  });
});

describe('compared with last year', () => {
  const months = (values: number[], question = {}) =>
    answerOf({
      by: ['month'],
      question,
      kpis: [figure('revenue', 3)],
      groups: values.map((value, index) => ({ key: `${index}`, label: `M${index}`, kpis: [figure('revenue', value)] })),
    });

  test('each column has the same stretch a year earlier beside it', () => {
    const answer = months([5, 6, 7], { against: 'lastYear' });
    expect(yearBeforeQuestion(answer)).toMatchObject({
      kpis: ['revenue'],
      by: ['month'],
      period: { kind: 'between', from: '2023-03-01', through: '2023-03-15' },
    });
    expect(yearBeforeQuestion(answer)).not.toHaveProperty('against');
    const spec = chart('columns', chartFrom(answer, { yearBefore: months([1, 2]) }));
    expect(spec.columns.map(({ value }) => value)).toEqual([5, 6, 7]);
    expect(spec.before?.values).toEqual([1, 2, null]);
  });

  test('a year before that is on record only in part is said to be so in the words beside the picture', () => {
    const answer = months([5, 6, 7], { against: 'lastYear' });
    const kpis = answer.kpis.map((kpi) => ({ ...kpi, previous: 3, recordsBegin: '2023-03-02' }));
    const spec = chart('columns', chartFrom({ ...answer, kpis }, { yearBefore: months([1, 2]) }));
    expect(chartText(spec).alt).toMatch(/Records begin on 2 Mar 2023: the earlier period is incomplete\.$/);
    expect(chartText(chart('columns', chartFrom(answer, { yearBefore: months([1, 2]) }))).alt).not.toContain('Records');
  });

  test('nothing is asked for where no year is compared, or nothing runs over time', () => {
    expect(yearBeforeQuestion(months([1]))).toBeNull();
    const byRep = answerOf({ by: ['rep'], question: { against: 'lastYear' }, kpis: [figure('revenue', 1)] });
    expect(yearBeforeQuestion(byRep)).toBeNull();
  });
});

describe('NPS', () => {
  const answers = (promoters: number, passives: number, detractors: number, margin = 20) =>
    figure('nps', (100 * (promoters - detractors)) / (promoters + passives + detractors), {
      loyalty: { promoters, passives, detractors, margin },
    });
  const group = (label: string, kpi: ReturnType<typeof figure>) => ({ key: label, label, kpis: [kpi] });
  const none = figure('nps', null, { noData: 'no_answers' });

  test('over time is who answered what, week by week, with a row for the week without answers', () => {
    const whole = answers(20, 10, 5, 21.4);
    const asked = answerOf({ kpis: [whole] });
    const question = chartQuestion(asked);
    expect(question?.by).toEqual(['week']);
    const groups = [group('26 Feb', answers(12, 6, 2)), group('4 Mar', none), group('11 Mar', answers(8, 4, 3))];
    const series = answerOf({ by: ['week'], kpis: [whole], groups });
    const spec = chart('loyalty', chartFrom(asked, { series }));
    expect(spec.title).toBe('NPS by week · Acme');
    expect(spec.subtitle).toMatch(/ · 43\u00a0±\u00a021 from 35 answers$/);
    expect(spec.rows).toEqual([
      { label: '26 Feb', promoters: 12, passives: 6, detractors: 2, score: 50 },
      { label: '4 Mar', promoters: 0, passives: 0, detractors: 0, score: null },
      { label: '11 Mar (so far)', promoters: 8, passives: 4, detractors: 3, score: 100 / 3 },
    ]);
    expect(chart('loyalty', chartFrom(series))).toEqual(spec);
    expect(chartText(spec).alt).toMatch(
      /Highest: 26 Feb \+50 \(Promoters 12, Passives 6, Detractors 2\)\. Lowest: 11 Mar/,
    );
  });

  test('by group leaves out who nobody answered for', () => {
    const groups = [group('Anna', answers(5, 1, 0)), group('Mia', none)];
    const spec = chart('loyalty', chartFrom(answerOf({ by: ['rep'], kpis: [answers(5, 1, 0)], groups })));
    expect(spec.rows.map(({ label }) => label)).toEqual(['Anna']);
  });

  test('of more weeks than fit the last are shown, and the subtitle says so', () => {
    const groups = Array.from({ length: 20 }, (_, week) => group(`Week ${week + 1}`, answers(week, 1, 0)));
    const spec = chart('loyalty', chartFrom(answerOf({ by: ['week'], kpis: [answers(9, 1, 0)], groups })));
    expect(spec.rows).toHaveLength(maxBars);
    expect(spec.rows[0]?.label).toBe('Week 5');
    expect(spec.subtitle).toContain(' · last 16 of 20 · ');
  });

  test('beside the year before it is columns, a line for the other year across them', () => {
    const groups = [group('Jan', answers(5, 1, 0)), group('Feb', answers(4, 1, 1))];
    const answer = answerOf({ by: ['month'], kpis: [answers(9, 2, 1)], groups });
    expect(chart('columns', chartFrom(answer, { yearBefore: answer })).before?.values).toHaveLength(2);
  });
});
