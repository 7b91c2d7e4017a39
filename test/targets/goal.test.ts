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
