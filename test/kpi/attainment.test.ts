import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { vocabularyFor } from '../../commands/vocabulary.ts';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { useDatabase } from '../support/database.ts';
import { call, type Facts, lost, open, won } from '../support/facts.ts';
import { storeFacts } from '../support/store-facts.ts';
import { type About, days, tell } from './asking.ts';

const db = useDatabase();

const goal = (kpi: string, value: number, whose?: string) => ({
  ...{ kpi, value, from: '2026-03-01', to: '2026-04-01' },
  ...(whose ? { whose } : {}),
});

/** Anna and Ben of team North called three times and won one deal of two, after 40 days. */
const team: Facts = {
  belongs: [
    { who: 'anna', team: 'North' },
    { who: 'ben', team: 'North' },
  ],
  activities: [call('anna', '2026-03-02'), call('anna', '2026-03-03'), call('ben', '2026-03-03')],
  deals: [won('anna', '2026-03-12', 500, { opened: '2026-01-31' }), lost('ben', '2026-03-12')],
};

it('is of any KPI that has a goal, and upside down where lower is better', async () => {
  const targets = [goal('calls_made', 4), goal('win_rate', 0.4), goal('sales_cycle', 30)];
  const story = await tell(db(), { ...team, targets });
  const attainment = async (kpi: string) => (await story.kpi(`target_attainment:${kpi}`)).value;
  expect(await attainment('calls_made')).toBe(0.75);
  expect(await attainment('win_rate')).toBe(1.25);
  expect(await attainment('sales_cycle')).toBe(0.75); // 30 / 40
  expect(await attainment('deals_won')).toBeNull();
});

it('is compared with what was reached of the target there was then, of a running month by the same day of the whole target', async () => {
  const february = { kpi: 'revenue', from: '2026-02-01', to: '2026-03-01', value: 1000, whose: 'anna' };
  const march = { ...february, from: '2026-03-01', to: '2026-04-01', value: 800 };
  const pipeline = { amount: 300, states: [{ from: '2026-01-01' }] };
  const deals = [won('anna', '2026-02-03', 400), won('anna', '2026-02-20', 300), won('anna', '2026-03-05', 600)];
  const story = await tell(db(), { ...team, targets: [february, march], deals: [...deals, open('anna', pipeline)] });
  const said = async (about: About) => {
    const { kpis } = await story.ask(['target_attainment', 'pipeline_coverage'], { whose: 'anna', ...about });
    return kpis.map(({ value, previous }) => [value, previous]);
  };
  expect(await said({})).toEqual([
    [0.75, 0.7],
    [1.5, 1], // 300 / 200, 300 / 300
  ]);
  expect(await said({ period: { kind: 'this', unit: 'month' }, now: '2026-03-12T18:00' })).toEqual([
    [0.75, 0.4],
    [1.5, 0.5], // 300 / 600
  ]);
  const none = await tell(db(), { ...team, targets: [march], deals });
  expect(await none.kpi('target_attainment', { whose: 'anna' })).toMatchObject({ value: 0.75, previous: null });
});

it('stands beside each person and team that has a goal', async () => {
  const targets = [goal('calls_made', 4, 'anna'), goal('calls_made', 2, 'ben'), goal('win_rate', 0.5, 'anna')];
  const story = await tell(db(), { ...team, targets });
  expect(await story.groups('target_attainment:calls_made', 'rep')).toEqual({ anna: 0.5, ben: 0.5 });
  expect(await story.groups('target_attainment:calls_made', 'team')).toEqual({ North: 0.5 });
  expect(await story.groups('target_attainment:win_rate', 'rep')).toEqual({ anna: 2, ben: null });
  await expect(story.groups('target_attainment:calls_made', 'type')).rejects.toMatchObject({
    code: 'kpi.no_dimension',
  });
});

it('where only some have a goal counts what these did, above the line and below, then and now, and in its records', async () => {
  const belongs = [
    ...['anna', 'ben', 'cleo'].map((who) => ({ who, team: 'North' })),
    ...['dora', 'emil'].map((who) => ({ who, team: 'South' })),
  ];
  const months = {
    february: { from: '2026-02-01', to: '2026-03-01' },
    march: { from: '2026-03-01', to: '2026-04-01' },
  };
  const targets = [
    { kpi: 'revenue', whose: 'anna', value: 200, ...months.march },
    { kpi: 'revenue', whose: 'ben', value: 100, ...months.march },
    { kpi: 'revenue', whose: 'cleo', value: 50, ...months.february },
    { kpi: 'revenue', whose: 'team South', value: 100, ...months.march },
  ];
  const standing = (owner: string, amount: number) => open(owner, { amount, states: [{ from: '2026-01-01' }] });
  const deals = [
    ...[won('anna', '2026-03-05', 30), won('ben', '2026-03-06', 30), won('cleo', '2026-03-07', 900)],
    ...[won('cleo', '2026-03-08', null), won('ben', '2026-03-08', null), won('dora', '2026-03-09', 40)],
    ...[won('anna', '2026-02-05', 700), won('cleo', '2026-02-06', 10)],
    ...[standing('anna', 480), standing('cleo', 1000)],
  ];
  const story = await tell(db(), { belongs, targets, deals });
  const of = async (about: About) => {
    const { kpis } = await story.ask(['target_attainment', 'pipeline_coverage', 'revenue'], about);
    return kpis.map(({ value, previous }) => [value, previous]);
  };
  const north = { whose: 'team North' };
  expect(await of(north)).toEqual([
    [0.2, 0.2], // 60 / 300, 10 / 50
    [2, 25], // 480 / 240, 1000 / 40
    ['960.00', '710.00'],
  ]);
  expect(await story.kpi('target_attainment', north)).toMatchObject({
    ...{ numerator: '60.00', denominator: '300.00', leftOut: [{ reason: 'no_amount', count: 1 }] },
    targetOf: { withTarget: 2, members: 3, sum: '300.00' },
  });
  expect(await story.groups('target_attainment', 'team')).toEqual({ South: 0.4, North: 0.2 });
  expect((await of({ whose: 'team North + South' }))[0]).toEqual([0.25, null]); // 100 / 400
  expect((await of({}))[0]).toEqual([0.2, 0.2]);

  const added = async (kpi: string, about: About, group: string[] = []) => {
    const behind = await story.records(kpi, 'numerator', about, { group });
    return [behind?.sum, behind?.shown];
  };
  expect(await added('target_attainment', north)).toEqual(['60', 2]);
  expect(await added('pipeline_coverage', north)).toEqual(['480', 1]);
  expect(await added('target_attainment', { by: 'team' }, [story.id('team', 'North')])).toEqual(['60', 2]);
  expect(await added('target_attainment', { whose: 'team North + South' })).toEqual(['100', 3]);
  expect((await story.records('target_attainment', 'leftOut', north))?.shown).toBe(1);
});

it('over time is that of each part as if it were asked for alone', async () => {
  const belongs = ['anna', 'ben'].map((who) => ({ who, team: 'North' }));
  const monthly = (whose: string, month: number, value: number) => ({
    ...{ kpi: 'revenue', whose, value },
    ...{ from: `2026-0${month}-01`, to: `2026-0${month + 1}-01` },
  });
  const targets = [
    ...[1, 2, 3].map((month) => monthly('anna', month, 100 * month)),
    ...[monthly('ben', 2, 60), { kpi: 'win_rate', value: 0.5, from: '2026-01-01', to: '2027-01-01' }],
  ];
  const deals = [
    ...[won('anna', '2026-01-10', 50), won('anna', '2026-02-02', 120), won('anna', '2026-03-03', 90)],
    ...[won('ben', '2026-02-03', 30), won('ben', '2026-03-04', 500), lost('anna', '2026-03-03')],
  ];
  const story = await tell(db(), { belongs, targets, deals });
  const ids = ['target_attainment', 'target_attainment:win_rate'];
  const now = '2026-03-18T12:00';
  const year = { kind: 'this', unit: 'year' } as const;
  const alone = async (from: string, through: string, whose?: string) => {
    const { kpis } = await story.ask(ids, { period: days(from, through), now, whose });
    return kpis.map(({ value, targetOf }) => [value, targetOf]);
  };
  for (const whose of [undefined, 'anna', 'team North']) {
    for (const by of ['month', 'week'] as const) {
      const { groups } = await story.ask(ids, { period: year, now, whose, by });
      for (const [index, { key, kpis }] of groups.entries()) {
        const next = groups[index + 1]?.key ?? (by === 'month' ? '2026-04-01' : '2026-03-23');
        const through = Temporal.PlainDate.from(next).subtract({ days: 1 }).toString();
        expect(kpis.map(({ value, targetOf }) => [value, targetOf])).toEqual(await alone(key ?? '', through, whose));
      }
    }
  }
  const about = { period: year, now, by: 'month' } as const;
  expect(await story.groups('target_attainment', 'month', about)).toEqual({
    ...{ '2026-01-01': 0.5, '2026-02-01': 150 / 260, '2026-03-01': 0.3 }, // 50 / 100, 90 / 300
  });
  const { groups } = await story.ask(ids, { ...about, by: ['rep', 'month'] });
  const anna = groups.find(({ label }) => label === 'anna')?.groups?.map(({ kpis: [kpi] }) => kpi?.value);
  expect(anna).toEqual([0.5, 0.6, 0.3]);
  const sum = (await story.records('target_attainment', 'numerator', about, { group: ['2026-03-01'] }))?.sum;
  expect(sum).toBe('90');
});

it('of one person is not held against the target of their team', async () => {
  const story = await tell(db(), { ...team, targets: [goal('calls_made', 4, 'team North')] });
  expect(await story.groups('target_attainment:calls_made', 'team')).toEqual({ North: 0.75 });
  expect(await story.groups('target_attainment:calls_made', 'team', { whose: 'anna' })).toEqual({});
});

it('asked for alone is of each KPI of the job that has a goal, and of revenue where none has', async () => {
  const asked = async (targets: Facts['targets'] = []) => {
    const { kpis } = await (await tell(db(), { ...team, targets })).ask(['target_attainment']);
    return Object.fromEntries(kpis.map(({ id, value }) => [id, value]));
  };
  expect(await asked()).toEqual({ target_attainment: null });
  expect(await asked([goal('revenue', 1000)])).toEqual({ target_attainment: 0.5 });
  expect(await asked([goal('revenue', 1000), goal('deals_won', 2), goal('calls_made', 9)])).toEqual({
    'target_attainment:revenue': 0.5,
    'target_attainment:deals_won': 0.5,
  }); // calls are no KPI of a manager
});

it('a goal in another currency counts at the rate of its first day', async () => {
  const rates = [
    { currency: 'EUR', from: '2026-01-01', rate: 1.25 },
    { currency: 'EUR', from: '2026-03-02', rate: 2 },
  ];
  const story = await tell(db(), { ...team, rates, targets: [{ ...goal('avg_deal_size', 800), currency: 'EUR' }] });
  expect((await story.kpi('target_attainment:avg_deal_size')).value).toBe(0.5); // 500 / 1000
});

it('is asked for with the KPI before or behind it', async () => {
  const { workspace } = await storeFacts(db(), {});
  const directory = await loadDirectory(db(), workspace.id);
  const vocabulary = vocabularyFor({ directory, workspace, now: Temporal.Now.instant(), member: null });
  const kpis = (words: string) => {
    const parsed = parseQuestion(words, vocabulary);
    return parsed.ok ? parsed.question.kpis : parsed.problems;
  };
  expect(kpis('attainment')).toEqual(['target_attainment']);
  expect(kpis('attainment of calls last month')).toEqual(['target_attainment:calls_made']);
  expect(kpis('win-rate attainment by rep')).toEqual(['target_attainment:win_rate']);
  expect(kpis('calls, attainment')).toEqual(['calls_made', 'target_attainment']);
  expect(kpis('target_attainment:calls_made')).toEqual(['target_attainment:calls_made']);
});
