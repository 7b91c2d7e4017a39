import { beforeEach, describe, expect, it } from 'vitest';
import target from '../../commands/target.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { useDatabase } from '../support/database.ts';
import { type Office, openOffice, type Shown, shown } from './office.ts';

const db = useDatabase();
let office: Office;

beforeEach(async () => {
  office = await openOffice(db());
});

const say = async (words: string, who = 'Maria') => shown(await target.run(words, await office.asked(who)));
const undo = async ({ buttons: [button] }: Shown, who = 'Maria') =>
  shown(await target.actions['target.undo'](button?.value ?? '', await office.asked(who)));

/** First days and values of a member's goals in force. */
async function goalsOf(name: string): Promise<[string, number][]> {
  const { workspace } = await office.asked(name);
  const rows = await db().target.findMany({
    where: { workspaceId: workspace.id, subjectId: office.id(name), kpi: 'revenue' },
    orderBy: [{ startsOn: 'asc' }, { endsOn: 'desc' }, { setAt: 'asc' }],
  });
  const latest = new Map(rows.map((row) => [`${row.startsOn} ${row.endsOn}`, row]));
  return [...latest.values()].flatMap(({ startsOn, value }) =>
    value === null ? [] : [[startsOn.toISOString().slice(0, 10), Number(value)]],
  );
}

/** What evaluate makes of it. */
async function figureOf(kpi: string, name: string, from: string, through: string) {
  const asked = await office.asked(name);
  const whose = { scope: 'member' as const, memberId: office.id(name) };
  const answer = await evaluate(asked, { kpis: [kpi], whose, period: { kind: 'between', from, through }, by: [] });
  return answer.kpis[0];
}

describe('/target set … per month', () => {
  it('sets a year of months from the running one on, and says so', async () => {
    const { said } = await say('set revenue 50k per month for @ben');
    expect(said).toContain(
      '*Ben*: the revenue target for each month from 1 Mar 2026 – 28 Feb 2027 is now $50,000 (12 months).',
    );
    expect(said).toContain('without one it is set for a year');
    const goals = await goalsOf('Ben');
    expect(goals).toHaveLength(12);
    expect([goals[0], goals.at(-1)]).toEqual([
      ['2026-03-01', 50_000],
      ['2027-02-01', 50_000],
    ]);
  });

  it.each([
    ['set revenue 50k monthly from june until august for ben', ['2026-06-01', '2026-07-01', '2026-08-01']],
    [
      'set from 2026-11 to february for ben 50k revenue a month',
      ['2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01'],
    ],
    ['set revenue 50k each quarter 2027 for ben', ['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01']],
    ['set revenue 50k per quarter from may until 2026-12 for ben', ['2026-07-01', '2026-10-01']],
    ['set revenue 50k per month from 2026-05-01 until 2026-06-30 for ben', ['2026-05-01', '2026-06-01']],
    ['set revenue 50k per month from 2026-05-01..2026-06-30 for ben', ['2026-05-01', '2026-06-01']],
    ['set revenue 50k per week in april for ben', ['2026-04-06', '2026-04-13', '2026-04-20']],
    ['set revenue 50k per year until 2027 for ben', ['2026-01-01', '2027-01-01']],
  ])('%s', async (words, starts) => {
    await say(words);
    expect(await goalsOf('Ben')).toEqual(starts.map((day) => [day, 50_000]));
  });

  it.each([
    ['set calls 10 per day for @anna', 'set calls 50 per week for @anna'],
    ['set 12 calls a day for team north', 'set 60 calls per week for team north'],
    ['set calls 10 daily until june for @anna', 'set calls 50 per week until june for @anna'],
    ['set calls 10/day for @anna', 'set calls 50 per week for @anna'],
    ['set calls 10 each working day this month for @anna', 'set calls 220 this month for @anna'],
    ['set revenue €1.5k per day for @anna', 'set revenue 7500 EUR per week for @anna'],
    ['set win rate 40% per day for @anna', 'set win rate 40% per week for @anna'],
  ])('“%s” is told what to write instead, which is understood', async (words, instead) => {
    const { said, buttons } = await say(words);
    expect(said).toContain(`\`/target ${instead}\``);
    expect(buttons).toEqual([]);
    expect((await say(instead)).said).toContain('is now');
  });

  it.each(['50k/month', '50k / month', '50k every month'])('“%s” is a plan', async (amount) => {
    await say(`set revenue ${amount} until april for ben`);
    expect((await goalsOf('Ben')).map(([day]) => day)).toEqual(['2026-03-01', '2026-04-01']);
  });

  it('grows in steps, the whole after them', async () => {
    const { said } = await say('set revenue 50k per month from april for ben 50 % in month 1, 75 % in month 2');
    expect(said).toContain('• 1–30 Apr 2026: $25,000\n• 1–31 May 2026: $37,500\n• 1 Jun 2026 – 31 Mar 2027: $50,000');
    expect((await goalsOf('Ben')).slice(0, 3).map(([, value]) => value)).toEqual([25_000, 37_500, 50_000]);
  });

  it('is taken back in one go, and what was before is back', async () => {
    const done = await say('set revenue 50k per month for anna');
    expect(done.said).toContain('1 period had a target before');
    expect((await undo(done)).said).toContain(
      '12 revenue targets for 1 Mar 2026 – 28 Feb 2027 taken back; 1 as before again',
    );
    expect(await goalsOf('Anna')).toEqual([['2026-03-01', 40_000]]);
    expect((await undo(done)).said).toContain('already taken back');
  });

  it('leaves alone at undo what was set anew since', async () => {
    const done = await say('set revenue 50k per month until april for ben');
    await say('set revenue 60k 2026-04 for ben');
    expect((await undo(done)).said).toContain('the revenue target for 1–31 Mar 2026 ($50,000) is withdrawn');
    expect(await goalsOf('Ben')).toEqual([['2026-04-01', 60_000]]);
  });

  it('works for a team, everyone and a rate', async () => {
    expect((await say('set revenue 1m per quarter for team north')).said).toContain(
      '*North*: the revenue target for each quarter',
    );
    expect((await say('set revenue 9m per year until 2026 for everyone', 'Olga')).said).toContain('(1 year)');
    expect((await say('set win rate 40% per quarter for ben')).said).toContain('is now 40\u00a0% (4 quarters)');
  });
});

describe('seasonal shares', () => {
  it('stay when the year is raised, and the answer says so; of the longer around a month it says nothing', async () => {
    await say('set revenue 600k 2027 for ben seasonal 20 20 25 35');
    const { said } = await say('set revenue 1200k 2027 for ben');
    expect(said).toContain('is now $1,200,000 (was $600,000).');
    expect(said).toContain('• 1 Jan – 31 Mar 2027 keeps its own target of $120,000: `/target remove ');
    expect(said).toContain('One more period keeps a target');
    expect((await say('set revenue 50k 2027-02 for ben')).said).not.toContain('keeps its own');
  });

  it('share a year out by quarter, to the cent, and add up to it', async () => {
    const { said } = await say('set revenue 100000.01 2027 for ben seasonal 20 20 25 35');
    expect(said).toContain(
      '*Ben*: the revenue target for 1 Jan – 31 Dec 2027 is now $100,000.01, shared out in 4 parts:',
    );
    expect(said).toContain(
      '• 1 Jan – 31 Mar 2027: $20,000\n• 1 Apr – 30 Jun 2027: $20,000\n• 1 Jul – 30 Sep 2027: $25,000\n• 1 Oct – 31 Dec 2027: $35,000',
    );
    expect((await goalsOf('Ben')).map(([, value]) => value)).toEqual([100_000.01, 20_000, 20_000, 25_000, 35_000.01]);
    expect((await figureOf('revenue', 'Ben', '2027-01-01', '2027-12-31'))?.target).toBe('100000.01');
    expect((await figureOf('revenue', 'Ben', '2027-10-01', '2027-12-31'))?.target).toBe('35000.01');
  });

  it('are whole numbers of what is counted', async () => {
    await say('set calls 100 2027 for ben seasonal 8 8 8 8 8 8 8 8 8 8 8 12');
    const january = await figureOf('calls_made', 'Ben', '2027-01-01', '2027-01-31');
    const december = await figureOf('calls_made', 'Ben', '2027-12-01', '2027-12-31');
    expect([january?.target, december?.target]).toEqual([8, 12]);
  });
});

it.each([
  ['set revenue 600k 2027 for ben seasonal 20 20 25 30', 'add up to 100'],
  ['set revenue 600k 2027 for ben seasonal 20 20 60', '4, one for each quarter, or 12'],
  ['set revenue 600k march for ben seasonal 20 20 25 35', 'whole fiscal year'],
  ['set win rate 40% 2027 for ben seasonal 20 20 25 35', 'does not add up over time'],
  ['set revenue 50k per month for ben 75% in month 2', 'from the first on'],
  ['set revenue 50k per month for ben 50% in quarter 1', 'in the unit of the target'],
  ['set revenue 50k per week until 2030 for ben', 'more than 60'],
  ['set revenue 50k per month from 2027-05 until 2027-02 for ben', 'no whole period'],
  ['set revenue 50k per month', 'I still need whose it is'],
  ['set revenue 50k per month for carl', 'Carl is not among them'],
])('%s is refused, and nothing is set', async (words, reason) => {
  expect((await say(words)).said).toContain(reason);
  const { workspace } = await office.asked('Anna');
  expect(await db().target.count({ where: { workspaceId: workspace.id } })).toBe(2);
});

it('last quarter’s attainment does not change when this quarter’s target does', async () => {
  await target.actions['target.set_anyway']('calls 4 2025-12-01..2025-12-31 for ben', await office.asked('Maria'));
  await say('set calls 2 this month for ben');
  const both = async () => [
    (await figureOf('calls_made', 'Ben', '2025-12-01', '2025-12-31'))?.target,
    (await figureOf('calls_made', 'Ben', '2026-03-01', '2026-03-31'))?.target,
  ];
  expect(await both()).toEqual([4, 2]);
  await say('set calls 8 per month for ben');
  expect(await both()).toEqual([4, 8]);
});
