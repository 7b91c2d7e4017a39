import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { call, type Facts, type TargetFact, won } from '../support/facts.ts';
import { type About, days, tell } from './asking.ts';

const db = useDatabase();
/** March 2026 has 22 working days, the quarter 64. */
const march = { from: '2026-03-01', to: '2026-04-01' };
const revenue = (value: number, more: Partial<TargetFact> = {}): TargetFact => ({
  kpi: 'revenue',
  whose: 'anna',
  value,
  ...march,
  ...more,
});
const story = (facts: Facts) => tell(db(), { workspace: { zone: 'Europe/Berlin' }, ...facts });
const target = async (facts: Facts, whose: string, about: About = {}, kpi = 'revenue') =>
  (await (await story(facts)).kpi(kpi, { whose, ...about })).target;

describe('a day off', () => {
  const week = [{ who: 'anna', from: '2026-03-07', through: '2026-03-15' }]; // 5 working days of 22

  it('lowers a personal target in proportion', async () => {
    expect(await target({ daysOff: week, targets: [revenue(2200)] }, 'anna')).toBe('1700.00');
  });

  it('lowers the share of a longer target, and the sum of shorter ones, by the same', async () => {
    const quarter = revenue(6400, { from: '2026-01-01' });
    expect(await target({ daysOff: week, targets: [quarter] }, 'anna')).toBe('1700.00'); // 6400 × 17 / 64
    const q1 = { period: days('2026-01-01', '2026-03-31') };
    expect(await target({ daysOff: week, targets: [quarter] }, 'anna', q1)).toBe('5900.00'); // 6400 × 59 / 64
    const months = [
      revenue(100, { from: '2026-01-01', to: '2026-02-01' }),
      revenue(200, { from: '2026-02-01', to: '2026-03-01' }),
      revenue(2200),
    ];
    expect(await target({ daysOff: week, targets: months }, 'anna', q1)).toBe('2000.00');
  });

  it('wants nothing while it lasts, and nothing of the days around is lost', async () => {
    const facts = { daysOff: week, targets: [revenue(2200)] };
    expect(await target(facts, 'anna', { period: days('2026-03-09', '2026-03-13') })).toBeNull();
    expect(await target(facts, 'anna', { period: days('2026-03-16', '2026-03-16') })).toBe('100.00');
  });

  it('lowers the sum of a team, but neither a team’s own target nor anybody else’s', async () => {
    const belongs = ['anna', 'ben'].map((who) => ({ who, team: 'North' }));
    const own = [revenue(2200), revenue(2200, { whose: 'ben' })];
    expect(await target({ belongs, daysOff: week, targets: own }, 'team North')).toBe('3900.00');
    expect(await target({ belongs, daysOff: week, targets: own }, 'ben')).toBe('2200.00');
    const withTeam = [...own, revenue(5000, { whose: 'team North' })];
    expect(await target({ belongs, daysOff: week, targets: withTeam }, 'team North')).toBe('5000.00');
  });

  it('leaves a rate as it is', async () => {
    const rate = { ...revenue(0.5), kpi: 'win_rate' };
    expect(await target({ daysOff: week, targets: [rate] }, 'anna', {}, 'win_rate')).toBe(0.5);
  });

  it('is no day on which a pace falls behind', async () => {
    const facts = { daysOff: week, deals: [won('anna', '2026-03-03', 500)], targets: [revenue(2200)] };
    const about: About = { whose: 'anna', period: { kind: 'this', unit: 'month' }, now: '2026-03-16T08:00' };
    // 5 of 17 days at work are gone: 1700 × 5 / 17
    expect((await (await story(facts)).kpi('revenue', about)).pace).toMatchObject({
      expected: 500,
      projected: 1700,
      status: 'on_pace',
    });
  });
});

describe('who joins in mid-period', () => {
  it('has the part of the target from the first day on', async () => {
    const belongs = [{ who: 'anna', team: 'North', from: '2026-03-18' }]; // 10 of 22 working days
    expect(await target({ belongs, targets: [revenue(2200)] }, 'anna')).toBe('1000.00');
  });

  it('and who leaves, the part up to the last; before and after there is none', async () => {
    const belongs = [{ who: 'anna', team: 'North', from: '2026-01-01', to: '2026-03-09' }]; // 5 of 22
    const facts = { belongs, targets: [revenue(2200), revenue(900, { from: '2026-04-01', to: '2026-05-01' })] };
    expect(await target(facts, 'anna')).toBe('500.00');
    expect(await target(facts, 'anna', { period: days('2026-04-01', '2026-04-30') })).toBeNull();
  });

  it('brings each of two teams the part of the days spent there, and nothing twice', async () => {
    const belongs = [
      { who: 'anna', team: 'North', to: '2026-03-09' },
      { who: 'anna', team: 'South', from: '2026-03-09' },
    ];
    const facts = { belongs, targets: [revenue(2200)] };
    expect(await target(facts, 'team North')).toBe('500.00');
    expect(await target(facts, 'team South')).toBe('1700.00');
    expect(await target(facts, 'anna')).toBe('2200.00');
  });
});

describe('holidays by hand', () => {
  const people = { anna: { office: 'Berlin' }, ben: { office: 'Porto' } };
  const offices = { Berlin: { zone: 'Europe/Berlin', holidayCode: 'DE' }, Porto: { zone: 'Europe/Lisbon' } };
  const april = { from: '2026-04-01', to: '2026-05-01' };
  const targets = ['anna', 'ben'].map((whose) => revenue(2000, { whose, ...april }));
  const oneDay = { period: days('2026-04-01', '2026-04-01') };

  it('of an office move its people’s days, and nobody else’s', async () => {
    // 22 weekdays, of which Berlin keeps Good Friday and Easter Monday: a day is worth 2000 / 20, in Porto 2000 / 22
    const plain = { people, offices, targets };
    expect(await target(plain, 'anna', oneDay)).toBe('100.00');
    expect(await target(plain, 'ben', oneDay)).toBe('90.91');
    const daysOff = [{ office: 'Porto', from: '2026-04-02', through: '2026-04-03' }];
    expect(await target({ ...plain, daysOff }, 'ben', oneDay)).toBe('100.00');
    expect(await target({ ...plain, daysOff }, 'anna', oneDay)).toBe('100.00');
  });

  it('make a working day of a public one, an office’s word standing before everybody’s', async () => {
    const daysOff = [
      { from: '2026-04-03' },
      { office: 'Berlin', from: '2026-04-03', works: true },
      { office: 'Berlin', from: '2026-04-06', works: true },
    ];
    const facts = { people, offices, targets, daysOff };
    expect(await target(facts, 'anna', oneDay)).toBe('90.91');
    expect(await target(facts, 'ben', oneDay)).toBe('95.24'); // 2000 / 21
  });

  it('of everybody are no days of the pace', async () => {
    const calls = { kpi: 'calls_made', value: 20, ...march };
    const about: About = { period: { kind: 'this', unit: 'month' }, now: '2026-03-04T08:00' };
    const facts = { activities: [call('anna', '2026-03-02')], targets: [calls] };
    const expected = async (daysOff: Facts['daysOff']) =>
      (await (await story({ ...facts, ...(daysOff && { daysOff }) })).kpi('calls_made', about)).pace?.expected;
    expect(await expected([])).toBeCloseTo(40 / 22, 9);
    expect(await expected([{ from: '2026-03-02', through: '2026-03-03' }])).toBe(0);
  });
});
