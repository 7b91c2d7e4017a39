import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, changeOf, contributionsTo, weightOf } from '../../../src/kpi/moved/contributions.ts';
import { isBeyondChance, isLarge } from '../../../src/kpi/moved/news.ts';

const swapped = ({ before, after }: Change): Change => ({ before: after, after: before });
const total = (groups: readonly Change[]): Change => {
  const at = (time: 'before' | 'after') => ({
    numerator: groups.reduce((sum, group) => sum + group[time].numerator, 0),
    denominator:
      groups[0]?.before.denominator === null
        ? null
        : groups.reduce((sum, each) => sum + (each[time].denominator ?? 0), 0),
  });
  return { before: at('before'), after: at('after') };
};
const shares = (groups: readonly Change[]) => contributionsTo(total(groups), groups);

const amount = fc.integer({ min: 0, max: 1_000_000 });
const sumGroup = fc.record({ before: amount, after: amount }).map(
  ({ before, after }): Change => ({
    before: { numerator: before, denominator: null },
    after: { numerator: after, denominator: null },
  }),
);
const count = fc.record({ numerator: fc.nat(500), denominator: fc.nat(800) });
const ratioGroup = fc.record({ before: count, after: count });
const groups = fc.oneof(fc.array(sumGroup, { minLength: 1 }), fc.array(ratioGroup, { minLength: 1 }));

describe('contributions to a change', () => {
  it('are what each group has more or less, of a sum', () => {
    const of = (before: number, after: number): Change => ({
      before: { numerator: before, denominator: null },
      after: { numerator: after, denominator: null },
    });
    expect(shares([of(10, 4), of(0, 5), of(7, 7)])).toEqual([-6, 5, 0]);
  });

  it('are worked out by hand for a ratio: fewer of a good source, and a worse bad one', () => {
    // Webinar won 30 of 50, then 18 of 30; cold calls 10 of 50, then 7 of 70: 40 % became 25 %.
    const webinar = { before: { numerator: 30, denominator: 50 }, after: { numerator: 18, denominator: 30 } };
    const cold = { before: { numerator: 10, denominator: 50 }, after: { numerator: 7, denominator: 70 } };
    const found = shares([webinar, cold]) ?? [];
    // Webinar: mean share 0.4 × 0 + (−0.2) × (0.6 − 0.325). Cold: mean share 0.6 × (−0.1) + 0.2 × (0.15 − 0.325).
    expect(found[0]).toBeCloseTo(-0.055, 12);
    expect(found[1]).toBeCloseTo(-0.095, 12);
  });

  it('add up to the change', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const change = changeOf(total(all));
        const found = shares(all);
        expect(found === null).toBe(change === null);
        if (change === null) return;
        const sum = (found ?? []).reduce((so, each) => so + each, 0);
        expect(Math.abs(sum - change)).toBeLessThan(1e-9);
      }),
      { numRuns: 2_000 },
    );
  });

  it('change their sign, and nothing else, when before and after are swapped', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const there = shares(all);
        const back = shares(all.map(swapped));
        expect(back === null).toBe(there === null);
        for (const [index, each] of (there ?? []).entries())
          expect(-(back?.[index] ?? Number.NaN)).toBeCloseTo(each, 9);
      }),
      { numRuns: 1_000 },
    );
  });

  it('do not depend on the order of the groups', () => {
    fc.assert(
      fc.property(groups, fc.integer(), (all, turn) => {
        const order = all.map((_, index) => (((index + turn) % all.length) + all.length) % all.length);
        const turned = shares(order.flatMap((from) => all[from] ?? []));
        const straight = shares(all);
        for (const [index, from] of order.entries()) expect(turned?.[index] ?? 0).toBeCloseTo(straight?.[from] ?? 0, 9);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of a ratio are nothing when there is only more of everything', () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1 }), fc.integer({ min: 2, max: 9 }), (all, times) => {
        const grown = all.map((before) => ({
          before,
          after: { numerator: before.numerator * times, denominator: before.denominator * times },
        }));
        for (const each of shares(grown) ?? []) expect(each).toBeCloseTo(0, 9);
      }),
    );
  });

  it('are not told for groups that are not the parts of the whole', () => {
    const one = { before: { numerator: 1, denominator: null }, after: { numerator: 2, denominator: null } };
    expect(contributionsTo(one, [one, one])).toBeNull();
  });

  it('stand beside how large the group is in both periods', () => {
    const one = { before: { numerator: 1, denominator: 10 }, after: { numerator: 2, denominator: 20 } };
    const other = { before: { numerator: 0, denominator: 40 }, after: { numerator: 0, denominator: 30 } };
    expect(weightOf(one, total([one, other]))).toBe(0.3);
  });
});

describe('news', () => {
  const counted = (before: number, after: number): Change => ({
    before: { numerator: before, denominator: null },
    after: { numerator: after, denominator: null },
  });
  const shared = (before: [number, number], after: [number, number]): Change => ({
    before: { numerator: before[0], denominator: before[1] },
    after: { numerator: after[0], denominator: after[1] },
  });

  it('is a change of a tenth or more', () => {
    expect(isLarge(100, 109)).toBe(false);
    expect(isLarge(100, 110)).toBe(true);
    expect(isLarge(100, 90)).toBe(true);
    expect(isLarge(0, 0)).toBe(false);
    expect(isLarge(0, 1)).toBe(true);
  });

  it('is of counts what chance does not explain: 20 more than 80 may be chance, 200 more than 800 is not', () => {
    expect(isBeyondChance('count', counted(80, 100))).toBe(false);
    expect(isBeyondChance('count', counted(800, 1000))).toBe(true);
    expect(isBeyondChance('count', counted(0, 3))).toBe(false);
    expect(isBeyondChance('count', counted(0, 4))).toBe(true);
  });

  it('is no single large deal: a sum is judged by the squares of its parts', () => {
    expect(
      isBeyondChance('amount', counted(50_000, 90_000), {
        before: 5 * 10_000 ** 2,
        after: 40_000 ** 2 + 5 * 10_000 ** 2,
      }),
    ).toBe(false);
    expect(isBeyondChance('amount', counted(50_000, 90_000), { before: 50 * 1_000 ** 2, after: 90 * 1_000 ** 2 })).toBe(
      true,
    );
  });

  it('is of shares what the test of two proportions says, and nothing of fewer than five', () => {
    expect(isBeyondChance('share', shared([20, 40], [10, 40]))).toBe(true);
    expect(isBeyondChance('share', shared([20, 40], [15, 40]))).toBe(false);
    expect(isBeyondChance('share', shared([4, 4], [0, 40]))).toBe(false);
  });

  it('is of means what their spread leaves no doubt about', () => {
    const means = shared([1_000, 10], [1_500, 10]);
    expect(isBeyondChance('mean', means, { before: 110_000, after: 240_000 })).toBe(true);
    expect(isBeyondChance('mean', means, { before: 900_000, after: 900_000 })).toBe(false);
    expect(isBeyondChance('mean', shared([400, 4], [800, 4]), { before: 40_000, after: 160_000 })).toBe(false);
  });

  it('comes about one time in twenty where nothing has changed', () => {
    // Deterministic draws from one Poisson law with mean 30, by inversion.
    const poisson = (uniform: number) => {
      let [k, p] = [0, Math.exp(-30)];
      for (let sum = p; sum < uniform; sum += p) p *= 30 / ++k;
      return k;
    };
    const at = (index: number, step: number) => poisson((index * step) % 1);
    const runs = Array.from({ length: 4_000 }, (_, index) =>
      isBeyondChance('count', counted(at(index + 1, 0.618_033_988_7), at(index + 1, 0.754_877_666_2))),
    );
    const share = runs.filter(Boolean).length / runs.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.06);
  });
});
