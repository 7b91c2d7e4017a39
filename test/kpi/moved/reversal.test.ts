import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Part, reversalIn, type Sample } from '../../../src/kpi/moved/reversal.ts';

/** So many of so many. */
const share = (numerator: number, denominator: number): Sample => ({ numerator, denominator, squares: numerator });
const part = (before: [number, number], after: [number, number]): Part => ({
  before: share(...before),
  after: share(...after),
});
const total = (parts: readonly Part[]): Part => {
  const at = (time: 'before' | 'after') =>
    share(
      parts.reduce((sum, each) => sum + each[time].numerator, 0),
      parts.reduce((sum, each) => sum + each[time].denominator, 0),
    );
  return { before: at('before'), after: at('after') };
};
const prior = { counted: 2, sum: 1, squares: 1 };
const found = (parts: readonly Part[]) => reversalIn(total(parts), parts, prior);

/**
 * Kidney stones, removed by one operation and by another (C. R. Charig and others, British Medical Journal 292, 1986): better
 * with small stones and with large ones, and worse in all. `times`: as many patients.
 */
const stones = (times: number) => [
  part([234 * times, 270 * times], [81 * times, 87 * times]),
  part([55 * times, 80 * times], [192 * times, 263 * times]),
];

describe('a whole that moves against its parts', () => {
  it('is found in what is known for it, with what it is made of more than before', () => {
    expect(found(stones(6))).toEqual({ parts: [0, 1], against: [0, 1], cause: 0, isHigher: true });
  });

  it('is not told where the parts moved no more than chance would have it', () => {
    expect(found(stones(1))).toBeNull();
  });

  it('is none where the parts move as the whole does, or it does not move', () => {
    expect(found([part([90, 100], [70, 100]), part([50, 100], [30, 100])])).toBeNull();
    expect(found([part([90, 100], [90, 100]), part([50, 100], [50, 100])])).toBeNull();
  });

  it('is none where one part alone moved the other way, and makes up a third', () => {
    expect(
      found([part([500, 1000], [400, 1000]), part([300, 1000], [250, 1000]), part([100, 1000], [150, 1000])]),
    ).toBeNull();
  });

  it('is found where one small part moved with it', () => {
    const most = stones(6);
    const few = part([9, 10], [5, 10]);
    expect(found([...most, few])).toMatchObject({ parts: [0, 1, 2], against: [0, 1] });
  });

  it('leaves out parts of which too few are known, as long as they are few', () => {
    expect(found([...stones(6), part([0, 3], [3, 4])])).toMatchObject({ parts: [0, 1], against: [0, 1] });
  });

  it('is not told of groups that are not the parts of the whole', () => {
    const whole = total(stones(6));
    expect(reversalIn(whole, [...stones(6), ...stones(1)], prior)).toBeNull();
  });
});

const counts = fc.integer({ min: 0, max: 300 }).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));
const parts = fc
  .array(fc.tuple(counts, counts), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([before, after]) => part(before, after)));
// Random parts hardly ever do that, so half of them are made to.
const mixed = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 3, max: 12 })).map(([shift, times]) =>
  stones(times).map(({ before, after }) => ({
    before,
    after: share(Math.max(0, after.numerator - shift), after.denominator),
  })),
);
const some = fc.oneof(parts, mixed);

it('whatever the parts: those that count as against did move the other way, and make up nearly all', () => {
  let told = 0;
  fc.assert(
    fc.property(some, (all) => {
      const reversal = found(all);
      if (!reversal) return;
      told += 1;
      const by = ({ before, after }: Part) =>
        after.numerator / after.denominator - before.numerator / before.denominator;
      const whole = total(all);
      for (const index of reversal.against) expect(by(all[index]!) * by(whole)).toBeLessThan(0);
      const size = (some: readonly number[]) =>
        some.reduce((so, index) => so + all[index]!.before.denominator + all[index]!.after.denominator, 0);
      expect(size(reversal.against)).toBeGreaterThan(0.8 * (whole.before.denominator + whole.after.denominator));
      expect(reversal.parts.length).toBeGreaterThan(1);
    }),
    { numRuns: 2_000, seed: 5 },
  );
  expect(told).toBeGreaterThan(50);
});

it('is the same the other way round in time, and in whichever order the parts stand', () => {
  fc.assert(
    fc.property(some, (all) => {
      const there = found(all);
      const back = found(all.map(({ before, after }) => ({ before: after, after: before })));
      expect(back?.against ?? null).toEqual(there?.against ?? null);
      const turned = found([...all].reverse());
      expect(turned?.against.map((index) => all.length - 1 - index).reverse() ?? null).toEqual(there?.against ?? null);
    }),
    { numRuns: 500, seed: 5 },
  );
});
