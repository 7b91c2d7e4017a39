import fc from 'fast-check';
import { expect, it } from 'vitest';
import target from '../../commands/target.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import type { Whose } from '../../src/kpi/question.ts';
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
  await say('set revenue 120k last quarter for anna');
  for (const month of ['2025-10', '2025-11', '2025-12']) await say(`set revenue 30k ${month} for ben`);
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
    { numRuns: 40 },
  );
  expect(changes).toContain('is now');
  expect(changes).toContain('is removed');
  expect(changes).toContain('again');
}, 60_000);
