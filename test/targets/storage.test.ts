import { beforeEach, expect, it } from 'vitest';
import { type NewTarget, sayTargets, targetsFor } from '../../src/targets/storage.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const anna = '01900000-0000-7000-8000-00000000000a';
const ben = '01900000-0000-7000-8000-00000000000b';

let workspaceId: string;
beforeEach(async () => {
  workspaceId = (await db().workspace.create({ data: { name: 'Northwind' } })).id;
});

const target = (changes: Partial<NewTarget> = {}): NewTarget => ({
  workspaceId,
  kpi: 'revenue',
  scope: 'member',
  subjectId: anna,
  unit: 'month',
  startsOn: '2026-03-01',
  endsOn: '2026-04-01',
  value: '1000',
  currency: 'USD',
  setById: null,
  ...changes,
});
const sayOne = (goal: NewTarget) => sayTargets(db(), [goal]);
const march = {
  kpis: ['revenue'],
  memberIds: [anna],
  teamIds: [],
  includeWorkspace: false,
  from: '2026-03-01',
  to: '2026-04-01',
};
const found = async (wanted = {}) =>
  (await targetsFor(db(), workspaceId, { ...march, ...wanted })).map((row) => [row.scope, row.startsOn, row.value]);

it('The latest word on a span counts', async () => {
  await sayOne(target());
  await sayOne(target({ value: '1200.50' }));
  expect(await found()).toEqual([['member', '2026-03-01', '1200.5000']]);
});

it('The latest word counts also where the clock of who said the one before was ahead', async () => {
  const { value, ...goal } = target();
  const days = { startsOn: new Date(goal.startsOn), endsOn: new Date(goal.endsOn) };
  await db().target.create({ data: { ...goal, ...days, value, setAt: new Date('2999-01-01T00:00:00.000Z') } });
  await sayOne(target({ value: '1300' }));
  await sayOne(target({ value: '1400' }));
  expect(await found()).toEqual([['member', '2026-03-01', '1400.0000']]);
  const all = await db().target.findMany({ where: { workspaceId }, orderBy: { setAt: 'asc' } });
  expect(all.map((row) => Number(row.value))).toEqual([1000, 1300, 1400]);
});

it('A goal taken back is gone, though nothing is deleted', async () => {
  await sayOne(target());
  await sayOne(target({ value: null, currency: null }));
  expect(await found()).toEqual([]);
  expect(await db().target.count({ where: { workspaceId } })).toBe(2);
});

it('Spans that touch the days asked for are found, neighbours are not', async () => {
  await sayOne(target({ startsOn: '2026-02-01', endsOn: '2026-03-01' }));
  await sayOne(target({ unit: 'year', startsOn: '2026-01-01', endsOn: '2027-01-01', value: '9' }));
  await sayOne(target({ startsOn: '2026-04-01', endsOn: '2026-05-01' }));
  expect(await found()).toEqual([['member', '2026-01-01', '9.0000']]);
});

it('Only the subjects and KPIs asked for are found', async () => {
  await sayOne(target({ scope: 'workspace', subjectId: null, value: '3' }));
  await sayOne(target({ scope: 'team', subjectId: ben, value: '2' }));
  await sayOne(target({ subjectId: ben }));
  await sayOne(target({ kpi: 'deals_won' }));
  expect(await found()).toEqual([]);
  expect(await found({ includeWorkspace: true, teamIds: [ben] })).toEqual([
    ['team', '2026-03-01', '2.0000'],
    ['workspace', '2026-03-01', '3.0000'],
  ]);
});
