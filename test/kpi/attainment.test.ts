import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { vocabularyFor } from '../../commands/vocabulary.ts';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { loadDirectory } from '../../src/people/directory.ts';
import { useDatabase } from '../support/database.ts';
import { call, type Facts, lost, open, won } from '../support/facts.ts';
import { storeFacts } from '../support/store-facts.ts';
import { type About, tell } from './asking.ts';

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
