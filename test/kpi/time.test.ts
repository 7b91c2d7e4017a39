import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { call, type Facts, open, won } from '../support/facts.ts';
import { type About, days, tell } from './asking.ts';

const db = useDatabase();
const berlin = { zone: 'Europe/Berlin' };
const found = async (facts: Facts, kpi: string, about?: About) => (await tell(db(), facts)).kpi(kpi, about);
const value = async (facts: Facts, kpi: string, about?: About) => (await found(facts, kpi, about)).value;

describe('a day', () => {
  it("begins and ends at the workspace's midnight, in winter and in summer time", async () => {
    const deals = [
      won('anna', '2026-02-28T22:59:59Z', 1), // 23:59:59 on 28 February in Berlin
      won('anna', '2026-02-28T23:00:00Z', 10), // midnight
      won('anna', '2026-03-31T21:59:59Z', 100), // 23:59:59 on 31 March
      won('anna', '2026-03-31T22:00:00Z', 1000), // midnight
    ];
    expect(await value({ workspace: berlin, deals }, 'revenue')).toBe('110.00');
  });

  it('of 23 or 25 hours is one day, its hours by the clock', async () => {
    const activities = [
      call('anna', '2026-03-29T00:30Z'), // 01:30; the clocks go from 02:00 to 03:00
      call('anna', '2026-03-29T01:30Z'), // 03:30
      call('anna', '2025-10-26T00:30Z'), // 02:30, and an hour later
      call('anna', '2025-10-26T01:30Z'), // 02:30 once more
    ];
    const story = await tell(db(), { workspace: berlin, activities });
    expect(await story.groups('calls_made', 'hour')).toEqual({ 1: 1, 3: 1 });
    expect(await story.groups('calls_made', 'hour', { period: days('2025-10-26', '2025-10-26') })).toEqual({ 2: 2 });
  });

  it('that came without a time is never moved, is measured in whole days, and is in no hour', async () => {
    const deals = [won('anna', '2026-03-31', 5, { opened: '2026-03-29T23:00' })];
    const story = await tell(db(), {
      workspace: { zone: 'Pacific/Auckland' },
      deals,
      activities: [call('anna', '2026-03-01')],
    });
    expect(await story.groups('revenue', 'day', { period: days('2026-03-31', '2026-03-31') })).toEqual({
      '2026-03-31': '5.00',
    });
    expect((await story.kpi('sales_cycle')).value).toBe(2);
    expect((await story.kpi('calls_made')).value).toBe(1);
    expect(await story.groups('calls_made', 'hour')).toEqual({});
  });

  it('apart from another by instants is measured exactly', async () => {
    const deals = [won('anna', '2026-03-31T18:00', 5, { opened: '2026-03-28T12:00' })];
    // 3 days and 6 hours by the clock, an hour of which there was not
    expect(await value({ workspace: berlin, deals }, 'sales_cycle')).toBeCloseTo(3 + 5 / 24, 6);
  });
});

describe('a running period', () => {
  const thisMonth: About = { period: { kind: 'this', unit: 'month' }, now: '2026-03-18T12:30' };

  it('is compared with the same stretch of the one before, up to the same time by the clock', async () => {
    const deals = [
      won('anna', '2026-03-18T12:29', 1),
      won('anna', '2026-03-18T12:31', 10), // not yet
      won('anna', '2026-03-18', 100), // a date has no time to be late at
      won('anna', '2026-03-19', 1000),
      won('anna', '2026-02-18T12:29', 2),
      won('anna', '2026-02-18T12:31', 20),
      won('anna', '2026-02-18', 200),
      won('anna', '2026-02-19', 2000),
    ];
    expect(await found({ workspace: berlin, deals }, 'revenue', thisMonth)).toMatchObject({
      value: '101.00',
      previous: '202.00',
    });
  });

  it('has the clock rule over the change to summer time', async () => {
    const about: About = { period: { kind: 'this', unit: 'week' }, now: '2026-04-01T10:00Z' }; // noon, and in winter 11:00Z
    const deals = [won('anna', '2026-03-25T10:59Z', 1), won('anna', '2026-03-25T11:01Z', 10)];
    expect((await found({ workspace: berlin, deals }, 'revenue', about)).previous).toBe('1.00');
  });

  it('is compared with no more than the one before had', async () => {
    const deals = [won('anna', '2026-03-31', 7), won('anna', '2026-02-28T23:00', 4), won('anna', '2026-03-01', 1)];
    const about: About = { period: { kind: 'this', unit: 'month' }, now: '2026-03-31T12:00' };
    expect(await found({ workspace: berlin, deals }, 'revenue', about)).toMatchObject({
      value: '8.00',
      previous: '4.00',
    });
  });

  it('today is compared with the last working day', async () => {
    const activities = [
      call('anna', '2026-03-16T09:00'),
      call('anna', '2026-03-13T09:00'),
      call('anna', '2026-03-13T15:00'),
      call('anna', '2026-03-15T09:00'),
    ];
    const about: About = { period: { kind: 'this', unit: 'day' }, now: '2026-03-16T12:00' }; // a Monday
    expect(await found({ workspace: berlin, activities }, 'calls_made', about)).toMatchObject({
      value: 1,
      previous: 1,
    });
  });
});

describe('a cohort', () => {
  it('counts what has become of it by now, the earlier one what had at the same age', async () => {
    const deals = [
      won('anna', '2026-04-30', 1, { opened: '2026-03-05' }), // by 2 May
      won('anna', '2026-03-10', 1, { opened: '2026-02-05' }),
      won('anna', '2026-04-25', 1, { opened: '2026-02-05' }), // after February had reached that age
      open('anna', { opened: '2026-03-06' }),
    ];
    // On 2 May March is looked at; February 28 days earlier, on 4 April.
    const conversion = await found({ workspace: berlin, deals }, 'opportunity_conversion', { now: '2026-05-02T12:00' });
    expect(conversion).toMatchObject({ value: 0.5, previous: 0.5 });
  });

  it('leaves out deals nobody knows the opening of', async () => {
    const deals = [won('anna', '2026-03-10', 1), won('anna', '2026-03-11', 1, { opened: '2026-03-01' })];
    expect(await found({ deals }, 'opportunity_conversion')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(await found({ deals }, 'sales_cycle')).toMatchObject({
      value: 10,
      leftOut: [{ reason: 'no_start', count: 1 }],
    });
  });

  it('leaves out of the sales cycle what nobody knows the start of: a contact after the closing began nothing', async () => {
    const leads = {
      Lena: { contacted: '2026-03-25' },
      Luis: { contacted: '2026-03-20T15:00' },
      Lou: { contacted: '2026-03-19' },
    };
    const deals = [
      won('anna', '2026-03-20', 1, { lead: 'Lena' }),
      won('anna', '2026-03-20T14:00', 1, { lead: 'Luis' }),
      won('anna', '2026-03-20', 1, { lead: 'Lou' }),
    ];
    const cycle = await found({ leads, deals }, 'sales_cycle');
    expect(cycle).toMatchObject({ value: 1, denominator: 1, leftOut: [{ reason: 'no_start', count: 2 }] });
  });

  it('belongs to who had it at its start', async () => {
    const deals = [won('ben', '2026-03-20', 1, { opened: '2026-03-01', openedBy: 'anna' })];
    const story = await tell(db(), { deals });
    expect(await story.groups('opportunity_conversion', 'rep')).toEqual({ anna: 1, ben: null });
  });
});

it('a weekday grows against the one before, and what that one grew by is told from the one before it', async () => {
  const sold = [
    won('Anna', '2026-03-04', 100),
    won('Anna', '2026-03-11', 150),
    won('Anna', '2026-03-17', 999),
    won('Anna', '2026-03-18', 300),
  ];
  const story = await tell(db(), { deals: sold });
  const wednesday = { kind: 'weekday', weekday: 3 } as const;
  for (const now of ['2026-03-18T12:00', '2026-03-20T12:00'])
    expect(await story.kpi('sales_growth', { period: wednesday, now })).toMatchObject({ value: 1, previous: 0.5 });
});
