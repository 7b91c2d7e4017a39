import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReviewedPeriod, reviewGoal } from '../../src/targets/review.ts';
import { percentile } from '../../src/targets/suggest.ts';

const money = { better: 'up', isCounted: false } as const;
const calls = { better: 'up', isCounted: true } as const;
const of = (target: number, ...actuals: number[]): ReviewedPeriod[] => actuals.map((actual) => ({ target, actual }));
const verdict = (periods: ReviewedPeriod[], how: { better: 'up' | 'down'; isCounted: boolean } = money) =>
  reviewGoal(
    periods,
    periods.map(({ actual }) => actual),
    how,
  );

describe('a goal', () => {
  it('passed by a tenth in four of six periods is raised to the 80th percentile of what was reached', () => {
    expect(verdict(of(100, 90, 112, 115, 111, 95, 118))).toEqual({
      ...{ kind: 'raise', value: 115, count: 6, over: 4, under: 0 },
    });
  });

  it('is raised by a quarter at most, and cut by a quarter at most', () => {
    expect(verdict(of(100, 300, 300, 300))).toMatchObject({ kind: 'raise', value: 125 });
    expect(verdict(of(100, 10, 10, 10))).toMatchObject({ kind: 'cut', value: 75 });
  });

  it('missed by three tenths in four of six periods is cut', () => {
    expect(verdict(of(100, 60, 90, 65, 69, 100, 50))).toMatchObject({ kind: 'cut', value: 90, under: 4 });
  });

  it('is kept where neither is the rule, and where what was reached does not speak for another', () => {
    expect(verdict(of(100, 120, 120, 120, 90, 90, 90))).toMatchObject({ kind: 'keep', value: 100 });
    expect(verdict(of(100, 60, 60, 60, 60, 130, 130))).toMatchObject({ kind: 'keep', value: 100 }); // 130 at the 80th
  });

  it('looks at the last six only', () => {
    expect(verdict([...of(100, 10, 10, 10, 10, 10, 10), ...of(100, 100, 100, 100, 100, 100, 100)]).kind).toBe('keep');
  });

  it('of which less is better goes the other way', () => {
    const response = { better: 'down', isCounted: false } as const;
    expect(verdict(of(60, 40, 50, 45), response)).toMatchObject({ kind: 'raise', value: 45 }); // a quarter less at most
    expect(verdict(of(60, 90, 100, 120), response)).toMatchObject({ kind: 'cut', value: 75 });
  });
});

describe('rules', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 });
  const goal = fc.integer({ min: 1, max: 100_000 });
  const actuals = fc.array(amount, { minLength: 1, maxLength: 12 });
  const how = fc.constantFrom(money, calls);

  it('nothing changes on fewer than three periods', () => {
    fc.assert(
      fc.property(goal, fc.array(amount, { minLength: 1, maxLength: 2 }), how, (target, reached, unit) => {
        expect(verdict(of(target, ...reached), unit)).toMatchObject({ kind: 'few', value: target });
      }),
    );
  });

  it('a raise never goes beyond the person’s own 80th percentile, and no step is larger than a quarter', () => {
    fc.assert(
      fc.property(goal, actuals, how, (target, reached, unit) => {
        const { kind, value } = verdict(of(target, ...reached), unit);
        if (kind === 'raise') expect(value).toBeLessThanOrEqual(percentile(reached, 0.8));
        expect(value).toBeLessThanOrEqual(target * 1.25);
        expect(value).toBeGreaterThanOrEqual(Math.min(target, target * 0.75));
        expect(Math.sign(value - target)).toBe({ raise: 1, cut: -1, keep: 0, few: 0 }[kind]);
      }),
    );
  });

  it('who reaches more is never proposed less', () => {
    fc.assert(
      fc.property(goal, actuals, fc.nat(11), amount, how, (target, reached, place, more, unit) => {
        const better = reached.map((each, index) => (index === place ? each + more : each));
        const before = verdict(of(target, ...reached), unit).value;
        expect(verdict(of(target, ...better), unit).value).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
