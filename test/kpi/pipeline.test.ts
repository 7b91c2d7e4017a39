import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { type Facts, open, won } from '../support/facts.ts';
import { type About, days, tell } from './asking.ts';

const db = useDatabase();
const story = (facts: Facts) => tell(db(), facts);
const until = (day: string): About => ({ period: days('2026-03-01', day) });

describe('the pipeline', () => {
  const deals = [
    open('ben', {
      amount: 300,
      states: [
        { from: '2026-03-05', to: '2026-03-10', owner: 'anna', amount: 100 },
        { from: '2026-03-10', to: '2026-03-20', owner: 'anna', amount: 200 },
        { from: '2026-03-20' },
      ],
    }),
  ];

  it('is what it was at the end of the last day, and whose it was then', async () => {
    const { kpi, groups } = await story({ deals });
    expect((await kpi('pipeline_value', until('2026-03-09'))).value).toBe('100.00');
    expect((await kpi('pipeline_value', until('2026-03-10'))).value).toBe('200.00');
    expect(await groups('pipeline_value', 'rep', until('2026-03-19'))).toEqual({ anna: '200.00', ben: '0.00' });
    expect(await groups('pipeline_value', 'rep', until('2026-03-20'))).toEqual({ ben: '300.00', anna: '0.00' });
  });

  it('is no data before anything was recorded, and 0 afterwards where nothing is open', async () => {
    const { kpi } = await story({
      deals: [
        won('anna', '2026-03-20', 5, {
          states: [
            { from: '2026-03-10', to: '2026-03-20' },
            { from: '2026-03-20', status: 'won' },
          ],
        }),
      ],
    });
    expect((await kpi('pipeline_value', until('2026-03-09'))).value).toBeNull();
    expect((await kpi('pipeline_value', until('2026-03-10'))).value).toBe('5.00');
    expect((await kpi('pipeline_value', until('2026-03-20'))).value).toBe('0.00');
    expect((await kpi('pipeline_value', { period: days('2026-03-10', '2026-03-20') })).previous).toBeNull();
  });

  it('of days to come is not known', async () => {
    const { kpi } = await story({ deals });
    expect((await kpi('pipeline_value', { period: days('2027-01-01', '2027-01-31') })).value).toBeNull();
  });

  it('of a running month is that of now, compared with the same day of the month before', async () => {
    const { kpi } = await story({ deals });
    const about: About = { period: { kind: 'this', unit: 'month' }, now: '2026-04-09T12:00' };
    expect(await kpi('pipeline_value', about)).toMatchObject({ value: '300.00', previous: '100.00' });
  });

  it('holds a lead until it has a deal', async () => {
    const lead = { owner: 'anna', states: [{ from: '2026-03-01', amount: 80 }] };
    const its = (deal: Parameters<typeof open>[1]) => ({
      leads: { Lena: lead },
      deals: [open('anna', { amount: 500, lead: 'Lena', ...deal })],
    });
    const opened = await story(its({ opened: '2026-03-10', states: [{ from: '2026-03-10' }] }));
    expect(await opened.groups('pipeline_value', 'stage', until('2026-03-10'))).toEqual({ '–': '500.00' });
    const unopened = await story(its({ states: [{ from: '2026-03-10' }] }));
    expect(await unopened.groups('pipeline_value', 'stage', until('2026-03-10'))).toEqual({ '–': '500.00' });
    const other = open('ben', { states: [{ from: '2026-03-01' }] });
    const earlier = await story({
      ...its({ states: [{ from: '2026-03-10' }] }),
      deals: [...its({ states: [{ from: '2026-03-10' }] }).deals, other],
    });
    expect(await earlier.groups('pipeline_value', 'stage', until('2026-03-09'))).toEqual({
      lead: '80.00',
      '–': '0.00',
    });
  });

  it('is known from its leads where there are no deals', async () => {
    const leads = {
      Lena: {
        states: [
          { from: '2026-03-05', to: '2026-03-20', amount: 80 },
          { from: '2026-03-20', status: 'disqualified', amount: 80 },
        ],
      },
    };
    const { kpi } = await story({ leads });
    expect((await kpi('pipeline_value', until('2026-03-04'))).value).toBeNull();
    expect((await kpi('pipeline_value', until('2026-03-19'))).value).toBe('80.00');
    expect((await kpi('pipeline_value', until('2026-03-20'))).value).toBe('0.00');
  });
});
