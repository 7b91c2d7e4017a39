// How a file is read, whatever it is about; and deals, which are the most that comes in files.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/errors.ts';
import { ownerOf } from '../../../src/records/customer-owner.ts';
import { useDatabase } from '../../support/database.ts';
import { dump, importText, iso, NOON, wipe } from './support.ts';

const db = useDatabase();
beforeEach(() => wipe(db()));

const dealsOf = async () =>
  (await db().deal.findMany({ orderBy: { externalId: 'asc' } })).map(({ externalId, status }) => [externalId, status]);

describe('any way of writing a file', () => {
  const names = ['Anna', 'Müller & Söhne', 'Chairs, red', 'A; B', 'says "yes"', 'two\nlines', 'tab\there', 'Zoë'];

  it('gives the same customers', async () => {
    const encodings = ['utf-8', 'bom', 'windows-1252'] as const;
    const lists = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        lists,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom(...encodings),
        fc.constantFrom('\n', '\r\n'),
        async (list, delimiter, encoding, end) => {
          await wipe(db());
          const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
          const text = [['Customer Name', 'Industry'], ...list.map((name) => [name, 'x'])]
            .map((row) => row.map(quoted).join(delimiter))
            .join(end);
          const content =
            encoding === 'windows-1252'
              ? Buffer.from(text, 'latin1')
              : Buffer.from(encoding === 'bom' ? `\ufeff${text}` : text);
          expect(await importText(db(), 'customers', content)).toMatchObject({ inserted: list.length, bad: 0 });
          const stored = (await db().customer.findMany()).map(({ name }) => name);
          expect(stored.sort()).toEqual([...list].sort());
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('bad rows', () => {
  const file =
    'id,stage,close_date,value\n1,Won,2026-02-03,10\n2,Won,,10\n3,Lost,2026-02-30,10\n4,Won,2026-02-03,ten\n5,Won\n1,Won,2026-02-03,11\n';

  it('are told by line, column, value and reason, and the good ones go in', async () => {
    const { problems, ...report } = await importText(db(), 'deals', file);
    expect(report).toMatchObject({ rows: 6, inserted: 1, bad: 5, kept: true });
    expect(problems.map(({ line, column, value, reason }) => [line, column, value, reason]).sort()).toEqual([
      [3, 'close_date', '', 'closed_when'],
      [4, 'close_date', '2026-02-30', 'no_date'],
      [5, 'value', 'ten', 'no_number'],
      [6, 'id', '5', 'wrong_width'],
      [7, 'id', '1', 'told_otherwise'],
    ]);
    expect(await dealsOf()).toEqual([['1', 'won']]);
  });

  it('keep everything out with --strict', async () => {
    expect(await importText(db(), 'deals', file, { strict: true })).toMatchObject({ bad: 5, kept: false });
    expect(await db().workspace.count()).toBe(0);
  });

  it('are the same in a dry run, which changes nothing', async () => {
    const dry = await importText(db(), 'deals', file, { dryRun: true });
    expect(await db().workspace.count()).toBe(0);
    const real = await importText(db(), 'deals', file);
    expect({ ...dry, kept: true }).toEqual(real);
  });
});

describe('columns', () => {
  it('that are not used are named, and --map makes one count', async () => {
    const file = 'Betreuer,id,stage\nAnna,1,Open\n';
    expect(await importText(db(), 'deals', file, { dryRun: true })).toMatchObject({ unused: ['Betreuer'] });
    expect(await importText(db(), 'deals', file, { map: { betreuer: 'owner' } })).toMatchObject({
      unused: [],
      created: { member: { some: ['Anna'] } },
    });
  });

  it('that are needed and missing stop the import', async () => {
    await expect(importText(db(), 'deals', 'id,owner\n1,Anna\n')).rejects.toMatchObject({
      code: 'import.missing_column',
    });
  });

  it('of dates that can be read in two ways are asked about', async () => {
    const file = 'id,stage,close_date\n1,Won,03/04/2026\n';
    await expect(importText(db(), 'deals', file)).rejects.toMatchObject({
      code: 'import.two_dates',
      values: { column: 'close_date', value: '03/04/2026' },
    });
    await importText(db(), 'deals', file, { dateFormat: 'D/M/Y' });
    expect(iso((await db().deal.findFirst())?.closedOn)).toBe('2026-04-03');
  });
});

describe('names', () => {
  it('that nearly match are matched only when one does', async () => {
    await importText(db(), 'customers', 'name\nBetatech\nCancity One\nCancity-One\n');
    const { nearMisses, created } = await importText(
      db(),
      'deals',
      'id,stage,account\n1,Open,Betatec\n2,Open,cancityone\n',
    );
    expect(nearMisses.some).toEqual([{ thing: 'customer', written: 'Betatec', matched: 'Betatech' }]);
    expect(created.customer?.some).toEqual(['cancityone']);
  });

  it('that deals mention first are taken over by a file of their own', async () => {
    await importText(db(), 'deals', 'id,stage,product,account\n1,Open,GTXPro,Acme\n');
    await importText(db(), 'products', 'sku,product\nP1,GTX Pro\n');
    await importText(db(), 'customers', 'account_id,account\nC1,Acme\n');
    expect((await db().product.findMany()).map(({ name, externalId }) => [name, externalId])).toEqual([
      ['GTX Pro', 'P1'],
    ]);
    expect((await db().customer.findMany()).map(({ name, externalId }) => [name, externalId])).toEqual([
      ['Acme', 'C1'],
    ]);
  });
});

describe('a file of deals', () => {
  const file = [
    'id,owner,product,account,stage,engage_date,close_date,value',
    '1,Anna,Chair,Acme,Won,2026-01-02,2026-02-03,100.50',
    '2,Ben,Desk,Acme,Negotiation,,,',
    '3,Anna,Chair,,Lost,2026-01-05,2026-02-01,0',
  ].join('\n');

  it('goes in once, however often it comes', async () => {
    expect(await importText(db(), 'deals', file)).toMatchObject({ inserted: 3, updated: 0, bad: 0 });
    const before = await dump(db());
    expect(await importText(db(), 'deals', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3, bad: 0 });
    expect(await dump(db())).toBe(before);
  });

  it('creates who and what it names, and says so', async () => {
    const { created } = await importText(db(), 'deals', file);
    expect(created).toMatchObject({
      member: { some: ['Anna', 'Ben'] },
      customer: { some: ['Acme'] },
      product: { count: 2 },
      stage: { some: ['Negotiation'] },
    });
  });

  it('has one line a product, which carries the amount', async () => {
    await importText(db(), 'deals', file);
    const line = await db().dealLine.findFirst({ where: { deal: { externalId: '1' } } });
    expect([line?.quantity, line?.unitPrice, line?.amount].map(String)).toEqual(['1', '100.5', '100.5']);
  });

  it('shares the amount among the lines of a deal that has several rows', async () => {
    const lines =
      'id,stage,close_date,value,product,quantity,price\n7,Won,2026-02-03,100,Chair,2,10\n7,Won,2026-02-03,100,Desk,1,40\n';
    expect(await importText(db(), 'deals', lines)).toMatchObject({ inserted: 1, bad: 0 });
    const stored = await db().dealLine.findMany({ orderBy: { position: 'asc' } });
    expect(stored.map(({ amount }) => String(amount))).toEqual(['33.33', '66.67']);
  });

  it('changes a deal that has changed, and leaves what it does not tell', async () => {
    await importText(db(), 'deals', file);
    expect(await importText(db(), 'deals', 'id,stage,close_date\n2,Won,2026-03-01\n')).toMatchObject({
      updated: 1,
      unchanged: 0,
    });
    const deal = await db().deal.findFirst({ where: { externalId: '2' } });
    expect([deal?.status, iso(deal?.closedOn), deal?.ownerId === deal?.closedOwnerId, deal?.ownerId === null]).toEqual([
      'won',
      '2026-03-01',
      true,
      false,
    ]);
  });

  it('keeps the credit of what has happened when the owner changes', async () => {
    const owned = (owner: string, stage: string, closed: string) =>
      `id,owner,stage,engage_date,close_date\n1,${owner},${stage},2026-01-02,${closed}\n`;
    await importText(db(), 'deals', owned('Anna', 'Negotiation', ''));
    await importText(db(), 'deals', owned('Ben', 'Won', '2026-03-01'));
    const names = new Map((await db().member.findMany()).map(({ id, name }) => [id, name]));
    const deal = await db().deal.findFirstOrThrow();
    expect([deal.ownerId, deal.openedOwnerId, deal.closedOwnerId].map((id) => names.get(id ?? ''))).toEqual([
      'Ben',
      'Anna',
      'Ben',
    ]);
  });

  it('writes history on the day it hears of it; later the same day the last word counts', async () => {
    const worth = (amount: string) => `id,stage,value\n1,Negotiation,${amount}\n`;
    await importText(db(), 'deals', worth('100'));
    await importText(db(), 'deals', worth('150'), { now: NOON.add({ hours: 1 }) });
    await importText(db(), 'deals', worth('200'), { now: NOON.add({ hours: 24 }) });
    await importText(db(), 'deals', worth('200'), { now: NOON.add({ hours: 48 }) });
    const states = await db().dealState.findMany({ orderBy: { startsOn: 'asc' } });
    expect(states.map(({ startsOn, endsOn, amount }) => [iso(startsOn), iso(endsOn), String(amount)])).toEqual([
      ['2026-03-10', '2026-03-11', '150'],
      ['2026-03-11', null, '200'],
    ]);
  });

  it('keeps whose a customer was: until the day another owner is told, and the first one told since always', async () => {
    const owned = (owner: string) => `name,owner\nAcme,${owner}\n`;
    const afterDays = (days: number) => ({ now: NOON.add({ hours: 24 * days }) });
    await importText(db(), 'deals', 'id,stage,account\n1,Negotiation,Acme\n');
    await importText(db(), 'customers', owned('Dora'), afterDays(1));
    await importText(db(), 'customers', owned('Anna'), afterDays(1));
    await importText(db(), 'customers', owned('Ben'), afterDays(3));
    await importText(db(), 'customers', owned('Ben'), afterDays(4));
    await importText(db(), 'customers', owned(''), afterDays(5));
    const { id, workspaceId } = await db().customer.findFirstOrThrow();
    const names = new Map((await db().member.findMany()).map((member) => [member.id, member.name]));
    const days = ['2025-01-01', '2026-03-12', '2026-03-13', '2026-03-14', '2026-03-15', '2026-03-20'];
    const owners = await Promise.all(days.map((day) => ownerOf(db(), workspaceId, id, day)));
    expect(owners.map((owner) => owner && names.get(owner))).toEqual(['Anna', 'Anna', 'Ben', 'Ben', null, null]);
  });

  it('clears the closing of a deal that is open again', async () => {
    await importText(db(), 'deals', 'id,stage,close_date\n1,Lost,2026-02-01\n');
    await importText(db(), 'deals', 'id,stage,close_date\n1,Negotiation,2026-02-01\n');
    expect(await db().deal.findFirst()).toMatchObject({ status: 'open', closedOn: null, closedOwnerId: null });
  });

  it('may come in any order of rows', async () => {
    const [header = '', ...rows] = file.split('\n');
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        await wipe(db());
        await importText(db(), 'deals', [header, ...shuffled].join('\n'));
        expect(await dealsOf()).toEqual([
          ['1', 'won'],
          ['2', 'open'],
          ['3', 'lost'],
        ]);
      }),
      { numRuns: 5 },
    );
  });

  it('cut at any byte is an error or a report, and what is whole goes in', async () => {
    const whole = Buffer.from(file.replace('Acme', 'Äcme "Süd"').replace('Chair', '"Chair, red"'));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        await wipe(db());
        const outcome = await importText(db(), 'deals', whole.subarray(0, length)).catch((cause: unknown) => cause);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem);
        else expect(outcome).toMatchObject({ kept: true });
      }),
      { numRuns: 60 },
    );
  });
});

it('An import says when its source was last heard', async () => {
  await importText(db(), 'products', 'name\nChair\n', {
    source: 'crm',
    now: Temporal.Instant.from('2026-03-11T08:00Z'),
  });
  expect(await db().dataSource.findMany({ select: { name: true, lastReceivedAt: true } })).toEqual([
    { name: 'crm', lastReceivedAt: new Date('2026-03-11T08:00Z') },
  ]);
});
