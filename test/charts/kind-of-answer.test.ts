import { describe, expect, test } from 'vitest';
import { chartAlt } from '../../src/charts/chart-text.ts';
import { chartQuestion, yearBeforeQuestion } from '../../src/charts/from-answer.ts';
import { maxBars } from '../../src/charts/spec.ts';
import type { Dimension } from '../../src/kpi/question.ts';
import { answerOf, chart, chartFrom, figure } from './answers.ts';

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
    expect(chartAlt(spec)).toMatch(/Records begin on 2 Mar 2023: the earlier period is incomplete\.$/);
    expect(chartAlt(chart('columns', chartFrom(answer, { yearBefore: months([1, 2]) })))).not.toContain('Records');
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
    expect(chartAlt(spec)).toMatch(/Highest: 26 Feb \+50 \(Promoters 12, Passives 6, Detractors 2\)\. Lowest: 11 Mar/);
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
