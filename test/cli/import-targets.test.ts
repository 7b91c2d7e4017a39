// Targets that come from a file go the way of those that people set.
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import target from '../../commands/target.ts';
import { importCommand } from '../../src/cli/import.ts';
import { planTargetNews } from '../../src/schedule/target-news.ts';
import { changeWithin } from '../../src/targets/change.ts';
import { unreadNotices } from '../../src/targets/notices.ts';
import { arrive, type Office, openOffice, read, shown } from '../commands/office.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const folder = join(tmpdir(), `salespulse-targets-${process.pid}`);
const files: string[] = [];
afterAll(() => Promise.all(files.map((file) => rm(file))));

let office: Office;
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE workspaces CASCADE`;
  office = await openOffice(db());
});

/** What the import of some targets, each `who,period,value`, says. */
async function imported(rows: readonly string[], ...options: string[]): Promise<string> {
  const { now } = await office.asked('Olga');
  const file = `${folder}-${files.length}.csv`;
  files.push(file);
  await writeFile(file, ['kpi,who,period,value,currency', ...rows.map((row) => `revenue,${row},USD`)].join('\n'));
  const [out, err] = [new PassThrough(), new PassThrough()];
  await importCommand(['targets', file, ...options], { db: db(), clock: () => now, isTerminal: false, out, err });
  out.end();
  return (await text(out)).replaceAll(/[\u00a0\u202f]/g, ' ');
}

async function annaWins(amount: number, day: string) {
  const { workspace } = await office.asked('Anna');
  await db().deal.create({
    data: {
      ...{ workspaceId: workspace.id, source: 'test', externalId: day, name: day, status: 'won', currency: 'USD' },
      ...{ amount, ownerId: office.id('Anna'), closedOwnerId: office.id('Anna'), closedOn: new Date(day) },
    },
  });
}

const set = async (words: string) =>
  shown(await target.actions['target.set_anyway'](words, await office.asked('Maria'))).said;

it('what changes in periods that are over is said, and that reports said otherwise', async () => {
  await annaWins(9200, '2026-02-10');
  const warning = 'Periods that are over are among them, so reports that were sent before say';
  const first = await imported(['Anna,2026-02,10000', 'Ben,2026-05,7000']);
  expect(first).toContain(warning);
  expect(first).toContain(
    '1–28 Feb 2026 is over, and Anna had no revenue target then: what was reached is 92 % of it.',
  );

  const changed = '1–28 Feb 2026 is over: what Anna reached of the revenue target then changes from 92 % to 80 %.';
  expect(await imported(['Anna,2026-02,11500'], '--dry-run')).toContain(changed);
  const again = await imported(['Anna,2026-02,11500', 'Ben,2026-05,7000']);
  expect(again).toContain(changed);
  expect(again).not.toContain('Ben');
  expect(again).toContain('0 new, 1 changed, 1 as before');

  const same = await imported(['Anna,2026-02,11500', 'Ben,2026-06,7000']);
  expect(same).not.toContain(warning);
});

it('so is what changes in the months that are over of a running year', async () => {
  await annaWins(10_000, '2026-01-13');
  expect(await imported(['Anna,2026,100000'])).not.toContain('over');
  expect(await imported(['Anna,2026,200000'])).toMatch(
    /what Anna reached of the revenue target changes in 1–31 Jan 2026 from [\d.]+ % to [\d.]+ %\./,
  );
});

it('people hear once of all their periods, and find it among their news while one is to come', async () => {
  await imported(['Anna,2026-01,10000', 'Anna,2026-04,20000', 'Anna,2026-05,30000', 'North,2026-04,90000']);
  const asked = await office.asked('Anna');
  await planTargetNews(db(), asked.now);
  const { notes = [] } = await arrive(db(), { message: () => ({ text: '', blocks: [] }) });
  const toAnna = notes.filter(({ to }) => to.name === 'U0ANNA').map(({ message }) => read(message).said);
  expect(toAnna).toHaveLength(2);
  expect(toAnna.join('\n')).toContain('1–30 Apr 2026: *$20,000*');
  expect(toAnna.join('\n')).toContain('1–31 May 2026: *$30,000*');
  expect(notes.map(({ to }) => to.name).sort()).toEqual(['U0ANNA', 'U0ANNA', 'U0BEN', 'U0MARIA']);
  const unread = await unreadNotices(db(), asked.workspace.id, office.id('Anna'), '2026-03-18');
  expect(unread).toHaveLength(2);
});

it('an amount with more decimals than are kept is no other one the second time', async () => {
  await imported(['Anna,2026-04,33.33335']);
  expect(await imported(['Anna,2026-04,33.33335'])).toContain('0 new, 0 changed, 1 as before');
});

it('an import waits for who is setting a target, and knows what they set', async () => {
  const { workspace } = await office.asked('Maria');
  const april = { startsOn: '2026-04-01', endsOn: '2026-05-01', unit: 'month' as const };
  const whose = { scope: 'member' as const, subjectId: office.id('Anna'), setById: office.id('Maria') };
  const goal = { workspaceId: workspace.id, kpi: 'revenue', ...whose, ...april, value: '20000', currency: 'USD' };
  let importing: Promise<string> | undefined;
  await db().$transaction(async (tx) => {
    await changeWithin(tx, [[goal]], () => []);
    importing = imported(['Anna,2026-04,20000']);
    await vi.waitFor(async () => {
      const waiting = await db().$queryRaw<unknown[]>`SELECT pid FROM pg_locks JOIN pg_database ON oid = database
        WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted`;
      expect(waiting).toHaveLength(1);
    });
  });
  expect(await importing).toContain('0 new, 0 changed, 1 as before');
  expect(await db().target.count({ where: { startsOn: new Date('2026-04-01') } })).toBe(1);
});

it('imports and people who set the same target at once leave a history in which each knew the one before', async () => {
  const deeds = [10, 20, 10, 30].flatMap((k) => [
    imported([`Anna,2026-04,${k}000`]),
    set(`revenue ${k}k 2026-04 for anna`),
  ]);
  const answers = await Promise.all(deeds);
  const where = { startsOn: new Date('2026-04-01') };
  const history = await db().target.findMany({ where, orderBy: [{ setAt: 'asc' }, { id: 'asc' }] });
  const values = history.map(({ value }) => Number(value));
  expect(new Set(history.map(({ setAt }) => setAt.getTime())).size).toBe(history.length);
  expect(values.filter((value, index) => value === values[index - 1])).toEqual([]);
  const firsts = answers.filter((said) => said.includes('1 new') || /is now \$\d+,000(?! \(was)/.test(said));
  expect(firsts).toHaveLength(1);
});
