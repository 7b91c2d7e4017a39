import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { kpiCommand } from '../../src/cli/kpi.ts';
import { plainText } from '../../src/cli/plain.ts';
import { section } from '../../src/slack/messages/mrkdwn.ts';
import { useDatabase } from '../support/database.ts';
import { call, lost, meeting, won } from '../support/facts.ts';
import { storeFacts } from '../support/store-facts.ts';
import { Written } from '../support/written.ts';

const db = useDatabase();
const now = Temporal.Instant.from('2026-03-20T12:00:00Z');

async function ask(...args: string[]) {
  const out = new Written();
  const err = new Written();
  const code = await kpiCommand(args, { db: db(), clock: () => now, out, err });
  return { code, out: out.text.replaceAll('\u00a0', ' '), err: err.text };
}

beforeAll(async () => {
  const goal = (whose: string, value: number) => ({
    ...{ kpi: 'revenue', whose, value },
    ...{ from: '2026-03-01', to: '2026-04-01' },
  });
  await storeFacts(db(), {
    deals: [
      won('anna', '2026-03-10', 1000),
      won('ben', '2026-03-11', 500),
      won('R&D', '2026-03-12', 300),
      lost('anna', '2026-03-13'),
      won(null, '2026-02-11', 200),
    ],
    activities: [call('anna', '2026-03-10T10:00'), meeting('ben', '2026-03-11T10:00')],
    leads: {
      Lena: { owner: 'anna', created: '2026-03-10T09:00', score: 80 },
      Otto: { owner: 'ben', created: '2026-02-10T09:00', score: 40 },
    },
    targets: [goal('anna', 2000), goal('ben', 500)],
  });
});

it('shows the leaderboard in the words of Slack, without its marks', async () => {
  const { code, out } = await ask('leaderboard');
  expect(code).toBe(0);
  const lines = out.split('\n');
  expect(lines[0]).toBe('Leaderboard of Everyone, 1–31 Mar 2026 so far');
  expect(lines).toContain('1. ben  100 %  $500 of $500');
  expect(lines).toContain('2. anna  50 %  $1,000 of $2,000');
  expect(out).toContain('R&D $300');
  expect(out).not.toMatch(/[*]|&amp;/);
  expect((await ask('who is my best rep?')).out).toBe(out);
});

it('gives the leaderboard, a report and any answer as CSV, unrounded', async () => {
  const board = (await ask('leaderboard', '--csv')).out.split('\r\n');
  expect(board[0]).toBe('rank,name,number,value,target,reached,currency');
  expect(board.slice(1, 3)).toEqual(['1,ben,revenue,500,500,1,USD', '2,anna,revenue,1000,2000,0.5,USD']);
  const { out } = await ask('revenue by rep', '--csv');
  expect(out).toMatch(/^whose,from,through,by,group,within by,within,number,value,above the line,below the line,/);
  expect(out).toContain('\r\nEveryone,2026-03-01,2026-03-31,rep,anna,,,revenue,1000,');
  expect((await ask('report won', '--csv')).out).toContain(',deals_won,');
});

it('ranks by another number and period, and gives it as JSON', async () => {
  const { out } = await ask('leaderboard', 'deals won 2026-03', '--json');
  expect(JSON.parse(out)).toMatchObject({
    ...{ kpi: 'deals_won', byAttainment: false, period: { from: '2026-03-01', to: '2026-04-01' }, hidden: 0 },
    ranked: [
      { rank: 1, name: 'anna', kpi: { value: 1 } },
      { rank: 1, name: 'ben' },
      { rank: 1, name: 'R&D' },
    ],
  });
});

it('shows how each line of a breakdown moved, as Slack does', async () => {
  const { out } = await ask('revenue this week by rep');
  expect(out).toMatch(/^anna +\$0 +▼ 100 %$/m);
  expect(out).toContain('Compared with 9–13 Mar 2026.');
});

it('shows a person alone, by person, as one row', async () => {
  const { out } = await ask('anna revenue by rep');
  expect(out.match(/\$1,000/g)).toHaveLength(1);
});

it('lists the reports and shows each', async () => {
  const { out } = await ask('report');
  const ids = [...out.matchAll(/\/kpi report ([a-z]+)/g)].map(([, id]) => id!);
  const figures: Record<string, RegExp> = {
    calls: /^Calls · Everyone, 9–15 Mar 2026: Calls made 1;/,
    leads: /^Lead responses · Everyone, 9–15 Mar 2026: .*New leads 1/,
    won: /^Won deals · Everyone, 9–15 Mar 2026: Deals won 3;/,
    scores: /^Opportunity scores · Everyone, 9–15 Mar 2026: Lead quality 80;/,
    conversion: /^Conversion by source · Everyone, 9–15 Feb 2026: Lead conversion 0 %;/,
    meetings: /^Meetings · Everyone, 9–15 Mar 2026: Meetings held 1;/,
    odds: /^Win odds · Everyone, 9–15 Mar 2026: Win odds 3 : 1;/,
    review: /^Monthly review · Everyone, 1–28 Feb 2026: Revenue \$200/,
    products: /^Products of Everyone, up to Feb 2026: /,
  };
  expect(ids.sort()).toEqual(Object.keys(figures).sort());
  for (const [id, figure] of Object.entries(figures)) {
    const isOfMonth = id === 'review' || id === 'products';
    const { code, out: told } = await ask('report', id, isOfMonth ? 'last month' : 'last week');
    expect(code, id).toBe(0);
    expect(told, id).toMatch(figure);
  }
});

it('shows a report of last week by person, and as JSON', async () => {
  const { out } = await ask('report won');
  expect(out).toMatch(/^Won deals · Everyone, 9–15 Mar 2026: Deals won 3; Revenue \$1,800/);
  expect(out).toContain('\nanna  1 · $1,000 · ');
  expect(out).toContain('Closed most: anna, ben, R&D, 1 deal\n');
  const json = JSON.parse((await ask('report', 'won', '--json')).out);
  expect(json).toMatchObject({
    ...{ report: 'won', week: { from: '2026-03-09', through: '2026-03-15' }, stoodAt: null },
    summary: {
      kpis: [{ id: 'deals_won', value: 3 }, { id: 'revenue', value: '1800.00' }, { id: 'target_attainment' }],
    },
  });
  expect(json.tables[0].groups).toHaveLength(3);
});

it.each([
  [['report weather'], /no report weather/],
  [['report wun'], /I do not know `wun`\. Did you mean `won`/],
  [['report won this month'], /about a week/],
  [['report won next week'], /still to come/],
  [['leaderbord'], /I do not know `leaderbord`\. Did you mean `leaderboard`/],
  [['leaderboard revenue by team'], /one number/],
  [['leaderboard anna'], /one number/],
  [['leaderboard publish'], /settings leaderboard=/],
  [['leaderboard hide me'], /Nobody here can say `hide me`/],
  [['revenue', '--records'], /--records goes with `kpi explain`/],
  [['report review', '--csv'], /A review is text, and takes no --csv/],
  [['explain revenue', '--json'], /--records or --csv/],
] as const)('refuses %j in one clear line', async (args, words) => {
  const { code, out, err } = await ask(...args);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(words);
  expect(err.trim().split('\n')).toHaveLength(1);
});

it('takes away the stars that Slack makes bold of, and no others', () => {
  const said = (words: string) => plainText({ text: '', blocks: [section(words)] });
  expect(said('*By person*: a*b*c, 2 * 3 * 4, *$5*')).toBe('By person: a*b*c, 2 * 3 * 4, $5\n');
});
