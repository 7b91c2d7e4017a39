import { describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { call, type Facts, open, type TargetFact, won } from '../support/facts.ts';
import { type About, days, tell } from './asking.ts';

const db = useDatabase();
const berlin = { zone: 'Europe/Berlin' };
const inMarch = { from: '2026-03-01', to: '2026-04-01' };
const revenue = (value: number | null, more: Partial<TargetFact> = {}): TargetFact => ({
  kpi: 'revenue',
  value,
  ...inMarch,
  ...more,
});
const found = async (facts: Facts, kpi: string, about?: About) =>
  (await tell(db(), { workspace: berlin, ...facts })).kpi(kpi, about);
const q1: About = { period: days('2026-01-01', '2026-03-31') };

describe('the target of a period', () => {
  it('is that of exactly the period, though a longer one was set, too', async () => {
    const targets = [revenue(500), revenue(9999, { from: '2026-01-01', to: '2027-01-01' })];
    expect((await found({ targets }, 'revenue')).target).toBe('500.00');
  });

  it('is else the share of working days of the nearest longer one', async () => {
    const targets = [
      revenue(640, { from: '2026-01-01', to: '2026-04-01' }),
      revenue(9999, { from: '2026-01-01', to: '2027-01-01' }),
    ];
    expect((await found({ targets }, 'revenue')).target).toBe('220.00'); // 22 of 22 + 20 + 22 working days
  });

  it('is else the sum of shorter ones that cover it whole', async () => {
    const months = [
      revenue(100, { from: '2026-01-01', to: '2026-02-01' }),
      revenue(200, { from: '2026-02-01', to: '2026-03-01' }),
    ];
    expect((await found({ targets: [...months, revenue(300)] }, 'revenue', q1)).target).toBe('600.00');
    expect((await found({ targets: months }, 'revenue', q1)).target).toBeNull();
  });

  it('in another currency counts at the rate of its first day, and without one not at all', async () => {
    const rates = [
      { currency: 'EUR', from: '2026-02-01', rate: 1.1 },
      { currency: 'EUR', from: '2026-03-02', rate: 2 },
    ];
    expect((await found({ rates, targets: [revenue(100, { currency: 'EUR' })] }, 'revenue')).target).toBe('110.00');
    expect((await found({ rates, targets: [revenue(100, { currency: 'JPY' })] }, 'revenue')).target).toBeNull();
  });

  it('in several currencies and months takes for each the rate of its own first day', async () => {
    const rates = [
      { currency: 'EUR', from: '2026-01-15', rate: 1.1 },
      { currency: 'EUR', from: '2026-03-01', rate: 2 },
      { currency: 'GBP', from: '2025-01-01', rate: 3 },
    ];
    const targets = [
      revenue(100, { from: '2026-01-01', to: '2026-02-01', currency: 'GBP' }),
      revenue(100, { from: '2026-02-01', to: '2026-03-01', currency: 'EUR' }),
      revenue(100, { currency: 'EUR' }),
    ];
    expect((await found({ rates, targets }, 'revenue', q1)).target).toBe('610.00'); // 300 + 110 + 200
  });

  it('of a rate is neither split nor summed, yet holds for parts of its period', async () => {
    const target = { kpi: 'win_rate', value: 0.5, from: '2026-01-01', to: '2026-04-01' };
    const belongs = ['anna', 'ben'].map((who) => ({ who, team: 'North' }));
    const story = await tell(db(), {
      belongs,
      targets: [
        { ...target, whose: 'anna' },
        { ...target, whose: 'ben' },
      ],
    });
    expect((await story.kpi('win_rate', { whose: 'anna' })).target).toBe(0.5);
    expect((await story.kpi('win_rate', { whose: 'team North' })).target).toBeNull();
  });

  it('of a pipeline is summed over people, but no day of a month wants a part of it', async () => {
    const belongs = ['anna', 'ben'].map((who) => ({ who, team: 'North' }));
    const targets = ['anna', 'ben'].map((whose) => ({ ...revenue(500, { whose }), kpi: 'pipeline_value' }));
    const story = await tell(db(), {
      belongs,
      targets,
      deals: [open('anna', { amount: 5, states: [{ from: '2026-03-01' }] })],
    });
    expect(
      await story.kpi('pipeline_value', { whose: 'team North', period: days('2026-03-02', '2026-03-06') }),
    ).toMatchObject({ target: '1000.00', pace: null });
  });
});

describe("a team's target", () => {
  const belongs = [
    { who: 'anna', team: 'North' },
    { who: 'ben', team: 'North' },
    { who: 'cleo', team: 'North' },
    { who: 'dora', team: 'North', to: '2026-03-01' },
    { who: 'emil', team: 'South' },
  ];
  const own = [
    revenue(100, { whose: 'anna' }),
    revenue(50, { whose: 'ben' }),
    revenue(7, { whose: 'dora' }),
    revenue(9, { whose: 'emil' }),
  ];

  it("is the sum of its members' own, and of some of them none of what all did, saying of how many", async () => {
    const story = await tell(db(), { belongs, targets: own });
    const team = await story.kpi('revenue', { whose: 'team North' });
    const ofThem = (withTarget: number, members: number, sum: string) => ({ targetOf: { withTarget, members, sum } });
    expect(team).toMatchObject({ target: null, pace: null, ...ofThem(2, 3, '150.00') }); // dora had left
    const everyone = await story.kpi('revenue');
    expect(everyone).toMatchObject({ target: null, ...ofThem(3, 4, '159.00') });
    const all = await tell(db(), { belongs, targets: [...own, revenue(30, { whose: 'cleo' })] });
    const whole = await all.kpi('revenue', { whose: 'team North' });
    expect(whole).toMatchObject({ target: '180.00', ...ofThem(3, 3, '180.00') });
  });

  it('is not changed by who only asks, begins later, or has become a manager: they add up to the same of everyone', async () => {
    const team = [
      { who: 'anna', team: 'North' },
      { who: 'ben', team: 'North' },
    ];
    const facts: Facts = {
      people: { anna: {}, ben: { role: 'manager' }, meg: {}, zoe: {} },
      belongs: [...team, { who: 'zoe', team: 'North', from: '2026-04-01' }],
      targets: [revenue(2000, { whose: 'anna' }), revenue(3000, { whose: 'ben' })],
      deals: [won('anna', '2026-03-05', 1500), won('ben', '2026-03-06', 2000)],
    };
    const story = await tell(db(), { workspace: berlin, ...facts });
    const whole = { target: '5000.00', targetOf: { withTarget: 2, members: 2, sum: '5000.00' } };
    for (const whose of [undefined, 'team North']) {
      const about = whose ? { whose } : {};
      expect(await story.kpi('revenue', about), whose).toMatchObject(whole);
      expect((await story.kpi('target_attainment', about)).value, whose).toBe(0.7);
    }
    expect(Object.keys(await story.groups('revenue', 'rep'))).toEqual(['ben', 'anna']);
  });

  it('is its own where it has one', async () => {
    const story = await tell(db(), { belongs, targets: [...own, revenue(400, { whose: 'team North' })] });
    const team = await story.kpi('revenue', { whose: 'team North' });
    expect(team.target).toBe('400.00');
    expect(team.targetOf).toBeUndefined();
  });

  it('stands beside each group, and is what attainment is of', async () => {
    const deals = [won('anna', '2026-03-05', 75), won('cleo', '2026-03-05', 900)];
    const story = await tell(db(), { belongs, targets: own, deals });
    expect(await story.groups('target_attainment', 'team')).toEqual({ North: 0.5, South: 0 });
    expect(await story.groups('target_attainment', 'rep')).toMatchObject({ anna: 0.75, ben: 0, cleo: null });
  });

  it('of several teams together is known when each of them has one', async () => {
    const story = await tell(db(), { belongs: [...belongs, { who: 'finn', team: 'West' }], targets: own });
    const both = await story.kpi('revenue', { whose: 'team North + South' });
    expect(both).toMatchObject({ target: null, targetOf: { withTarget: 3, members: 4, sum: '159.00' } });
    expect(await story.kpi('revenue', { whose: 'team North + West' })).not.toHaveProperty('targetOf');
    const oneOwn = await tell(db(), { belongs, targets: [...own, revenue(400, { whose: 'team South' })] });
    const mixed = await oneOwn.kpi('revenue', { whose: 'team North + South' });
    // Emil's target is his team's; of North's three, cleo has none.
    expect(mixed.targetOf).toEqual({ withTarget: 3, members: 4, sum: '550.00' });
    const set = ['North', 'South'].map((team) => revenue(100, { whose: `team ${team}` }));
    const whole = await tell(db(), { belongs, targets: set });
    expect((await whole.kpi('revenue', { whose: 'team North + South' })).target).toBe('200.00');
  });
});

describe('coverage', () => {
  const deals = (sold: number) => [
    won('anna', '2026-03-05', sold),
    open('anna', { amount: 300, states: [{ from: '2026-03-01' }] }),
  ];

  it('sets the pipeline against what is still missing', async () => {
    const coverage = await found({ deals: deals(400), targets: [revenue(600)] }, 'pipeline_coverage');
    expect(coverage).toMatchObject({ value: 1.5, numerator: '300.00', denominator: '200.00' });
  });

  it('is no data where nothing is missing, or nothing was aimed at', async () => {
    expect((await found({ deals: deals(600), targets: [revenue(600)] }, 'pipeline_coverage')).value).toBeNull();
    expect((await found({ deals: deals(900), targets: [revenue(600)] }, 'pipeline_coverage')).value).toBeNull();
    expect((await found({ deals: deals(900) }, 'pipeline_coverage')).value).toBeNull();
    // 0.1 + 0.2 of two people is the 0.3 that was sold, and no 10⁻¹⁷ is missing.
    const cents = [revenue(0.1, { whose: 'anna' }), revenue(0.2, { whose: 'ben' })];
    const belongs = ['anna', 'ben'].map((who) => ({ who, team: 'North' }));
    const story = await tell(db(), { belongs, deals: deals(0.3), targets: cents });
    expect((await story.kpi('pipeline_coverage', { whose: 'team North' })).value).toBeNull();
  });

  it('keeps the digits of a small goal: of 5 in a month of 22 days, one day has to bring 5/22', async () => {
    const day: About = { period: days('2026-03-10', '2026-03-10'), now: '2026-03-10T12:00' };
    const facts = { deals: [open('anna', { amount: 1, states: [{ from: '2026-03-01' }] })], targets: [revenue(5)] };
    expect((await found(facts, 'pipeline_coverage', day)).value).toBeCloseTo(4.4, 10);
  });
});

describe('pace', () => {
  const thisMonth = (now: string): About => ({ period: { kind: 'this', unit: 'month' }, now });
  const sold = (amount: number) => ({ deals: [won('anna', '2026-03-02', amount)], targets: [revenue(2200)] });

  it('counts the finished working days and the share of today', async () => {
    // Friday the 13th, half of nine to five gone: 9.5 of 22 days
    const { pace } = await found(sold(950), 'revenue', thisMonth('2026-03-13T13:00'));
    expect(pace).toMatchObject({ target: 2200, actual: 950, toGo: 1250, status: 'on_pace' });
    expect(pace?.expected).toBeCloseTo(950, 9);
    expect(pace?.projected).toBeCloseTo(2200, 9);
  });

  it('says ahead and behind, never early in the month, and at its end against the whole', async () => {
    const status = async (amount: number, now: string) =>
      (await found(sold(amount), 'revenue', thisMonth(now))).pace?.status;
    expect(await status(998, '2026-03-13T13:00')).toBe('ahead'); // 1.05 × 950 = 997.5
    expect(await status(856, '2026-03-13T13:00')).toBe('on_pace'); // of 900 by last evening, 0.95 × 900 = 855
    expect(await status(854, '2026-03-13T13:00')).toBe('behind');
    expect(await status(949, '2026-03-13T17:00')).toBe('behind'); // 0.95 × 1000 when the day ends
    expect(await status(1, '2026-03-05T12:00')).toBe('early');
    expect((await found(sold(2000), 'revenue')).pace).toMatchObject({
      expected: 2200,
      projected: 2000,
      status: 'behind',
    });
  });

  it('there is none for a rate, nor where nothing was aimed at', async () => {
    const facts = { activities: [call('anna', '2026-03-02')], targets: [{ ...revenue(0.5), kpi: 'call_answer_rate' }] };
    expect(await found(facts, 'call_answer_rate', thisMonth('2026-03-13T13:00'))).toMatchObject({
      target: 0.5,
      pace: null,
    });
    expect((await found({}, 'revenue', thisMonth('2026-03-13T13:00'))).pace).toBeNull();
  });
});
