import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aroundMe, ranked } from '../../../src/kpi/leaderboard/places.ts';

const entries = fc
  .array(fc.nat(6), { maxLength: 30 })
  .map((scores) => scores.map((score, index) => ({ name: `rep ${index}`, score })));

describe('places', () => {
  it('are shared by equals, and the next ones are left out', () => {
    const scores = [5, 9, 7, 7, 5].map((score, index) => ({ name: `rep ${index}`, score }));
    expect(ranked(scores).map(({ rank }) => rank)).toEqual([1, 2, 2, 4, 4]);
  });

  it('count who is better, and do not depend on the order', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const places = ranked(all);
        for (const { rank, score } of places) expect(rank).toBe(1 + all.filter((each) => each.score > score).length);
        expect(ranked([...all].reverse())).toEqual(places);
      }),
    );
  });
});

describe('the five places around oneself', () => {
  const all = Array.from({ length: 12 }, (_, index) => index + 1);
  it.each([
    [3, []],
    [6, [6, 7, 8]],
    [8, [6, 7, 8, 9, 10]],
    [11, [8, 9, 10, 11, 12]],
    [12, [8, 9, 10, 11, 12]],
    [99, []],
  ])('of place %i are %j', (mine, around) => {
    expect(aroundMe(all, (place) => place === mine)).toEqual([[1, 2, 3, 4, 5], around]);
  });

  it('have oneself in them, and nobody twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), (length, mine) => {
        const some = Array.from({ length }, (_, index) => index);
        const [top, around] = aroundMe(some, (place) => place === mine);
        const both = [...top, ...around];
        expect(new Set(both).size).toBe(both.length);
        expect(both.includes(mine)).toBe(mine < length);
        expect(around.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
