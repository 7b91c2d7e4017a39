import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawnOf } from '../../src/surveys/whom.ts';

const people = (howMany: number, from = 0) =>
  Array.from({ length: howMany }, (_, index) => ({ memberId: `p${from + index}`, teamId: null }));
const ids = (all: readonly { memberId: string }[]) => all.map(({ memberId }) => memberId);

it('each is asked once before anybody is asked again, and nobody twice running; then the same come together again', () => {
  fc.assert(
    fc.property(fc.constantFrom(2, 3, 4), fc.integer({ min: 20, max: 60 }), (oneIn, howMany) => {
      const all = people(howMany);
      const rounds: Set<string>[] = [];
      for (let round = 0; round < 3 * oneIn; round++) rounds.push(new Set(ids(drawnOf(all, rounds, oneIn).drawn)));
      for (const [index, round] of rounds.entries()) {
        expect(Math.abs(round.size - howMany / oneIn)).toBeLessThan(1);
        expect([...round].filter((id) => rounds[index - 1]?.has(id))).toEqual([]);
        // Two draws that are nearly alike would tell who is the difference.
        if (index >= oneIn) expect(round).toEqual(rounds[index - oneIn]);
      }
      for (let cycle = 0; cycle < 3; cycle++) {
        const asked = rounds.slice(cycle * oneIn, (cycle + 1) * oneIn).flatMap((round) => [...round]);
        expect(asked.sort()).toEqual(ids(all).sort());
      }
    }),
    { numRuns: 40 },
  );
});

it('who joins is asked with those who are left, and who has left is not', () => {
  const first = new Set(ids(people(10)));
  const second = ids(drawnOf(people(20, 5), [first], 2).drawn);
  expect(second.sort()).toEqual(ids(people(15, 10)).sort());
});

it('where those who are left are too few, it begins anew with everybody', () => {
  const first = new Set(ids(people(6)));
  // Two of the other six are gone.
  expect(ids(drawnOf(people(10), [first], 2).from)).toEqual(ids(people(10)));
  const drawn = ids(drawnOf(people(10), [first], 2).drawn);
  expect(drawn).toHaveLength(5);
  expect(drawn).toEqual(expect.arrayContaining(ids(people(4, 6))));
});

it('it is by chance who is drawn', () => {
  const draws = Array.from({ length: 200 }, () => ids(drawnOf(people(20), [], 2).drawn));
  const times = people(20).map(({ memberId }) => draws.filter((drawn) => drawn.includes(memberId)).length);
  // 100 of 200 each, with a standard deviation of about 7.
  expect(Math.min(...times)).toBeGreaterThan(60);
  expect(Math.max(...times)).toBeLessThan(140);
});
