import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { kpiCommand } from '../../src/cli/kpi.ts';
import { useDatabase } from '../support/database.ts';
import { lost, won } from '../support/facts.ts';
import { storeFacts } from '../support/store-facts.ts';
import { Written } from '../support/written.ts';

const db = useDatabase();
const now = Temporal.Instant.from('2026-03-20T12:00:00Z');

async function ask(...args: string[]) {
  const out = new Written();
  const err = new Written();
  const code = await kpiCommand(args, { db: db(), clock: () => now, out, err });
  return { code, out: out.text, err: err.text };
}

beforeAll(async () => {
  const deals = [won('anna', '2026-03-03', 1000), won('ben', '2026-03-04', 500), lost('anna', '2026-03-05')];
  await storeFacts(db(), { deals });
});

describe('the command line', () => {
  it('answers as a table: titles, figures, the whole last', async () => {
    const { code, out } = await ask('revenue win_rate 2026-03 by rep');
    expect(code).toBe(0);
    const lines = out.replaceAll('\u00a0', ' ').split('\n');
    expect(lines.slice(2, 6).map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ['Revenue', 'Win rate'],
      ['anna', '$1,000', '50 % (1 of 2)'],
      ['ben', '$500', '100 % (1 of 1)'],
      ['Everyone', '$1,500', '66.7 % (2 of 3)'],
    ]);
  });

  it('says of a comparison with days before the first record that they are missing', async () => {
    const { out } = await ask('revenue 2026-03-08..2026-03-14');
    expect(out).toContain('\nRecords begin on 3 Mar 2026: the earlier period is incomplete.\n');
  });

  it('answers as JSON in the units that others can count with', async () => {
    const { out } = await ask('revenue', 'win_rate', '2026-03', '--json');
    expect(JSON.parse(out)).toMatchObject({
      period: { from: '2026-03-01', to: '2026-04-01' },
      kpis: [
        { id: 'revenue', value: '1500.00', currency: 'USD', unit: 'money', target: null, leftOut: [] },
        { id: 'win_rate', value: expect.closeTo(2 / 3), numerator: 2, denominator: 3, unit: 'rate' },
      ],
      groups: [],
    });
  });

  it('lists the catalogue, or a family of it', async () => {
    const { code, out } = await ask('list');
    expect(code).toBe(0);
    expect(out).toContain('  Win rate: How many of the deals that were decided were won. /kpi win rate\n');
    expect(out).toMatch(/^Activity: .*\n/);
    expect((await ask('list', 'customers')).out).toMatch(/^Customers: \d+ numbers you can ask for\n {2}New customers:/);
  });

  it('explains a number, with all the records behind it', async () => {
    const { code, out } = await ask('explain', 'win rate 2026-03', '--records');
    expect(code).toBe(0);
    const lines = out.replaceAll('\u00a0', ' ').split('\n');
    expect(lines).toContain('2 (deals won) / 3 (deals won or lost) = 66.7 %');
    expect(lines.slice(lines.indexOf('deals won: 1–2 of 2.'))).toEqual([
      'deals won: 1–2 of 2.',
      'Wed 4 Mar · Deal 1 · by ben · won · $500',
      'Tue 3 Mar · Deal 0 · by anna · won · $1,000',
      '',
      'deals won or lost: 1–3 of 3.',
      'Thu 5 Mar · Deal 2 · by anna · lost',
      'Wed 4 Mar · Deal 1 · by ben · won · $500',
      'Tue 3 Mar · Deal 0 · by anna · won · $1,000',
      '',
    ]);
    expect((await ask('explain win rate 2026-03 records')).out).toBe(out);
  });

  it('gives the records as CSV, each with the side of the line it is on', async () => {
    const { out } = await ask('explain', 'win rate 2026-03', '--csv');
    const rows = out.trim().split('\r\n');
    expect(rows).toHaveLength(6);
    expect(rows[1]).toBe('deals won,,2026-03-04,deal,Deal 1,,ben,won,500,USD,,,1');
    expect(rows[5]).toBe('deals won or lost,,2026-03-03,deal,Deal 0,,anna,won,1000,USD,,,1');
  });

  it.each([
    [['flurb'], /I do not know `flurb`/],
    [['revenu last month'], /Did you mean `revenue`/],
    [['deals_won by place'], /cannot be broken down/],
    [['revenue 1950-01-01..2026-03-01 by day'], /more than 400 lines/],
    [['revenue next month'], /still to come/],
    [['me'], /Nobody here is `me`/],
    [['revenue', '--xml'], /no option --xml/],
    [['list', 'flurb'], /no family “flurb”/],
    [['explain', 'flurb'], /I do not know `flurb`/],
    [[], /Ask something/],
  ])('refuses %j in one clear line', async (args, words) => {
    const { code, out, err } = await ask(...args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(words);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
