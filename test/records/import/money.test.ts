// Files about money: goals, what is spent, what things cost, here and elsewhere, and what a currency is worth.
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../../support/database.ts';
import { importText, iso, wipe } from './support.ts';

const db = useDatabase();
beforeEach(() => wipe(db()));

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
