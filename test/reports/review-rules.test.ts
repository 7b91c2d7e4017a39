import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacitySignal } from '../../src/reports/review/capacity.ts';
import { moversIn } from '../../src/reports/review/movers.ts';
import { yearRange } from '../../src/reports/review/outlook.ts';
import { movement, trendOver, wholeMonths } from '../../src/reports/review/series.ts';
import { timesReached } from '../../src/targets/review.ts';
import { kpiValue } from '../support/answers.ts';

const amounts = (length: { minLength: number; maxLength: number }) =>
  fc.array(fc.integer({ min: 0, max: 1_000_000 }), length);

describe('a number that moves', () => {
  it.each([
    [[1, 2, 3, 4], 'rising'],
    [[9, 1, 2, 3, 4], 'rising'],
    [[4, 3, 2, 1], 'falling'],
    [[1, 2, 2, 3], null],
    [[1, 2, 3, 1], null],
    [[2, 3, 4], null],
    [[5, 1, 2, 3], null],
  ] as const)('%j is %s', (months, expected) => {
    expect(movement(months)).toBe(expected);
  });

  it('never does both, and upside down it moves the other way', () => {
    fc.assert(
      fc.property(amounts({ minLength: 0, maxLength: 8 }), (months) => {
        const mirrored = { rising: 'falling', falling: 'rising' } as const;
        const moves = movement(months);
        expect(movement(months.map((value) => -value))).toBe(moves && mirrored[moves]);
      }),
    );
  });

  it('is compared half with half, and not at all where a month or the earlier half is missing', () => {
    expect(trendOver([99, 10, 10, 10, 12, 12, 12], 6)).toBeCloseTo(0.2);
    expect(trendOver([10, 10, 10, 12, 12], 6)).toBeNull();
    expect(trendOver([0, 0, 0, 12, 12, 12], 6)).toBeNull();
  });

  it('is known whole from the month after the one in which records begin', () => {
    expect(wholeMonths([null, null, 5, 6, 7])).toBe(2);
    expect(wholeMonths([4, 5, 6])).toBe(2);
    expect(wholeMonths([4, 5, null])).toBe(0);
    expect(wholeMonths([])).toBe(0);
  });
});

describe('products', () => {
  it('rise and fall by their own months; a month without a sale brought nothing, and what has no product is none', () => {
    const starts = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
    const product = (key: string | null, values: Record<number, number>) => ({
      ...{ key, label: key ?? '–', kpis: [] },
      groups: Object.entries(values).map(([index, value]) => ({
        ...{ key: starts[Number(index)]!, label: '' },
        kpis: [kpiValue({ id: 'revenue', unit: 'money', value: String(value) })],
      })),
    });
    const groups = [
      product('desk', { 1: 10, 2: 20, 3: 30 }),
      product('lamp', { 0: 900, 1: 800, 2: 700 }),
      product('chair', { 0: 5, 3: 6 }),
      product(null, { 0: 1, 1: 2, 2: 3, 3: 4 }),
    ];
    expect(moversIn({ groups }, starts)).toEqual([
      { label: 'lamp', direction: 'falling', months: [900, 800, 700, 0] },
      { label: 'desk', direction: 'rising', months: [0, 10, 20, 30] },
    ]);
  });
});

describe('how often a target was reached', () => {
  const periods = [9, 10, 11, 10, 3, 20].map((actual) => ({ target: 10, actual }));
  it('counts what is at or above it, and at or below it where lower is better', () => {
    expect(timesReached(periods, 'up')).toBe(4);
    expect(timesReached(periods, 'down')).toBe(4);
    expect(timesReached([{ target: 10, actual: 0 }], 'down')).toBe(1);
  });
});

describe('the range of a year', () => {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  it('is not told below six months', () => {
    expect(yearRange(50, [10, 10, 10, 10, 10], 7)).toBeNull();
    expect(yearRange(60, [10, 10, 10, 10, 10, 10], 6)).not.toBeNull();
  });

  it('contains what constant months come to, and is a range even then', () => {
    expect(yearRange(60, [10, 10, 10, 10, 10, 10], 6)).toEqual({ low: 117, high: 123 });
  });

  it('is worked out by hand: mean 20, variance 120, two months to come after six', () => {
    const range = yearRange(0, [10, 30, 10, 30, 10, 30], 2)!;
    const reach = 1.28 * Math.sqrt(120 * 2 * (1 + 2 / 6));
    expect(range.low).toBeCloseTo(40 - reach);
    expect(range.high).toBeCloseTo(40 + reach);
  });

  it('holds the mean course, never takes back what there is, and widens with the spread of the months', () => {
    const months = amounts({ minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(
        months,
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 0, max: 9_000_000 }),
        (values, left, soFar) => {
          const mean = sum(values) / values.length;
          const range = yearRange(soFar, values, left)!;
          expect(range.low).toBeGreaterThanOrEqual(soFar);
          expect(range.low).toBeLessThanOrEqual(soFar + left * mean + 1e-6);
          expect(range.high).toBeGreaterThanOrEqual(soFar + left * mean - 1e-6);
          const wider = yearRange(
            soFar,
            values.map((value) => mean + (value - mean) * 2),
            left,
          )!;
          expect(wider.high - wider.low).toBeGreaterThanOrEqual(range.high - range.low - 1e-6);
          const longer = yearRange(soFar, values, left + 1)!;
          expect(longer.high - longer.low).toBeGreaterThanOrEqual(range.high - range.low - 1e-6);
        },
      ),
    );
  });
});

describe('the capacity signal', () => {
  const up = [1, 2, 3, 4];
  const flat = [3, 3, 3, 3];
  it('shows when activity, pipeline and revenue all rise', () => {
    expect(capacitySignal({ activity: up, pipeline: up, revenue: up, response: flat })?.rising).toEqual([
      'activity',
      'pipeline',
      'revenue',
    ]);
    expect(capacitySignal({ activity: up, pipeline: up, revenue: flat, response: flat })).toBeNull();
  });

  it('shows when response times rise together with one of them, and not when they rise alone', () => {
    expect(capacitySignal({ activity: up, pipeline: flat, revenue: flat, response: up })?.rising).toEqual([
      'activity',
      'response',
    ]);
    expect(capacitySignal({ activity: flat, pipeline: flat, revenue: flat, response: up })).toBeNull();
  });

  it('does not show where too little is known', () => {
    expect(capacitySignal({ activity: [1, 2, 3], pipeline: up, revenue: up, response: [] })).toBeNull();
  });
});
