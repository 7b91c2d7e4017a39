import { describe, expect, it } from 'vitest';
import { percentile, roundGoal, suggestGoal } from '../../src/targets/suggest.ts';

const months = { ahead: 1, inYear: 12, better: 'up' as const };

describe('a suggested goal', () => {
  it('is the 80th percentile of the last 12, in a straight line between ranked values', () => {
    expect(percentile([60, 10, 30, 20, 50, 40], 0.8)).toBe(50);
    expect(percentile([1, 2], 0.8)).toBeCloseTo(1.8, 9);
    const history = [1000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]; // the 1000 is thirteen ago
    expect(suggestGoal(history, months)?.value).toBeCloseTo(9.8, 9); // place 8.8 of 0 … 11
  });

  it('is the 20th where lower is better', () => {
    expect(suggestGoal([10, 20, 30, 40, 50, 60], { ...months, better: 'down' })?.value).toBe(20);
  });

  it('needs four periods', () => {
    expect(suggestGoal([1, 2, 3], months)).toBeNull();
    expect(suggestGoal([1, 2, 3, 4], months)).toMatchObject({ season: null });
  });

  it('knows the season after two years: 100 a month, and 200 each twelfth', () => {
    const year = [...Array.from({ length: 11 }, () => 100), 200];
    const season = (ahead: number) => suggestGoal([...year, ...year], { ...months, ahead });
    expect(season(1)?.value).toBeCloseTo(100, 9);
    expect(season(12)?.value).toBeCloseTo(200, 9);
    expect(season(12)?.season).toBeCloseTo(200 / (1300 / 12), 9);
    // After a year and eleven months it does not: 200 would be a peak like any other.
    expect(suggestGoal([...year, ...year].slice(1), { ...months, ahead: 12 })).toMatchObject({ season: null });
  });

  it('counts seasons from the end, also when the history is not whole years', () => {
    const quarters = [7, 100, 100, 100, 300, 100, 100, 100, 300];
    const next = (ahead: number) => suggestGoal(quarters, { ahead, inYear: 4, better: 'up' })?.value;
    expect(next(4)).toBeGreaterThan(2.9 * (next(1) ?? 0));
  });

  it('is rounded to what people would agree on', () => {
    expect([roundGoal(41_373.28, false), roundGoal(0.4567, false), roundGoal(11.6, true)]).toEqual([41_400, 0.457, 12]);
  });
});
