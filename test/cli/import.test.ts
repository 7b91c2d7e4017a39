import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importCommand } from '../../src/cli/import.ts';
import { en } from '../../src/language/en/index.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const file = join(tmpdir(), `salespulse-cli-${process.pid}.csv`);
const rows = Array.from({ length: 30 }, (_, index) => `${index},Won,someday`);
beforeAll(() =>
  writeFile(file, ['id,stage,close_date,colour', '90,Open,,red', ...rows.map((row) => `${row},`)].join('\n')),
);
const [foreign, rate] = [`${file}.foreign`, `${file}.rate`];
afterAll(() => Promise.all([file, foreign, rate].map((each) => rm(each))));
beforeEach(() => db().$executeRaw`TRUNCATE workspaces CASCADE`);

function sink() {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  return { stream, text: () => text };
}

async function run(args: string[], { isTerminal = false } = {}) {
  const [out, err] = [sink(), sink()];
  const io = {
    db: db(),
    clock: () => Temporal.Instant.from('2026-03-10T12:00Z'),
    isTerminal,
  };
  const code = await importCommand(args, { ...io, out: out.stream, err: err.stream });
  return { code, out: out.text(), err: err.text() };
}

describe('import', () => {
  it('says of amounts in a currency without a rate that they count for nothing', async () => {
    await writeFile(foreign, 'id,stage,close_date,amount\n1,Won,2026-03-02,€500\n2,Won,2026-03-03,$20\n');
    await writeFile(rate, 'currency,date,rate\nEUR,2026-01-01,1.1\n');
    const without = 'There is no rate of EUR yet, so amounts in EUR count for nothing';
    expect((await run(['deals', foreign])).out).toContain(without);
    await run(['rates', rate]);
    expect((await run(['deals', foreign])).out).not.toContain('no rate');
  });

  it('tells every bad row where a program reads it, and a summary', async () => {
    const { code, out } = await run(['deals', file]);
    expect(code).toBe(1);
    expect(out.match(/^line \d+, close_date: "someday" – is no date/gm)).toHaveLength(30);
    expect(out).toContain('Not used: colour');
    expect(out).toContain('31 rows: 1 new, 0 changed, 0 as before, 30 bad');
  });

  it('shows a person the first 20 bad values and how many more there are', async () => {
    const { out } = await run(['deals', file], { isTerminal: true });
    expect(out.match(/^line /gm)).toHaveLength(20);
    expect(out).toContain('… and 10 more bad values');
  });

  it('says what a dry run and --strict did not do', async () => {
    expect((await run(['deals', file, '--dry-run'])).out).toContain('nothing was changed');
    expect((await run(['deals', file, '--strict'])).out).toContain('Nothing was imported');
    expect(await db().deal.count()).toBe(0);
  });

  it.each([
    [['cats', 'x.csv'], 'deals, people, products'],
    [['deals', '/nowhere.csv'], 'There is no file /nowhere.csv'],
    [['deals', file, '--fast'], '--fast is not understood'],
    [['deals', file, '--map', 'owner'], '--map "Deal owner=owner"'],
    [['deals', file, '--map', 'nothing=owner'], 'There is no column nothing'],
    [['deals', file, '--date-format', 'soon'], 'soon is no date format'],
    [['deals', file, '--currency', 'BEER'], 'BEER is no currency'],
    [['leads', file], 'needs a column for name'],
  ])('%j says what is wrong and what to do', async (args, message) => {
    const { code, err } = await run(args);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
  });

  it('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect([code, out]).toEqual([0, `${en['import.usage'].replaceAll("''", "'")}\n`]);
  });
});
