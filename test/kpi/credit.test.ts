import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { type Facts, won } from '../support/facts.ts';
import { type About, days, tell } from './asking.ts';

const db = useDatabase();
const berlin = { zone: 'Europe/Berlin' };
const found = async (facts: Facts, kpi: string, about?: About) => (await tell(db(), facts)).kpi(kpi, about);

describe('credit', () => {
  it('stays where it was earned when a deal is handed over', async () => {
    const handed = {
      opened: '2026-03-01',
      openedBy: 'anna',
      proposal: '2026-03-05',
      proposalBy: 'ben',
      closedBy: 'cleo',
    };
    const story = await tell(db(), { deals: [won('dora', '2026-03-20', 100, handed)] });
    expect(await story.groups('new_opportunities', 'rep')).toMatchObject({ anna: 1, ben: 0, cleo: 0 });
    expect(await story.groups('proposals_sent', 'rep')).toMatchObject({ anna: 0, ben: 1, cleo: 0 });
    expect(await story.groups('revenue', 'rep')).toMatchObject({ anna: '0.00', ben: '0.00', cleo: '100.00' });
    expect((await story.kpi('revenue', { whose: 'dora' })).value).toBe('0.00'); // who has it now
  });

  it('goes to the team of the day: half-open, and without dates for ever', async () => {
    const belongs = [
      { who: 'anna', team: 'North', to: '2026-03-15' },
      { who: 'anna', team: 'South', from: '2026-03-15' },
      { who: 'ben', team: 'South' },
    ];
    const deals = [
      won('anna', '2026-03-14T23:59', 1),
      won('anna', '2026-03-15T00:00', 10),
      won('ben', '2016-01-01', 7),
    ];
    const story = await tell(db(), { workspace: berlin, belongs, deals });
    expect((await story.kpi('revenue', { whose: 'team North' })).value).toBe('1.00');
    expect((await story.kpi('revenue', { whose: 'team South' })).value).toBe('10.00');
    expect((await story.kpi('revenue', { whose: 'team North + South' })).value).toBe('11.00');
    expect((await story.kpi('revenue', { whose: 'team South', period: days('2016-01-01', '2016-01-31') })).value).toBe(
      '7.00',
    );
  });

  it('of a customer who is handed over stays with who had it then, and by its last deal where nobody was given', async () => {
    const customers = {
      Acme: { owner: 'ben', had: [{ until: '2026-06-01', owner: 'anna' }], since: '2026-01-10' },
      Bolt: { owner: 'ben', had: [{ until: '2026-06-01' }] },
    };
    const deals = [won('cleo', '2026-01-20', 100, { customer: 'Bolt' })];
    const story = await tell(db(), { people: { anna: {}, ben: {}, cleo: {} }, customers, deals });
    const of = (kpi: string, from: string, through: string) =>
      story.groups(kpi, 'rep', { period: days(from, through), now: '2026-07-20T12:00' });
    expect(await of('retention_rate', '2026-03-01', '2026-03-31')).toMatchObject({ anna: 1, ben: null, cleo: 1 });
    expect(await of('retention_rate', '2026-05-01', '2026-05-31')).toMatchObject({ anna: 1, ben: null, cleo: 1 });
    expect(await of('retention_rate', '2026-05-02', '2026-06-01')).toMatchObject({ anna: null, ben: 1, cleo: null });
    expect(await of('customer_value', '2026-03-01', '2026-03-31')).toMatchObject({ anna: '0.00', cleo: '100.00' });
    expect(await of('new_customers', '2026-01-01', '2026-01-31')).toMatchObject({ anna: 1, ben: 0, cleo: 1 });
  });

  it('of nobody is in the whole and in a group of its own', async () => {
    const story = await tell(db(), { deals: [won(null, '2026-03-01', 3), won('anna', '2026-03-01', 2)] });
    expect((await story.kpi('revenue')).value).toBe('5.00');
    expect(await story.groups('revenue', 'rep')).toEqual({ '–': '3.00', anna: '2.00' });
  });

  it('per rep counts a rep who changed teams in both, and once in the whole', async () => {
    const belongs = [
      { who: 'anna', team: 'North', to: '2026-03-15' },
      { who: 'anna', team: 'South', from: '2026-03-15' },
    ];
    const story = await tell(db(), { belongs, deals: [won('anna', '2026-03-20', 100)] });
    expect((await story.kpi('avg_sales_per_rep')).value).toBe('100.00');
    expect(await story.groups('avg_sales_per_rep', 'team')).toEqual({ South: '100.00', North: '0.00' });
    expect((await story.kpi('avg_sales_per_rep', { whose: 'team North' })).denominator).toBe(1);
  });

  it('per rep leaves out who is given a place only later, or never where others have one, unless they sold', async () => {
    const belongs = [
      { who: 'anna', team: 'North' },
      { who: 'ben', team: 'North', from: '2026-06-01' },
    ];
    const deals = [won('anna', '2026-03-20', 100)];
    const people = { anna: {}, ben: {}, cleo: {} };
    expect(await found({ people, belongs, deals }, 'avg_sales_per_rep')).toMatchObject({
      value: '100.00',
      denominator: 1,
    });
    const sold = { people, belongs, deals: [...deals, won('cleo', '2026-03-21', 60)] };
    expect(await found(sold, 'avg_sales_per_rep')).toMatchObject({ value: '80.00', denominator: 2 });
  });

  it('per rep leaves out who had left before, by the day of the workspace', async () => {
    const people = { anna: {}, ben: { deactivated: '2026-02-28T23:30' }, cleo: { deactivated: '2026-03-01T00:30' } };
    const { denominator } = await found({ workspace: berlin, people }, 'avg_sales_per_rep');
    expect(denominator).toBe(2);
  });
});
