import fc from 'fast-check';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { recordOf } from '../../../src/kpi/moved/bests.ts';
import type { Moved } from '../../../src/kpi/moved/moved.ts';
import { whatMoved } from '../../../src/kpi/moved/what-moved.ts';
import { movedText } from '../../../src/slack/messages/moved.ts';
import { useDatabase } from '../../support/database.ts';
import { type ActivityFact, call, type Facts, lost, won } from '../../support/facts.ts';
import { plain } from '../../support/reading.ts';
import { type About, tell } from '../asking.ts';

vi.setConfig({ testTimeout: 60_000 });
const db = useDatabase();

/** What is said under the answer, to somebody who may see each person. */
async function moved(facts: Facts, kpis: readonly string[], about: About = {}, byPerson = true): Promise<Moved[]> {
  const story = await tell(db(), facts);
  const now = about.now ?? '2026-06-15T12:00';
  return whatMoved(story.at(now), await story.ask(kpis, about), byPerson);
}
const sentences = (found: readonly Moved[]) => plain(movedText(found)).split('\n').filter(Boolean);

const times = (count: number, make: (index: number) => ActivityFact) =>
  Array.from({ length: count }, (_, index) => make(index));
/** So many calls of somebody spread over a month's first weeks. */
const calls = (who: string, month: string, count: number) =>
  times(count, (index) => call(who, `${month}-${String((index % 20) + 1).padStart(2, '0')}`));

/** So that February is on record from its first day. */
const before = lost('ben', '2025-12-01');
const belongs = ['anna', 'ben', 'cleo'].map((who) => ({ who, team: 'East' }));

it('names who stands behind a change, and what the others did, so that it adds up', async () => {
  const activities = [
    ...calls('anna', '2026-02', 40),
    ...calls('ben', '2026-02', 40),
    ...calls('anna', '2026-03', 44),
    ...calls('ben', '2026-03', 4),
  ];
  const found = await moved({ activities, belongs }, ['calls_made'], { whose: 'team East' });
  expect(sentences(found)).toEqual(['Calls made fell by 32: ben −36, all others together +4.']);
});

it('a rep is not told of colleagues', async () => {
  const activities = [...calls('anna', '2026-02', 40), ...calls('ben', '2026-02', 40), ...calls('anna', '2026-03', 40)];
  expect(await moved({ activities, belongs }, ['calls_made'], { whose: 'team East' }, false)).toEqual([]);
});

it('says nothing of what chance explains', async () => {
  const activities = [...calls('anna', '2026-02', 20), ...calls('ben', '2026-02', 20), ...calls('anna', '2026-03', 30)];
  expect(sentences(await moved({ activities, belongs }, ['calls_made']))).toEqual([]);
});

it('tells who asks why also of what chance explains, and that it does', async () => {
  const activities = [...calls('anna', '2026-02', 20), ...calls('ben', '2026-02', 20), ...calls('anna', '2026-03', 30)];
  const found = await moved({ activities, belongs }, ['calls_made'], { why: true, whose: 'team East' });
  expect(sentences(found)[0]).toBe('Calls made fell by 10: ben −20, all others together +10. So much can be chance.');
});

it('says nothing of a group that only moved with everybody', async () => {
  const activities = ['anna', 'ben'].flatMap((who) => [...calls(who, '2026-02', 100), ...calls(who, '2026-03', 50)]);
  expect(sentences(await moved({ activities, belongs }, ['calls_made']))).toEqual([]);
});

it('says nothing of a change from a month that is on record only in part', async () => {
  const wins = (who: string, day: string, count: number) => Array.from({ length: count }, () => won(who, day, 100));
  const deals = [
    ...wins('anna', '2026-02-20', 20),
    ...wins('ben', '2026-02-20', 20),
    ...wins('anna', '2026-03-05', 80),
    ...wins('ben', '2026-03-05', 20),
  ];
  const drivers = (found: Moved[]) => found.filter(({ kind }) => kind === 'driven');
  expect(drivers(await moved({ deals }, ['deals_won']))).toEqual([]);
  expect(drivers(await moved({ deals: [...deals, before] }, ['deals_won']))).toHaveLength(1);
});

it('finds what is behind a win rate, in points', async () => {
  const deals = ['2026-02', '2026-03'].flatMap((month) => [
    ...Array.from({ length: 20 }, () => won('anna', `${month}-05`, 100)),
    ...Array.from({ length: 20 }, () =>
      month === '2026-02' ? won('ben', `${month}-06`, 100) : lost('ben', `${month}-06`),
    ),
    ...Array.from({ length: 20 }, () => lost('cleo', `${month}-07`)),
  ]);
  const found = await moved({ deals: [...deals, before] }, ['win_rate']);
  expect(sentences(found)).toEqual(['Win rate fell by 33.3 pts, all of it by ben.']);
});

it('one large deal is no news, however large the change', async () => {
  const deals = [won('anna', '2026-02-03', 1_000), won('ben', '2026-02-03', 1_000), won('anna', '2026-03-03', 50_000)];
  expect(sentences(await moved({ deals }, ['revenue']))).toEqual([]);
});

it('deals of several products do not add up to a change by product', async () => {
  const lines = [
    { product: 'Anvil', price: 1 },
    { product: 'Bell', price: 1 },
  ];
  const deals = Array.from({ length: 20 }, () => won('anna', '2026-03-03', 2, { lines }));
  expect(sentences(await moved({ deals }, ['deals_won'], { whose: 'anna' }))).toEqual([]);
});

it('tells the best month since the last one that was as good', async () => {
  const months = [
    '2025-04',
    '2025-05',
    '2025-06',
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ];
  const activities = [
    ...calls('anna', '2025-04', 12),
    ...months.flatMap((month) => calls('anna', month, 3)),
    ...calls('anna', '2026-03', 9),
  ];
  expect(sentences(await moved({ activities }, ['calls_made'], { whose: 'anna' }))).toEqual([
    'Calls made: the best month since Apr 2025.',
  ]);
  const running: About = { whose: 'anna', period: { kind: 'this', unit: 'month' }, now: '2026-03-28T12:00' };
  expect(sentences(await moved({ activities: activities.slice(12) }, ['calls_made'], running))).toEqual([
    'Calls made: already the best month of the last 11.',
  ]);
});

it('a tie is no best, and neither is a best of fewer than eight', () => {
  expect(recordOf(5, [1, 1, 1, 1, 1, 1, 1, 1])).toEqual({ periods: 8, isSince: false });
  expect(recordOf(5, [0, 1, 1, 1, 1, 1, 1, 1])).toBeNull();
  expect(recordOf(5, [1, 1, 1, 1, 1, 1, 1, 5])).toBeNull();
  expect(recordOf(5, [9, 1, 1, 1, 1, 1, 1, 1, 1])).toEqual({ periods: 8, isSince: true });
  fc.assert(
    fc.property(fc.nat(20), fc.array(fc.nat(20), { maxLength: 20 }), (value, history) => {
      const found = recordOf(value, history);
      if (!found) return;
      expect(found.periods).toBeGreaterThanOrEqual(8);
      expect(Math.max(...history.slice(-found.periods))).toBeLessThan(value);
      if (found.isSince) expect(history.at(-found.periods - 1)).toBeGreaterThanOrEqual(value);
    }),
  );
});

it('tells what was on pace at the end of the last working day and no longer is', async () => {
  // 22 working days; by Friday evening 10 are over, by Monday evening 11.
  const targets = [{ kpi: 'calls_made', whose: 'anna', from: '2026-03-01', to: '2026-04-01', value: 44 }];
  const about: About = { whose: 'anna', period: { kind: 'this', unit: 'month' }, now: '2026-03-16T17:00' };
  const enough = times(19, (index) => call('anna', `2026-03-${String((index % 5) + 2).padStart(2, '0')}T10:00`));
  expect(sentences(await moved({ activities: enough, targets }, ['calls_made'], about))).toEqual([
    'Calls made is slipping: on pace at the end of Fri 13 Mar, behind by 3 now.',
  ]);
  expect(sentences(await moved({ activities: enough.slice(3), targets }, ['calls_made'], about))).toEqual([]);
});

it('never takes more than three sentences, and one for a KPI', async () => {
  const activities = [
    ...calls('anna', '2026-02', 80),
    ...calls('ben', '2026-02', 10),
    ...calls('anna', '2026-03', 10),
    ...calls('ben', '2026-03', 10),
  ];
  const kpis = ['calls_made', 'calls_answered', 'activities_logged', 'outbound_activities'];
  const found = await moved({ activities, belongs }, kpis, { whose: 'team East' });
  expect(found.length).toBe(2);
  expect(new Set(found.map(({ kpi }) => kpi.id)).size).toBe(2);
});

/** How many statements of any kind reach the database meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

it('looks back with one statement for each kind of fact, and for reasons with one for each and dimension', async () => {
  const months = Array.from({ length: 11 }, (_, index) => `2025-${String(index + 2).padStart(2, '0')}`);
  const facts: Facts = {
    belongs,
    activities: [
      ...calls('anna', '2026-01', 5),
      ...calls('anna', '2026-02', 80),
      ...times(19, (index) => call('anna', `2026-03-${String((index % 5) + 2).padStart(2, '0')}T10:00`)),
    ],
    deals: [...months, '2026-03', '2026-03'].map((month) => won('ben', `${month}-05`, 100)),
    targets: [{ kpi: 'calls_made', whose: 'team East', from: '2026-03-01', to: '2026-04-01', value: 44 }],
  };
  const story = await tell(db(), facts);
  const about: About = { whose: 'team East', period: { kind: 'this', unit: 'month' }, now: '2026-03-16T17:00' };
  const asking = story.at('2026-03-16T17:00');
  const plainly = await statementsOf(() => story.ask(['calls_made', 'deals_won'], about));
  const answer = await story.ask(['calls_made', 'deals_won'], about);
  let found: Moved[] = [];
  const more = await statementsOf(async () => {
    found = await whatMoved(asking, answer, true);
  });
  expect(found.map(({ kind }) => kind).sort()).toEqual(['best', 'slip']);
  // Of activities and deals: their numbers, and the targets; then both looked back at, and one count that fell, by two things.
  expect([plainly, more]).toEqual([3, 2 + 2]);
});

it('costs nothing where nothing has moved', async () => {
  const activities = [...calls('anna', '2026-02', 40), ...calls('ben', '2026-02', 40), ...calls('anna', '2026-03', 10)];
  const story = await tell(db(), { activities, belongs });
  const quiet = await story.ask(['calls_made'], { period: { kind: 'year', year: 2020 } });
  expect(await statementsOf(() => whatMoved(story.at('2026-06-15T12:00'), quiet, true))).toBe(0);
  const fallen = await story.ask(['calls_made', 'calls_answered']);
  expect(await statementsOf(() => whatMoved(story.at('2026-06-15T12:00'), fallen, true))).toBe(2);
});

it('a best of years is not looked for: it would count a decade', async () => {
  const years = Array.from({ length: 9 }, (_, index) => String(2016 + index));
  const activities = [...years.flatMap((year) => calls('anna', `${year}-03`, 3)), ...calls('anna', '2025-03', 9)];
  const period = { kind: 'year', year: 2025 } as const;
  expect(sentences(await moved({ activities }, ['calls_made'], { whose: 'anna', period }))).toEqual([]);
});
