import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { type Facts, lost, open, won } from '../support/facts.ts';
import { type About, days, tell } from './asking.ts';

const db = useDatabase();
const berlin = { zone: 'Europe/Berlin' };
const found = async (facts: Facts, kpi: string, about?: About) => (await tell(db(), facts)).kpi(kpi, about);
const value = async (facts: Facts, kpi: string, about?: About) => (await found(facts, kpi, about)).value;

describe('money', () => {
  const rates = [
    { currency: 'EUR', from: '2026-03-01', rate: 1.1 },
    { currency: 'EUR', from: '2026-03-10', rate: 1.2 },
  ];
  const euros = { currency: 'EUR' };

  it("is converted at its day's rate, the latest on or before it", async () => {
    const deals = [
      won('anna', '2026-03-09', 100, euros),
      won('anna', '2026-03-10', 100, euros),
      won('anna', '2026-03-30', 100, euros),
    ];
    expect(await value({ rates, deals }, 'revenue')).toBe('350.00'); // 110 + 120 + 120
  });

  it('without a rate is left out and counted, above the line and below', async () => {
    const deals = [
      won('anna', '2026-03-05', 100),
      won('anna', '2026-02-27', 900, euros),
      won('anna', '2026-03-06', 900, { currency: 'JPY' }),
      won('anna', '2026-03-07', 900, { currency: 'JPY' }),
    ];
    const story = await tell(db(), { rates, deals });
    const leftOut = [{ reason: 'no_rate', currency: 'JPY', count: 2 }];
    expect(await story.kpi('revenue')).toMatchObject({ value: '100.00', leftOut });
    expect(await story.kpi('avg_deal_size')).toMatchObject({
      value: '100.00',
      denominator: 1,
      leftOut,
      previous: null,
    });
    expect(await story.kpi('deals_won')).toMatchObject({ value: 3, leftOut: [] });
    expect(await story.kpi('revenue', { period: days('2026-02-01', '2026-02-28') })).toMatchObject({
      leftOut: [{ reason: 'no_rate', currency: 'EUR', count: 1 }],
    });
  });

  it('has the decimals of its currency', async () => {
    const yen = { workspace: { currency: 'JPY' }, rates: [{ currency: 'USD', from: '2026-01-01', rate: 150.5 }] };
    expect(
      await found({ ...yen, deals: [won('anna', '2026-03-05', 3, { currency: 'USD' })] }, 'revenue'),
    ).toMatchObject({ value: '452', currency: 'JPY' }); // 451.5
  });

  it('is exact where floats are not', async () => {
    const deals = Array.from({ length: 10 }, () => won('anna', '2026-03-05', 0.1));
    expect(await value({ deals: [...deals, won('anna', '2026-03-06', 1e15)] }, 'revenue')).toBe('1000000000000001.00');
  });

  it('of a pipeline is converted at the day it is looked at', async () => {
    const deals = [open('anna', { amount: 100, ...euros, states: [{ from: '2026-03-01' }] })];
    const story = await tell(db(), { rates, deals });
    expect((await story.kpi('pipeline_value', { period: days('2026-03-01', '2026-03-05') })).value).toBe('110.00');
    expect((await story.kpi('pipeline_value', { period: days('2026-03-01', '2026-03-10') })).value).toBe('120.00');
  });

  it('that came without a currency is no amount', async () => {
    const leads = { Lena: { states: [{ from: '2026-03-01', amount: 50, currency: null }] } };
    const story = await tell(db(), { leads });
    expect(await story.kpi('pipeline_value')).toMatchObject({
      value: '0.00',
      leftOut: [{ reason: 'no_amount', count: 1 }],
    });
  });

  it('a deal without an amount is a deal, but no revenue', async () => {
    const facts = { deals: [won('anna', '2026-03-05', null), won('anna', '2026-03-06', 80)] };
    const leftOut = [{ reason: 'no_amount', count: 1 }];
    expect(await found(facts, 'revenue')).toMatchObject({ value: '80.00', leftOut });
    expect(await found(facts, 'avg_deal_size')).toMatchObject({ value: '80.00', leftOut });
    expect(await found(facts, 'deals_won')).toMatchObject({ value: 2 });
  });

  it('a margin is over the lines whose cost and revenue are both known', async () => {
    const line = { product: 'Anvil', price: 100, cost: 60 };
    const deals = [
      won('anna', '2026-03-05', 100, { lines: [line] }),
      won('anna', '2026-03-06', null, { currency: 'USD', lines: [line] }),
      won('anna', '2026-03-07', null, { lines: [line] }),
    ];
    const story = await tell(db(), { deals });
    expect(await story.kpi('gross_profit')).toMatchObject({
      value: '80.00',
      leftOut: [{ reason: 'no_amount', count: 1 }],
    });
    expect(await story.kpi('gross_margin')).toMatchObject({ value: 0.4, leftOut: [{ reason: 'no_amount', count: 2 }] });
  });
});

describe('products', () => {
  const lines = [
    { product: 'Anvil', price: 50, amount: 33.34 },
    { product: 'Bell', price: 50, amount: 33.33 },
    { product: 'Anvil', price: 50, amount: 33.33 },
  ];

  it("share their deal's amount, whatever their prices say, and add up to it", async () => {
    const story = await tell(db(), { deals: [won('anna', '2026-03-05', 100, { lines }), won('ben', '2026-03-06', 7)] });
    expect(await story.groups('revenue', 'product')).toEqual({ Anvil: '66.67', Bell: '33.33', '–': '7.00' });
    expect((await story.ask(['revenue'], { by: 'product' })).kpis[0]?.value).toBe('107.00');
  });

  it('count a deal once each, and once in the whole', async () => {
    const story = await tell(db(), { deals: [won('anna', '2026-03-05', 100, { lines })] });
    expect(await story.groups('deals_won', 'product')).toEqual({ Anvil: 1, Bell: 1 });
    expect((await story.ask(['deals_won'], { by: 'product' })).kpis[0]?.value).toBe(1);
  });

  it('of lines without a share are left out rather than given the whole deal', async () => {
    const unshared = [{ product: 'Anvil' }, { product: 'Bell' }];
    const story = await tell(db(), { deals: [won('anna', '2026-03-05', 100, { lines: unshared })] });
    const { groups } = await story.ask(['revenue'], { by: 'product' });
    expect(groups.map(({ kpis }) => [kpis[0]?.value, kpis[0]?.leftOut[0]?.reason])).toEqual([
      ['0.00', 'no_amount'],
      ['0.00', 'no_amount'],
    ]);
  });

  it("kinds that are missing are new for a customer's first win and repeat after it", async () => {
    const deals = [
      won('anna', '2026-03-05', 1, { customer: 'Acme', lines: [{ product: 'Anvil', price: 1 }] }),
      won('anna', '2026-03-05T10:00', 10, { customer: 'Acme' }), // the same day, and known to be at ten: first
      won('anna', '2026-03-06', 100, { customer: 'Acme', lines: [{ product: 'Anvil', price: 100, kind: 'renewal' }] }),
      won('anna', '2026-03-07', 1000), // whose first it is nobody knows
      lost('anna', '2026-03-01', { customer: 'Acme' }),
    ];
    const story = await tell(db(), { workspace: berlin, deals });
    expect(await story.groups('revenue', 'kind')).toEqual({
      new: '10.00',
      repeat: '1.00',
      renewal: '100.00',
      '–': '1000.00',
    });
    expect((await story.kpi('new_revenue')).value).toBe('10.00');
  });
});

describe('customers', () => {
  const since = '2025-06-01';
  const customers = (days: Record<string, object>) => ({ customers: days });

  it('are active from their first day up to the one they leave on', async () => {
    const all = customers({
      'left before': { since, churned: '2026-02-28' },
      'left as it began': { since, churned: '2026-03-01' },
      'came as it began': { since: '2026-03-01' },
      'came last day': { since: '2026-03-31' },
      'came after': { since: '2026-04-01' },
    });
    const story = await tell(db(), all);
    expect((await story.kpi('upsell_rate')).denominator).toBe(1); // on 28 February: who left on 1 March
    expect((await story.kpi('customer_engagement')).denominator).toBe(2); // who came in March
  });

  it('lapse after the time the workspace gives them, and begin anew with a win', async () => {
    const wins = ['2025-02-28', '2025-08-31'].map((day) => won('anna', day, 1, { customer: 'Acme' }));
    const active = async (lapseMonths: number, deals: Facts['deals']) =>
      (await found({ workspace: { lapseMonths }, deals }, 'customer_engagement')).denominator;
    expect(await active(12, wins)).toBe(1);
    expect(await active(12, wins.slice(0, 1))).toBe(0);
    expect(await active(3, wins)).toBe(0);
    expect(await active(3, [...wins, won('anna', '2026-03-10', 1, { customer: 'Acme' })])).toBe(1);
  });
});

describe('rates, odds and growth', () => {
  it('a ratio of nothing is no data, a ratio of none is 0', async () => {
    const story = await tell(db(), { deals: [lost('anna', '2026-03-05')] });
    expect(await story.kpi('win_rate')).toMatchObject({ value: 0, previous: null });
    expect(await story.kpi('avg_deal_size')).toMatchObject({ value: null, denominator: 0 });
  });

  it('odds without a loss have no quotient, and say what they are of', async () => {
    const story = await tell(db(), { deals: [won('anna', '2026-03-05', 1), won('anna', '2026-03-06', 1)] });
    expect(await story.kpi('win_odds')).toMatchObject({ value: null, numerator: 2, denominator: 0 });
  });

  it('growth has a growth before it, for months, weeks, running ones and at the end of a long month', async () => {
    const monthly = [won('anna', '2026-01-10', 100), won('anna', '2026-02-10', 150), won('anna', '2026-03-10', 300)];
    const story = await tell(db(), { deals: monthly });
    const asked = (period: About['period'], now: string) => story.kpi('sales_growth', { period, now });
    const grown = { value: 1, previous: 0.5 };
    expect(await asked(undefined, '2026-06-15T12:00')).toMatchObject(grown);
    expect(await asked({ kind: 'last', unit: 'month' }, '2026-04-15T12:00')).toMatchObject(grown);
    expect(await asked({ kind: 'this', unit: 'month' }, '2026-03-15T12:00')).toMatchObject(grown);
    expect(await asked({ kind: 'toDate', unit: 'month' }, '2026-03-31T12:00')).toMatchObject(grown);
  });

  it('growth over days is compared with as many days, even where they happen to be a month', async () => {
    // The last 28 days on 29 March are the 1st to the 28th; those before are all of February; those before them begin on 4 January.
    const deals = [
      won('anna', '2026-03-28', 40),
      won('anna', '2026-02-10', 20),
      won('anna', '2026-01-04', 10),
      won('anna', '2026-01-03', 999),
    ];
    const about: About = { period: { kind: 'trailing', n: 28, unit: 'day' }, now: '2026-03-29T12:00' };
    expect(await found({ deals }, 'sales_growth', about)).toMatchObject({ value: 1, previous: 1 });
  });

  it('what is sold no more has shrunk to nothing', async () => {
    const bell = { lines: [{ product: 'Bell', price: 10 }] };
    const story = await tell(db(), { deals: [won('anna', '2026-02-05', 10, bell), won('anna', '2026-03-05', 10)] });
    expect(await story.groups('sales_growth', 'product')).toEqual({ Bell: -1, '–': null });
  });
});
