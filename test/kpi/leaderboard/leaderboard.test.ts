import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { leaderboardOf } from '../../../src/kpi/leaderboard/leaderboard.ts';
import { leaderboardMessage } from '../../../src/slack/messages/leaderboard.ts';
import { useDatabase } from '../../support/database.ts';
import { call, type Facts, lost, won } from '../../support/facts.ts';
import { tell } from '../asking.ts';

const db = useDatabase();
const march = { kind: 'month', month: 3, year: 2026 } as const;

async function board(facts: Facts, kpi: string) {
  const story = await tell(db(), facts);
  const asking = story.at('2026-06-15T12:00');
  return leaderboardOf(asking, { kpis: [kpi], whose: { scope: 'workspace' }, period: march, by: [] });
}
const places = ({ ranked }: Awaited<ReturnType<typeof board>>) => ranked.map(({ rank, name }) => `${rank} ${name}`);
const goal = (whose: string, value: number, kpi = 'revenue') => ({
  kpi,
  whose,
  from: '2026-03-01',
  to: '2026-04-01',
  value,
});

it('goes by attainment where there are goals, and sets apart who has none', async () => {
  const deals = [won('anna', '2026-03-03', 900), won('ben', '2026-03-03', 500), won('cleo', '2026-03-03', 9_000)];
  const found = await board({ deals, targets: [goal('anna', 1_000), goal('ben', 500)] }, 'revenue');
  expect(found.byAttainment).toBe(true);
  expect(places(found)).toEqual(['1 ben', '2 anna']);
  expect(found.withoutGoal.map(({ name }) => name)).toEqual(['cleo']);
});

it('counts who reached nothing and has no goal among the not ranked', async () => {
  const deals = [won('anna', '2026-03-03', 900), won('dora', '2026-02-03', 5)];
  const found = await board({ deals, targets: [goal('anna', 1_000)] }, 'revenue');
  expect(found.withoutGoal.map(({ name, kpi }) => [name, Number(kpi.value)])).toEqual([['dora', 0]]);
});

it('goes by the number where nobody has a goal, the lowest first where that is better', async () => {
  const deals = [
    ...['anna', 'ben'].flatMap((owner) =>
      Array.from({ length: 5 }, () =>
        won(owner, '2026-03-20', 10, { opened: owner === 'anna' ? '2026-03-01' : '2026-03-10' }),
      ),
    ),
    won('cleo', '2026-03-20', 10, { opened: '2026-03-19' }),
  ];
  const cycle = await board({ deals }, 'sales_cycle');
  expect(places(cycle)).toEqual(['1 ben', '2 anna']);
  expect(cycle.tooFew.map(({ name }) => name)).toEqual(['cleo']);
  expect(places(await board({ deals }, 'deals_won'))).toEqual(['1 anna', '1 ben', '3 cleo']);
});

it('puts none at all of what should be few first, and counts who has a goal but no data', async () => {
  const customers = ['anna', 'ben'].flatMap((owner) =>
    Array.from({ length: 5 }, (_, at) => [`${owner} ${at}`, { owner, since: '2025-06-01' }] as const),
  );
  const found = await board(
    {
      customers: {
        ...Object.fromEntries(customers),
        'ben 0': { owner: 'ben', since: '2025-06-01', churned: '2026-03-20' },
      },
      targets: ['anna', 'ben', 'cleo'].map((whose) => goal(whose, 0.1, 'churn_rate')),
    },
    'churn_rate',
  );
  expect(places(found)).toEqual(['1 anna', '2 ben']);
  expect(found.ranked.map(({ attainment }) => attainment)).toEqual([Number.POSITIVE_INFINITY, 0.5]);
  expect(found.withoutData.map(({ name }) => name)).toEqual(['cleo']);
  const reader = {
    now: Temporal.Instant.from('2026-06-15T12:00Z'),
    zone: 'UTC',
    me: '',
    seesAll: true,
    showsAmounts: true,
  };
  const said = JSON.stringify(leaderboardMessage(found, reader).blocks)
    .replaceAll('\u00A0', ' ')
    .replaceAll('\u202F', ' ');
  expect(said).toContain('1. anna  ∞ %  0 % of 10 %');
  expect(said).toContain('1 person with a target, without data, is not ranked');
});

it('ranks by a rate or by odds only who has enough behind it', async () => {
  const deals = [
    won('anna', '2026-03-03', 1),
    won('anna', '2026-03-03', 1),
    ...Array.from({ length: 5 }, () => lost('ben', '2026-03-04')),
    won('ben', '2026-03-03', 1),
  ];
  for (const kpi of ['win_rate', 'win_odds']) {
    const found = await board({ deals }, kpi);
    expect(places(found)).toEqual(['1 ben']);
    expect(found.tooFew.map(({ name }) => name)).toEqual(['anna']);
  }
});

it('has neither who wants to be on none nor who has left', async () => {
  const facts: Facts = {
    activities: [call('anna', '2026-03-03'), call('ben', '2026-03-03'), call('cleo', '2026-03-03')],
    people: { ben: { deactivated: '2026-04-01T09:00' } },
  };
  const story = await tell(db(), facts);
  const asking = story.at('2026-06-15T12:00');
  const cleo = asking.directory.members.find(({ name }) => name === 'cleo')!;
  await asking.db.member.update({
    where: { workspaceId_id: { workspaceId: asking.workspace.id, id: cleo.id } },
    data: { isUnranked: true },
  });
  const found = await leaderboardOf(asking, {
    kpis: ['calls_made'],
    whose: { scope: 'workspace' },
    period: march,
    by: [],
  });
  expect(places(found)).toEqual(['1 anna']);
  expect([...found.hidden]).toEqual([cleo.id]);
  expect(JSON.stringify(found.answer)).not.toContain('cleo');
});

it('remembers everybody’s own best', async () => {
  const activities = ['2026-01-07', '2026-01-08', '2026-03-03'].map((day) => call('anna', day));
  const more = ['2026-02-07', '2026-03-03', '2026-03-04'].map((day) => call('ben', day));
  const { ranked } = await board({ activities: [...activities, ...more] }, 'calls_made');
  const records = Object.fromEntries(
    ranked.map(({ name, record }) => [name, record && [record.kpi.value, record.label, record.isNow]]),
  );
  expect(records).toEqual({ anna: [2, 'Jan 2026', false], ben: [2, 'Mar 2026', true] });
});

it('is of nothing that is neither good nor bad', async () => {
  await expect(board({ activities: [call('anna', '2026-03-03')] }, 'voicemails_left')).rejects.toMatchObject({
    code: 'leaderboard.neither',
  });
});
