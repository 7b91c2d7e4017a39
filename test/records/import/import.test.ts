import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { dump, importText, NOON, wipe } from './support.ts';

const db = useDatabase();
beforeEach(() => wipe(db()));

const iso = (day: Date | null | undefined) => day?.toISOString().slice(0, 10) ?? null;
const dealsOf = async () =>
  (await db().deal.findMany({ orderBy: { externalId: 'asc' } })).map(({ externalId, status }) => [externalId, status]);

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

describe('people', () => {
  it('are found by deals that came before them', async () => {
    await importText(db(), 'deals', 'id,owner,stage\n1,anna  berger,Open\n');
    await importText(db(), 'people', 'name,manager,region\nAnna Berger,Carl,North\n');
    expect(await db().member.count()).toBe(2);
  });

  it('without dates have always belonged where they do; with dates they have a history', async () => {
    await importText(db(), 'people', 'name,team\nAnna,North\n');
    await importText(db(), 'people', 'name,team,start_date\nAnna,South,2026-02-01\n');
    const spans = await db().membership.findMany({
      include: { team: true },
      orderBy: { startsOn: { sort: 'asc', nulls: 'first' } },
    });
    expect(spans.map(({ team, startsOn, endsOn }) => [team?.name, iso(startsOn), iso(endsOn)])).toEqual([
      ['North', null, '2026-02-01'],
      ['South', '2026-02-01', null],
    ]);
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

describe('leads and activities', () => {
  const leads = 'id,name,owner,created,score\nL1,Lena,Anna,2026-03-01 09:00,80\n';
  const activities =
    'owner,type,outcome,date,lead,duration\nAnna,Outbound call,no answer,2026-03-01 10:00,L1,\nAnna,call,Connected,2026-03-02 11:30,L1,3:20\nAnna,note,,2026-03-02 11:30,,\nAnna,note,,2026-03-02 11:30,,\n';

  it("tell a lead's first contact and first reply", async () => {
    await importText(db(), 'leads', leads);
    expect(await importText(db(), 'activities', activities)).toMatchObject({ inserted: 4, bad: 0, assumedOutbound: 1 });
    const lead = await db().lead.findFirst();
    expect([lead?.firstContactedAt?.toISOString(), lead?.firstRepliedAt?.toISOString()]).toEqual([
      '2026-03-01T10:00:00.000Z',
      '2026-03-02T11:30:00.000Z',
    ]);
    expect(await db().leadState.findFirst()).toMatchObject({ status: 'open', score: 80 });
    expect(await db().activity.findFirst({ where: { outcome: 'answered' } })).toMatchObject({
      durationSeconds: 200,
      occurredHour: 11,
    });
  });

  it('without ids are the same when they come again, equal rows too', async () => {
    await importText(db(), 'leads', leads);
    await importText(db(), 'activities', activities);
    const before = await dump(db());
    await importText(db(), 'leads', leads);
    expect(await importText(db(), 'activities', activities)).toMatchObject({ inserted: 0, updated: 0, unchanged: 4 });
    expect(await dump(db())).toBe(before);
  });

  it('of leads that nobody knows are bad rows', async () => {
    const { problems } = await importText(db(), 'activities', activities);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'no_lead'],
      [3, 'no_lead'],
    ]);
  });
});

describe('targets', () => {
  const file =
    'kpi,who,period,value\nrevenue,Anna,2026-03,"10,000.50"\nRevenue,North,2026-Q1,5\nwin_rate,workspace,2026,25%\nrevenue,Anna,2026-W10,1\nnonsense,Anna,2026-03,1\nrevenue,Anna,soon,1\n';

  it('are read for people, teams and the workspace, by period', async () => {
    await importText(db(), 'people', 'name,team\nAnna,North\n');
    const { problems } = await importText(db(), 'targets', file);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'no_kpi'],
      [7, 'no_period'],
    ]);
    const stored = await db().target.findMany({ orderBy: [{ startsOn: 'asc' }, { endsOn: 'asc' }] });
    expect(stored.map((row) => [row.scope, row.unit, iso(row.startsOn), iso(row.endsOn), String(row.value)])).toEqual([
      ['team', 'quarter', '2026-01-01', '2026-04-01', '5'],
      ['workspace', 'year', '2026-01-01', '2027-01-01', '0.25'],
      ['member', 'month', '2026-03-01', '2026-04-01', '10000.5'],
      ['member', 'week', '2026-03-02', '2026-03-09', '1'],
    ]);
    expect(await importText(db(), 'targets', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 4 });
  });
});

describe('targets of rates', () => {
  it('are read as `/target set` reads them, and refused above 100 %', async () => {
    const file =
      'kpi,who,period,value\nwin_rate,Anna,2026-03,25\nwin_rate,Anna,2026-04,0.25\nwin_rate,Anna,2026-05,25%\nwin_rate,Anna,2026-06,150%\nwin_rate,Anna,2026-07,150\nrevenue,Anna,2026-08,50%\n';
    const { problems } = await importText(db(), 'targets', file);
    expect(problems.map(({ line, value, reason }) => [line, value, reason])).toEqual([
      [5, '150%', 'over_100'],
      [6, '150', 'over_100'],
      [7, '50%', 'no_share'],
    ]);
    const stored = await db().target.findMany({ orderBy: { startsOn: 'asc' } });
    expect(stored.map(({ value }) => String(value))).toEqual(['0.25', '0.25', '0.25']);
  });
});

describe('expenses', () => {
  const file =
    'Date,Category,Amount,Currency,Source,Campaign\n2026-03-01,Ad spend,"1,200.50",,web,spring\n2026-03-02,sales,30,EUR,,\n2026-03-02,sales,30,EUR,,\n2026-03-03,lunch,9,,,\n,marketing,9,,,\n2026-03-04,other,,,,\n';

  it('are read by day, category, source and campaign; what lacks one of what it takes is a bad row', async () => {
    const { problems } = await importText(db(), 'expenses', file);
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [5, 'Category', 'unknown_word'],
      [6, 'Date', 'required'],
      [7, 'Amount', 'required'],
    ]);
    const stored = await db().expense.findMany({ orderBy: [{ spentOn: 'asc' }, { id: 'asc' }] });
    expect(
      stored.map((row) => [
        iso(row.spentOn),
        row.category,
        String(row.amount),
        row.currency,
        row.leadSource,
        row.campaign,
      ]),
    ).toEqual([
      ['2026-03-01', 'marketing', '1200.5', 'USD', 'web', 'spring'],
      ['2026-03-02', 'sales', '30', 'EUR', null, null],
      ['2026-03-02', 'sales', '30', 'EUR', null, null],
    ]);
  });

  it('are the same when they come again, and a changed one with an id is changed', async () => {
    await importText(db(), 'expenses', file);
    expect(await importText(db(), 'expenses', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
    await importText(db(), 'expenses', 'id,date,category,amount\nE1,2026-03-01,sales,10\n');
    const again = 'id,date,category,amount\nE1,2026-03-01,sales,12\n';
    expect(await importText(db(), 'expenses', again)).toMatchObject({ inserted: 0, updated: 1, unchanged: 0 });
  });
});

describe('list prices', () => {
  const histories = async () =>
    (await db().productPrice.findMany({ orderBy: { startsOn: 'asc' } })).map(
      ({ startsOn, endsOn, listPrice, currency }) => [
        iso(startsOn),
        iso(endsOn),
        listPrice && String(listPrice),
        currency,
      ],
    );
  const from = (day: string) => ({ now: Temporal.Instant.from(`${day}T12:00Z`) });

  it('keep what they were: a change holds from the day we hear of it, on one day the last word counts', async () => {
    await importText(db(), 'products', 'name,price\nChair,90\n', from('2026-01-05'));
    await importText(db(), 'products', 'name,price\nChair,100\n', from('2026-01-05'));
    await importText(db(), 'products', 'name,price\nChair,100\n', from('2026-02-01'));
    await importText(db(), 'products', 'name,price\nChair,120 EUR\n', from('2026-03-01'));
    await importText(db(), 'products', 'name,price\nChair,\n', from('2026-04-01'));
    expect(await histories()).toEqual([
      ['2026-01-05', '2026-03-01', '100', 'USD'],
      ['2026-03-01', '2026-04-01', '120', 'EUR'],
      ['2026-04-01', null, null, null],
    ]);
  });

  it('begin with the first price that is told', async () => {
    await importText(db(), 'deals', 'id,stage,product\n1,Open,Chair\n', from('2026-01-05'));
    await importText(db(), 'products', 'name,cost\nChair,60\n', from('2026-02-01'));
    expect(await histories()).toEqual([]);
    await importText(db(), 'products', 'name,price,cost\nChair,100,60\n', from('2026-03-01'));
    expect(await histories()).toEqual([['2026-03-01', null, '100', 'USD']]);
  });
});

describe('competitors’ prices', () => {
  const file =
    'Product,Competitor,Price,Currency,Date\nChair,Globex,"1,200.50",,2026-03-01\nChair,Globex,30,EUR,2026-03-02\nTable,Initech,9,,2026-03-02\nChair,Globex,0,,2026-03-01\nChair,,9,,2026-03-01\n,Globex,9,,2026-03-01\nChair,Globex,,,2026-03-01\nChair,Globex,9,,\nChair,Globex,9,BEER,2026-03-01\n';

  it('are read by product, competitor and day; what lacks one of them, or costs nothing, is a bad row', async () => {
    await importText(db(), 'products', 'name,price\nChair,1000\n');
    const { problems, created } = await importText(db(), 'prices', file);
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [5, 'Price', 'out_of_range'],
      [6, 'Competitor', 'required'],
      [7, 'Product', 'required'],
      [8, 'Price', 'required'],
      [9, 'Date', 'required'],
      [10, 'Currency', 'no_currency'],
    ]);
    expect(created).toMatchObject({ product: { count: 1 } });
    const stored = await db().competitorPrice.findMany({ include: { product: true }, orderBy: { price: 'desc' } });
    expect(
      stored.map((row) => [row.product.name, row.competitor, String(row.price), row.currency, iso(row.observedOn)]),
    ).toEqual([
      ['Chair', 'Globex', '1200.5', 'USD', '2026-03-01'],
      ['Chair', 'Globex', '30', 'EUR', '2026-03-02'],
      ['Table', 'Initech', '9', 'USD', '2026-03-02'],
    ]);
  });

  it('are the same when they come again, and a changed one with an id is changed', async () => {
    await importText(db(), 'prices', file);
    expect(await importText(db(), 'prices', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
    await importText(db(), 'prices', 'id,product,competitor,price,date\nP1,Chair,Globex,10,2026-03-01\n');
    const again = 'id,product,competitor,price,date\nP1,Chair,Globex,12,2026-03-01\n';
    expect(await importText(db(), 'prices', again)).toMatchObject({ inserted: 0, updated: 1, unchanged: 0 });
  });
});

describe('answers', () => {
  const file =
    'Survey,Rating,Submitted at,Customer,Contact,Owner,Feedback,Resolved\nNPS,10,2026-03-01 10:00,Acme,Kim,Anna Smith,Great,\nnps,3,2026-03-02,Acme,Lee,,Slow,2026-03-04\nCSAT,5,2026-03-02,Bolt,,,,\nNPS,11,2026-03-02,,,,,\nCSAT,0,2026-03-02,,,,,\nNPS,7.5,2026-03-02,,,,,\nmood,3,2026-03-02,,,,,\nNPS,,2026-03-02,,,,,\nNPS,7,,,,,,\n';

  it('are read by survey, score and day; what is not on the scale is a bad row', async () => {
    const { problems, inserted } = await importText(db(), 'answers', file);
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [5, 'Rating', 'out_of_range'],
      [6, 'Rating', 'out_of_range'],
      [7, 'Rating', 'not_whole'],
      [8, 'Survey', 'unknown_word'],
      [9, 'Rating', 'required'],
      [10, 'Submitted at', 'required'],
    ]);
    expect(inserted).toBe(3);
    const stored = await db().surveyAnswer.findMany({ include: { customer: true }, orderBy: { score: 'desc' } });
    expect(
      stored.map((row) => [
        row.instrument,
        row.score,
        row.customer?.name,
        row.respondent,
        row.comment,
        iso(row.answeredOn),
      ]),
    ).toEqual([
      ['nps', 10, 'Acme', 'Kim', 'Great', '2026-03-01'],
      ['csat', 5, 'Bolt', null, null, '2026-03-02'],
      ['nps', 3, 'Acme', 'Lee', 'Slow', '2026-03-02'],
    ]);
    expect(stored.map(({ memberId, answeredAt, solvedOn }) => [memberId, answeredAt, solvedOn].map(Boolean))).toEqual([
      [true, true, false],
      [false, false, false],
      [false, false, true],
    ]);
    expect(await importText(db(), 'answers', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
  });
});

describe('currency rates', () => {
  it('are worth in the workspace’s currency, or the one named; a later word on a day replaces the earlier', async () => {
    const file = 'Currency,Date,Rate,Base\nEUR,2026-03-01,1.25,\njpy,2026-03-01,0.0067,\nUSD,2026-03-01,0.8,EUR\n';
    expect(await importText(db(), 'rates', file)).toMatchObject({ inserted: 3, bad: 0 });
    expect(await importText(db(), 'rates', file)).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
    const changed = 'currency,date,rate\nEUR,2026-03-01,1.5\nEUR,2026-03-02,1.75\n';
    expect(await importText(db(), 'rates', changed)).toMatchObject({ inserted: 1, updated: 1, unchanged: 0 });
    const stored = await db().currencyRate.findMany({
      orderBy: [{ base: 'asc' }, { currency: 'asc' }, { day: 'asc' }],
    });
    expect(stored.map((row) => [row.base, row.currency, iso(row.day), String(row.rate)])).toEqual([
      ['EUR', 'USD', '2026-03-01', '0.8'],
      ['USD', 'EUR', '2026-03-01', '1.5'],
      ['USD', 'EUR', '2026-03-02', '1.75'],
      ['USD', 'JPY', '2026-03-01', '0.0067'],
    ]);
  });

  it('that are nothing, of no currency or of no day are bad rows', async () => {
    const file =
      'currency,date,rate\nEUR,2026-03-01,0\nBEER,2026-03-01,2\nEUR,,2\nEUR,2026-03-02,-1\nEUR,2026-03-03,\n';
    const { problems, inserted } = await importText(db(), 'rates', file);
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, 'rate', 'out_of_range'],
      [3, 'currency', 'no_currency'],
      [4, 'date', 'required'],
      [5, 'rate', 'out_of_range'],
      [6, 'rate', 'required'],
    ]);
    expect(inserted).toBe(0);
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
