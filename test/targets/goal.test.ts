import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { workingDaysIn } from '../../src/calendar/working-days.ts';
import { goalFor, type SetGoal } from '../../src/targets/goal.ts';
import { office } from '../calendar/examples.ts';

const goal = (startsOn: string, endsOn: string, value: number): SetGoal => ({ startsOn, endsOn, value });
const asked = (from: string, to: string, addsUp = true) => ({
  from,
  to,
  addsUp,
  workingDays: counted,
  daysAtWork: counted,
});
const counted = (start: string, end: string) =>
  workingDaysIn(Temporal.PlainDate.from(start), Temporal.PlainDate.from(end), office());
// March 2026 has 22 working days; the quarter 64.
const march = goal('2026-03-01', '2026-04-01', 44_000);
const quarter = goal('2026-01-01', '2026-04-01', 128_000);

describe('the goal of a period', () => {
  it('is the one set for exactly that period, whatever else there is', () => {
    expect(goalFor([quarter, march], asked('2026-03-01', '2026-04-01'))).toBe(44_000);
  });

  it('is a share of the nearest longer one by working days: 5 of 22', () => {
    expect(goalFor([quarter, march], asked('2026-03-02', '2026-03-09'))).toBe(10_000);
  });

  it('of a day on which nobody works is none', () => {
    expect(goalFor([march], asked('2026-03-07', '2026-03-08'))).toBeNull();
  });

  it('is the sum of shorter ones that cover it whole', () => {
    const months = [
      goal('2026-01-01', '2026-02-01', 10),
      goal('2026-02-01', '2026-03-01', 20),
      goal('2026-03-01', '2026-04-01', 30),
    ];
    expect(goalFor(months, asked('2026-01-01', '2026-04-01'))).toBe(60);
    expect(goalFor(months.slice(0, 2), asked('2026-01-01', '2026-04-01'))).toBeNull();
  });

  it('takes the way of parts that reaches the end, though a longer part leads nowhere', () => {
    const parts = [
      goal('2026-01-01', '2026-03-15', 99),
      goal('2026-01-01', '2026-02-01', 10),
      goal('2026-02-01', '2026-04-01', 50),
    ];
    expect(goalFor(parts, asked('2026-01-01', '2026-04-01'))).toBe(60);
  });

  const year = goal('2026-01-01', '2027-01-01', 600_000);
  const seasonal = [
    year,
    goal('2026-01-01', '2026-04-01', 120_000),
    goal('2026-04-01', '2026-07-01', 120_000),
    goal('2026-07-01', '2026-10-01', 150_000),
    goal('2026-10-01', '2027-01-01', 210_000),
  ];

  it('follows a year’s seasonal shares across its quarters', () => {
    expect(goalFor(seasonal, asked('2026-01-01', '2026-07-01'))).toBe(240_000);
    const halfOfApril = (120_000 * counted('2026-04-01', '2026-04-16')) / counted('2026-04-01', '2026-07-01');
    expect(goalFor(seasonal, asked('2026-01-01', '2026-04-16'))).toBeCloseTo(120_000 + halfOfApril, 6);
  });

  it('of a year with only some months set beside it takes those, and its own share for the rest', () => {
    const rest = (600_000 * counted('2026-01-01', '2026-03-01')) / counted('2026-01-01', '2027-01-01');
    expect(goalFor([year, march], asked('2026-01-01', '2026-04-01'))).toBeCloseTo(rest + 44_000, 6);
    expect(goalFor([year, march], asked('2026-01-01', '2027-01-01'))).toBe(600_000);
  });

  it('split on any days adds up to the year, where its parts cover it', () => {
    const day = (days: number) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString();
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { maxLength: 8 }), (cuts) => {
        const days = [0, ...cuts.sort((a, b) => a - b), 365].map(day);
        const parts = days.slice(1).map((to, at) => goalFor(seasonal, asked(days[at] ?? '', to)) ?? 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(600_000, 4);
      }),
      { numRuns: 25 },
    );
  });

  it('looks at each part once, however many ways lead to a gap', () => {
    const start = Temporal.PlainDate.from('2000-01-01');
    const every = (months: number) =>
      Array.from({ length: 240 / months }, (_, at) => {
        const first = start.add({ months: at * months });
        return goal(first.toString(), first.add({ months }).toString(), months);
      });
    const parts = [...every(1), ...every(3)];
    expect(goalFor(parts, asked('2000-01-01', '2020-01-01'))).toBe(240);
    // Of the 2⁸⁰ ways through twenty years none covers the month after them.
    expect(goalFor(parts, asked('2000-01-01', '2020-02-01'))).toBeNull();
  });

  it('of a rate is that of the longer period as it stands, and never a sum', () => {
    const rate = goal('2026-01-01', '2026-04-01', 0.4);
    expect(goalFor([rate], asked('2026-03-01', '2026-04-01', false))).toBe(0.4);
    expect(
      goalFor(
        [goal('2026-01-01', '2026-02-01', 0.4), goal('2026-02-01', '2026-04-01', 0.5)],
        asked('2026-01-01', '2026-04-01', false),
      ),
    ).toBeNull();
  });

  it('is nobody’s guess where none was set', () => {
    expect(goalFor([march], asked('2026-05-01', '2026-06-01'))).toBeNull();
  });
});
