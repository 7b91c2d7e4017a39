import fc from 'fast-check';
import { expect, it } from 'vitest';
import target from '../../commands/target.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import type { Whose } from '../../src/kpi/question.ts';
import { statementsOf } from '../support/counted.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, shown } from './office.ts';

const db = useDatabase();

/** Last quarter's attainment of Anna, of Ben and of their team. */
async function lastQuarter(office: Office) {
  const asked = await office.asked('Olga');
  const period = { kind: 'last' as const, unit: 'quarter' as const };
  const [north] = asked.directory.teams.filter(({ name }) => name === 'North');
  const everybody: Whose[] = [
    ...['Anna', 'Ben'].map((name) => ({ scope: 'member' as const, memberId: office.id(name) })),
    { scope: 'team', teamIds: [north?.id ?? ''] },
  ];
  const answers = everybody.map((whose) => evaluate(asked, { kpis: ['revenue'], whose, period, by: [] }));
  return (await Promise.all(answers)).map(({ kpis: [kpi] }) => kpi?.target);
}

const whose = fc.constantFrom('anna', 'ben', 'team north');
/** Spans of this quarter and of later ones. */
const spans = [
  'this quarter',
  'this month',
  'next month',
  'next quarter',
  '2026-01',
  'today',
  'this week',
  'this year',
  'per month',
];
const span = fc.constantFrom(...spans);
const set = fc
  .tuple(whose, span, fc.integer({ min: 1, max: 900 }))
  .map(([who, when, goal]) => `set revenue ${goal}k ${when} for ${who}`);
const removal = fc.tuple(whose, span).map(([who, when]) => `remove revenue ${when} for ${who}`);
const deeds = fc.array(fc.oneof(set, removal, fc.constant('undo')), { minLength: 1, maxLength: 8 });

it('last quarter’s targets stand, whatever is set, removed or undone for this and later ones', async () => {
  const office = await openOffice(db());
  const say = async (words: string) => shown(await target.run(words, await office.asked('Maria')));
  const sure = async (words: string) => target.actions['target.set_anyway'](words, await office.asked('Maria'));
  await sure('revenue 120k last quarter for anna');
  for (const month of ['2025-10', '2025-11', '2025-12']) await sure(`revenue 30k ${month} for ben`);
  const before = await lastQuarter(office);
  expect(before).toEqual(['120000.00', '90000.00', '210000.00']);
  const changes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(deeds, async (words) => {
      let last = '';
      for (const deed of words) {
        if (deed === 'undo' && last === '') continue;
        const { said, buttons } =
          deed === 'undo'
            ? shown(await target.actions['target.undo'](last, await office.asked('Maria')))
            : await say(deed);
        last = buttons.find(({ label }) => label === 'Undo')?.value ?? '';
        for (const [change] of said.matchAll(/is now|is removed|are removed|again|withdrawn/g)) changes.add(change);
      }
      expect(await lastQuarter(office)).toEqual(before);
    }),
    { numRuns: 25 },
  );
  expect(changes).toContain('is now');
  expect(changes).toContain('is removed');
  expect(changes).toContain('again');
}, 60_000);

it('a target of a period that is over is changed after a question, which tells what it does to what was reached', async () => {
  const office = await openOffice(db());
  const { workspace } = await office.asked('Anna');
  await db().deal.create({
    data: {
      ...{ workspaceId: workspace.id, source: 'test', externalId: 'won', name: 'won', status: 'won', currency: 'USD' },
      ...{ amount: 9_200, ownerId: office.id('Anna'), closedOwnerId: office.id('Anna') },
      closedOn: new Date('2026-02-10'),
    },
  });
  const run = async (words: string) => shown(await target.run(words, await office.asked('Maria')));
  const press = async (id: 'target.set_anyway' | 'target.remove_anyway', value = '') =>
    shown(await target.actions[id](value, await office.asked('Maria'))).said;
  const reached = async () => {
    const whose = { scope: 'member' as const, memberId: office.id('Anna') };
    const period = { kind: 'last' as const, unit: 'month' as const };
    const { kpis } = await evaluate(await office.asked('Maria'), { kpis: ['revenue'], whose, period, by: [] });
    return kpis[0]?.target;
  };
  const first = await run('set revenue 10k last month for anna');
  expect(first.said).toMatch(
    /1–28 Feb 2026 is over, and \*Anna\* had no revenue target then: what was reached will be 92\s?% of it\. Set it anyway\?/,
  );
  expect(await reached()).toBeNull();
  const set = await target.actions['target.set_anyway'](first.buttons[0]?.value ?? '', await office.asked('Maria'));
  expect(shown(set).said).toContain('is now $10,000');
  expect(shown(set).said).not.toContain('message about it');
  expect(await db().targetNotice.count({ where: { workspaceId: workspace.id } })).toBe(0);

  const asking = await run('set revenue 11500 last month for anna');
  expect(asking.said).toMatch(
    /1–28 Feb 2026 is over: what \*Anna\* reached of the revenue target then will change from 92\s?% to 80\s?%\. Change it anyway\?/,
  );
  expect(await reached()).toBe('10000.00');
  expect(await press('target.set_anyway', asking.buttons[0]?.value)).toContain('is now $11,500 (was $10,000)');
  expect(await reached()).toBe('11500.00');
  const where = { workspaceId: workspace.id, startsOn: new Date('2026-02-01') };
  const rows = await db().target.findMany({ where, orderBy: { setAt: 'asc' } });
  expect(rows.map(({ value, setById }) => [Number(value), setById])).toEqual([
    [10_000, office.id('Maria')],
    [11_500, office.id('Maria')],
  ]);

  const removing = await run('remove revenue last month for anna');
  expect(removing.said).toContain('Change it anyway?');
  expect(await reached()).toBe('11500.00');
  expect(await press('target.remove_anyway', removing.buttons[0]?.value)).toContain('is removed');
  expect((await run('set revenue 5k next month for anna')).said).not.toContain('anyway');
});

it('a target of the running year is changed after a question, too, where it rules a part that is over', async () => {
  const office = await openOffice(db());
  const { workspace } = await office.asked('Anna');
  const press = async (id: 'target.set_anyway' | 'target.remove_anyway', value = '') =>
    shown(await target.actions[id](value, await office.asked('Maria'))).said;
  const run = async (words: string) => shown(await target.run(words, await office.asked('Maria')));
  const january = async () => {
    const whose = { scope: 'member' as const, memberId: office.id('Anna') };
    const period = { kind: 'month' as const, month: 1, year: 2026 };
    const { kpis } = await evaluate(await office.asked('Maria'), { kpis: ['revenue'], whose, period, by: [] });
    return Number(kpis[0]?.target);
  };
  await db().deal.create({
    data: {
      ...{ workspaceId: workspace.id, source: 'test', externalId: 'won', name: 'won', status: 'won', currency: 'USD' },
      ...{ amount: 10_000, ownerId: office.id('Anna'), closedOwnerId: office.id('Anna') },
      closedOn: new Date('2026-01-13'),
    },
  });
  expect((await run('set revenue 100k this year for anna')).said).toContain('is now $100,000');
  const before = await january();
  expect(before).toBeGreaterThan(0);
  expect((await run('set revenue 100k this year for anna')).said).not.toContain('anyway');

  const asking = await run('set revenue 200k this year for anna');
  expect(asking.said).toMatch(
    /A part of this period is over: what \*Anna\* reached of the revenue target will change in 1–31 Jan 2026 from 118.6\s?% to 59.3\s?%\. Change it anyway\?/,
  );
  expect(await january()).toBe(before);
  const pressed = target.actions['target.set_anyway'](asking.buttons[0]?.value ?? '', await office.asked('Maria'));
  const set = shown(await pressed);
  expect(set.said).toContain('is now $200,000 (was $100,000)');
  expect(await january()).toBeCloseTo(2 * before, 1);

  const undo = set.buttons.find(({ label }) => label === 'Undo')?.value ?? '';
  const back = shown(await target.actions['target.undo'](undo, await office.asked('Maria')));
  expect(back.said).toMatch(/will change in 1–31 Jan 2026 from 59.3\s?% to 118.6\s?%\. Take it back anyway\?/);
  expect(await january()).toBeCloseTo(2 * before, 1);
  const sure = async () =>
    target.actions['target.undo_anyway'](back.buttons[0]?.value ?? '', await office.asked('Maria'));
  expect(back.buttons.map(({ label }) => label)).toEqual(['Take it back anyway']);
  expect(shown(await sure()).said).toContain('is $100,000 again');
  expect(await january()).toBe(before);
  expect(shown(await sure()).said).toContain('already taken back');
  await press('target.set_anyway', asking.buttons[0]?.value);

  // A quarter's own target rules its months from now on, and January keeps what it is given itself.
  const quarter = await run('set revenue 50k this quarter for anna');
  expect(quarter.said).toContain('will change in 1–31 Jan 2026 from');
  expect(await january()).toBeCloseTo(2 * before, 1);
  await press('target.set_anyway', quarter.buttons[0]?.value);
  expect((await run('set revenue 300k this year for anna')).said).not.toContain('anyway');
  const removing = await run('remove revenue this quarter for anna');
  expect(removing.said).toContain('Change it anyway?');
  expect(await press('target.remove_anyway', removing.buttons[0]?.value)).toContain('is removed');
});

it('asks about many periods with no more statements than about two', async () => {
  const office = await openOffice(db());
  const asking = (words: string) =>
    statementsOf(db(), async (counted) => {
      const { said } = shown(await target.run(words, { ...(await office.asked('Maria')), db: counted }));
      expect(said).toContain('Change it anyway?');
    });
  const ofTwo = await asking('set revenue 10k per month from 2025-12 until 2026-01 for anna');
  expect(await asking('set revenue 10k per month from 2024-01 until 2026-02 for anna')).toBe(ofTwo);
});

it('a target below zero is told what is wrong with it', async () => {
  const office = await openOffice(db());
  const said = async (words: string) => shown(await target.run(words, await office.asked('Maria'))).said;
  expect(await said('set revenue -5 this month for anna')).toContain(
    '`-5` is no target for Revenue. Write a number above 0, such as `50000` or `50k`.',
  );
  expect(await said('set revenue -5k this month for anna')).toContain('`-5k` is no target');
});
