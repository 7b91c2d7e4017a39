import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { catalogue } from '../../src/kpi/catalogue/index.ts';
import { knownKpi } from '../../src/kpi/evaluate.ts';
import type { ValueRecord } from '../../src/kpi/explain.ts';
import { explanationOf } from '../../src/kpi/explanation.ts';
import { makingsOf } from '../../src/kpi/makings.ts';
import { en } from '../../src/language/en/index.ts';
import { cutText, recordLines } from '../../src/slack/messages/records.ts';
import { useDatabase } from '../support/database.ts';
import { call, type Facts, lost, open, won } from '../support/facts.ts';
import { tell } from './asking.ts';

const db = useDatabase();
const march: Facts = {
  workspace: { zone: 'Europe/Berlin' },
  rates: [{ currency: 'EUR', from: '2026-02-20', rate: 1.25 }],
  stages: { Offer: 0.5 },
  deals: [
    won('anna', '2026-03-05T11:00', 1000, { currency: 'EUR', customer: 'Acme' }),
    won('ben', '2026-03-06', 70, { currency: 'JPY' }),
    won('ben', '2026-03-07', null),
    lost('anna', '2026-03-09', {
      amount: 300,
      states: [
        { from: '2026-02-01', to: '2026-02-10', status: 'open' },
        { from: '2026-02-10', to: '2026-02-20', status: 'won' },
        { from: '2026-02-20', to: '2026-03-09', status: 'open' },
        { from: '2026-03-09', status: 'lost' },
      ],
    }),
    won('anna', '2026-02-05', 400),
  ],
  activities: [call('anna', '2026-03-02T10:00', { customer: 'Acme', result: 'positive' })],
};
const said = ({ name, customer, owner, why, day, reason }: ValueRecord) =>
  [day, name, customer, owner, why, reason].filter(Boolean).join(' · ');

it('a converted amount says its own currency, the rate and the day of the rate', async () => {
  const behind = await (await tell(db(), march)).records('revenue', 'numerator');
  expect(behind).toMatchObject({ shown: 1, hidden: 0, records: [{ owner: 'anna', customer: 'Acme' }] });
  expect(Number(behind?.sum)).toBe(1250);
  expect(behind?.records[0]?.amount).toEqual({ value: '1000', currency: 'EUR' });
  expect(Number(behind?.records[0]?.rate?.value)).toBe(1.25);
  expect(behind?.records[0]?.rate?.day).toBe('2026-02-20');
});

it('an equation behind a number is true as it is written; what is no product says what it is', async () => {
  const line = { product: 'Basic', quantity: 1 };
  const story = await tell(db(), {
    rates: [{ currency: 'EUR', from: '2026-02-20', rate: 1.25 }],
    stages: { Offer: 0.75 },
    deals: [
      won('anna', '2026-03-05', 1000, { currency: 'EUR', lines: [{ ...line, price: 1000, cost: 600 }] }),
      won('ben', '2026-03-04', 200, { lines: [{ ...line, price: 200, cost: 50 }] }),
      open('anna', {
        amount: 400,
        currency: 'EUR',
        states: [{ from: '2026-03-01', amount: 400, currency: 'EUR', stage: 'Offer' }],
      }),
      open('ben', { amount: 80, states: [{ from: '2026-03-01', amount: 80, stage: 'Offer' }] }),
    ],
  });
  const written = async (kpi: string) => {
    const answer = await story.ask([kpi]);
    const records = await story.records(kpi, 'numerator');
    return recordLines({ answer, records, view: { part: 'numerator' } }, answer.kpis[0]!).map((each) =>
      (each.split(' · ').at(-1) ?? '').replaceAll('\u00a0', ' '),
    );
  };
  const lines = (await Promise.all(['revenue', 'weighted_pipeline', 'gross_margin', 'units_sold'].map(written))).flat();
  expect(lines).toEqual([
    '€1,000 × 1.25 (rate of 20 Feb) = $1,250',
    '$200',
    '€400 × 1.25 (rate of 20 Feb) × 75 % (probability) = $375',
    '$80 × 75 % (probability) = $60',
    '€1,000 × 1.25 (rate of 20 Feb) = $1,250; counts as $500 (profit of lines with a known cost)',
    '$200; counts as $150 (profit of lines with a known cost)',
    '1',
    '1',
  ]);
  for (const equation of lines.flatMap((each) => /^[^;]* = [^;]*/.exec(each) ?? [])) {
    const [made = '', value = ''] = equation.replaceAll(/\([^)]*\)|[€$,]/g, '').split('=');
    const product = made
      .split('×')
      .reduce((so, one) => so * (Number.parseFloat(one) / (one.includes('%') ? 100 : 1)), 1);
    expect(product, equation).toBeCloseTo(Number(value), 2);
  }
});

it('a price index lists our price beside the latest of each competitor', async () => {
  const story = await tell(db(), {
    products: { Anvil: { price: 120 } },
    prices: [
      { product: 'Anvil', competitor: 'Globex', price: 90, on: '2026-03-01' },
      { product: 'Anvil', competitor: 'Globex', price: 100, on: '2026-03-02' },
      { product: 'Anvil', competitor: 'Acme', price: 140, on: '2026-02-20' },
      { product: 'Anvil', competitor: 'Hooli', price: 1, on: '2025-11-02' },
    ],
  });
  const [record] = (await story.records('price_index', 'denominator'))?.records ?? [];
  expect(record?.name).toBe('Anvil');
  expect(record?.why).toBe('Acme $140 on 20 Feb · Globex $100 on 2 Mar');
});

it('what was left out is listed with its reason', async () => {
  const behind = await (await tell(db(), march)).records('revenue', 'leftOut');
  expect(behind?.records.map(said)).toEqual([
    '2026-03-07 · Deal 2 · ben · won · no_amount',
    '2026-03-06 · Deal 1 · ben · won · no_rate',
  ]);
});

it('a deal that was reopened says so, and stands only where its last closing counts', async () => {
  const story = await tell(db(), march);
  const records = (await story.records('win_rate', 'denominator'))?.records.map(said) ?? [];
  expect(records).toHaveLength(4);
  expect(records[0]).toBe(
    '2026-03-09 · Deal 3 · anna · lost · closed before, reopened on 20 Feb: only the last closing counts',
  );
  const february = await story.records('deals_won', 'numerator', { period: { kind: 'month', month: 2, year: 2026 } });
  expect(february?.records.map(said)).toEqual(['2026-02-05 · Deal 4 · anna · won']);
});

it('growth lists both periods, one above and one below the line', async () => {
  const story = await tell(db(), march);
  expect((await story.records('sales_growth', 'numerator'))?.records.map(({ name }) => name)).toEqual(['Deal 0']);
  expect((await story.records('sales_growth', 'denominator'))?.records.map(({ name }) => name)).toEqual(['Deal 4']);
});

it('only the records one may see are named; the others are counted, and the sum is that of all', async () => {
  const story = await tell(db(), march);
  const { members } = await db()
    .member.findMany()
    .then((all) => ({ members: all.filter(({ name }) => name === 'ben') }));
  const visible = members.map(({ id }) => id);
  const behind = await story.records('deals_won', 'numerator', {}, { visible });
  expect(behind?.records.map(({ owner }) => owner)).toEqual(['ben', 'ben']);
  expect(behind).toMatchObject({ shown: 2, hidden: 1, sum: 3 });
  const none = await story.records('deals_won', 'numerator', {}, { visible: [] });
  expect(none).toMatchObject({ records: [], shown: 0, hidden: 3 });
});

it('pages go on where the last one ended, and never beyond the end', async () => {
  const deals = Array.from({ length: 23 }, (_, index) =>
    won('anna', `2026-03-${String(index + 1).padStart(2, '0')}`, 10),
  );
  const story = await tell(db(), { deals });
  const page = async (page: number) => (await story.records('deals_won', 'numerator', {}, { page, pageSize: 10 }))!;
  const pages = [await page(0), await page(1), await page(2)];
  expect(pages.map(({ records }) => records.length)).toEqual([10, 10, 3]);
  expect(new Set(pages.flatMap(({ records }) => records.map(({ id }) => id))).size).toBe(23);
  expect(await page(9)).toEqual(pages[2]);
});

const moment = { now: Temporal.Instant.from('2026-03-18T09:00:00Z'), zone: 'Europe/Berlin' };

it('every KPI is explained in whole sentences, with numbers and without', async () => {
  for (const facts of [march, {}]) {
    const story = await tell(db(), facts);
    const answer = await story.ask(catalogue.map(({ id }) => id));
    for (const kpi of answer.kpis) {
      const explained = explanationOf(answer, kpi, moment);
      const lines = Object.values(explained).flat();
      expect(lines.join('\n'), kpi.id).not.toMatch(/undefined|NaN|null|\(\)|\{/);
      expect(explained.numbers[0], kpi.id).toMatch(/ = /);
      for (const part of ['meaning', 'formula', 'period', 'compared'] as const)
        expect(explained[part], `${part} of ${kpi.id}`).toMatch(/\w+ \w+/);
    }
  }
});

it('a KPI with every side has the numbers put into its formula', async () => {
  const story = await tell(db(), {
    ...march,
    targets: [{ kpi: 'revenue', from: '2026-03-01', to: '2026-04-01', value: 5000 }],
  });
  const ids = ['win_rate', 'sales_growth', 'target_attainment', 'win_odds', 'pipeline_coverage', 'avg_deal_size'];
  const answer = await story.ask(ids);
  const made = answer.kpis.map((kpi) => explanationOf(answer, kpi, moment).numbers[0]?.replaceAll('\u00a0', ' '));
  expect(made).toEqual([
    '3 (deals won) / 4 (deals won or lost) = 75 %',
    '$1,250 (revenue of deals won) / $400 (the same in the period it is compared with) − 1 = 212.5 %',
    '$1,250 (revenue) / $5,000 (the target) = 25 %',
    '3 (deals won) / 1 (deals lost) = 3 : 1',
    '$0 (open deals and leads) / $3,750 (what is missing to the target) = 0',
    '$1,250 (revenue of deals won) / 1 (deals won with an amount) = $1,250',
  ]);
});

it('what stands in a formula has a name, and every reason for leaving out has one', () => {
  const leftOut = catalogue.flatMap((kpi) => kpi.leftOut ?? []);
  const measures = catalogue.flatMap((kpi) =>
    Object.values(makingsOf(kpi, knownKpi)).flatMap((making) => making?.measure ?? []),
  );
  const keys = [
    ...measures.map(({ id }) => `measure.${id}`),
    ...leftOut.map(({ reason }) => `records.reason.${reason}`),
  ];
  expect([...new Set(keys)].filter((key) => !Object.hasOwn(en, key))).toEqual([]);
});

it('a cohort says that it is compared at equal age, a state the day on which it stood so', async () => {
  const story = await tell(db(), march);
  const saidOf = async (kpi: string, about?: Parameters<typeof story.ask>[1]) => {
    const answer = await story.ask([kpi], about);
    const { period, compared } = explanationOf(answer, answer.kpis[0]!, moment);
    return `${period} ${compared}`.replaceAll('\u00a0', ' ');
  };
  expect(await saidOf('lead_conversion_rate')).toContain('At equal age: ');
  expect(await saidOf('revenue')).not.toContain('At equal age');
  expect(await saidOf('revenue')).toContain('Counted: 1–31 Mar 2026');
  const state = await saidOf('pipeline_value');
  expect(state).toContain('As of 31 Mar 2026, in days of Europe/Berlin. Compared with 28 Feb 2026, the period before');
  const running = { period: { kind: 'this', unit: 'month' }, now: '2026-03-18T10:00' } as const;
  expect(await saidOf('pipeline_value', running)).toContain('As of 10:00');
});

it('a customer who is named by the deal is not named again, and days are those of the workspace’s calendar', async () => {
  const facts: Facts = { deals: [won('anna', '2026-03-05', 10, { customer: 'Deal' })] };
  const story = await tell(db(), facts);
  const answer = await story.ask(['deals_won']);
  const records = await story.records('deals_won', 'numerator');
  const [line] = recordLines({ answer, records, view: { part: 'numerator' } }, answer.kpis[0]!);
  expect(line).toContain('Deal 0 · by anna');
  const persian = { ...answer, calendar: 'persian' as const };
  expect(recordLines({ answer: persian, records, view: { part: 'numerator' } }, answer.kpis[0]!)[0]).toContain(
    'Thu 14 Esfand',
  );
});

it('a file says how many records it leaves out', async () => {
  const story = await tell(db(), march);
  const cut = await story.records('deals_won', 'numerator', {}, { pageSize: 2 });
  expect([cut?.records.length, cutText(cut?.shown ?? 0, 2)]).toEqual([
    2,
    'A file holds at most 2 records: the latest of 3.',
  ]);
  expect(cut?.records.map(({ day }) => day)).toEqual(['2026-03-07', '2026-03-06']);
  expect(cutText(2, 2)).toBe('');
  expect(cutText(10_000)).toBe('');
  expect(cutText(10_001)).toBe('A file holds at most 10,000 records: the latest of 10,001.');
});
