import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chanceOfRise, type Share } from '../../src/kpi/rise.ts';
import { RARE } from '../../src/reports/rise.ts';
import { byCounting } from './fisher.ts';

const share = (most: number) => fc.nat(most).chain((of) => fc.record({ count: fc.nat(of), of: fc.constant(of) }));

it('of the lady who tastes tea is what Fisher worked out', () => {
  expect(chanceOfRise({ count: 0, of: 4 }, { count: 4, of: 4 })).toBeCloseTo(1 / 70, 12);
  expect(chanceOfRise({ count: 1, of: 4 }, { count: 3, of: 4 })).toBeCloseTo(17 / 70, 12);
});

it('is the share of all ways to fall that are as bad or worse', () => {
  fc.assert(
    fc.property(share(60), share(40), (before, now) => {
      const chance = chanceOfRise(before, now);
      expect(chance).toBeCloseTo(byCounting(before, now), 9);
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThanOrEqual(1);
    }),
  );
});

it('is smaller the more there are now, and the fewer there were before', () => {
  fc.assert(
    fc.property(share(60), share(40), (before, now) => {
      fc.pre(now.count < now.of);
      const chance = chanceOfRise(before, now);
      expect(chanceOfRise(before, { ...now, count: now.count + 1 })).toBeLessThanOrEqual(chance + 1e-12);
      fc.pre(before.count > 0);
      expect(chanceOfRise({ ...before, count: before.count - 1 }, now)).toBeLessThanOrEqual(chance + 1e-12);
    }),
  );
});

it('is certain where nobody is counted, or nobody answered before', () => {
  expect(chanceOfRise({ count: 3, of: 20 }, { count: 0, of: 10 })).toBeCloseTo(1, 9);
  expect(chanceOfRise({ count: 0, of: 0 }, { count: 7, of: 10 })).toBe(1);
});

it('of many is what the test of two proportions says', () => {
  /** The normal distribution's upper tail, by Abramowitz and Stegun 26.2.17. */
  const tail = (z: number) => {
    const t = 1 / (1 + 0.2316419 * z);
    const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
    const sum = series.reduce((so, factor, power) => so + factor * t ** (power + 1), 0);
    return (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * sum;
  };
  for (const [then, count] of [
    [600, 230],
    [600, 250],
    [300, 130],
  ] as const) {
    const [before, now] = [
      { count: then, of: 3000 },
      { count, of: 1000 },
    ];
    const pooled = (then + count) / 4000;
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / 3000 + 1 / 1000));
    // With the half that continuity takes, as counts are whole.
    const z = ((count - 0.5) / 1000 - (then + 0.5 / 3) / 3000) / error;
    expect(Math.abs(chanceOfRise(before, now) - tail(z))).toBeLessThan(0.002);
  }
});

/** How likely each number of so many is, where each comes with a chance. */
const binomial = (of: number, chance: number): number[] => {
  const likely = [(1 - chance) ** of];
  for (let count = 1; count <= of; count++)
    likely.push(((likely[count - 1] ?? 0) * (of - count + 1) * chance) / (count * (1 - chance)));
  return likely;
};

it('of whatever months, where nothing has changed, is a false alarm no more often than its level says', () => {
  const months = fc.record({
    before: fc.integer({ min: 1, max: 60 }),
    now: fc.integer({ min: 1, max: 25 }),
    unhappy: fc.double({ min: 0.01, max: 0.9, noNaN: true }),
  });
  let highest = 0;
  fc.assert(
    fc.property(months, ({ before, now, unhappy }) => {
      const [then, since] = [binomial(before, unhappy), binomial(now, unhappy)];
      // Every way it may come, each as likely as it is.
      let falseAlarms = 0;
      for (const [was, wasLikely] of then.entries())
        for (const [is, isLikely] of since.entries())
          if (chanceOfRise({ count: was, of: before }, { count: is, of: now }) < RARE)
            falseAlarms += wasLikely * isLikely;
      highest = Math.max(highest, falseAlarms);
      expect(falseAlarms).toBeLessThanOrEqual(RARE);
    }),
    { numRuns: 60, examples: [[{ before: 60, now: 25, unhappy: 0.3 }]] },
  );
  // It does come.
  expect(highest).toBeGreaterThan(RARE / 10);
});

/** Always the same draws. */
function drawsOf(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** How each of some days was answered, where a share of those who answer is unhappy. */
function answered(days: number, aDay: number, unhappy: (day: number) => number, draw: () => number): Share[] {
  return Array.from({ length: days }, (_, day) => {
    // Between none and twice as many as usual.
    const of = Math.floor(draw() * (2 * aDay + 1));
    return { of, count: Array.from({ length: of }, draw).filter((each) => each < unhappy(day)).length };
  });
}

const sum = (days: readonly Share[]): Share => ({
  count: days.reduce((so, { count }) => so + count, 0),
  of: days.reduce((so, { of }) => so + of, 0),
});

/** On which days it would be told, looking every day at 30 days and the 90 before: once until it has recovered. */
function alarms(days: readonly Share[]): number[] {
  const isRare = (day: number) =>
    chanceOfRise(sum(days.slice(day - 120, day - 30)), sum(days.slice(day - 30, day))) < RARE;
  const looked = Array.from({ length: days.length - 119 }, (_, index) => index + 120);
  return looked.filter((day) => isRare(day) && (day === 120 || !isRare(day - 1)));
}

it.each([1, 4])('is a false alarm in few months, with about %d answers a day and a look every day', (aDay) => {
  const draw = drawsOf(7);
  const years = 20;
  const found = Array.from({ length: years }, () => alarms(answered(485, aDay, () => 0.18, draw)).length);
  const aMonth = found.reduce((so, each) => so + each, 0) / (years * 12);
  expect(aMonth).toBeGreaterThan(0);
  expect(aMonth).toBeLessThan(0.06);
});

it('is told within a month in nearly every case where twice as many are unhappy, with four answers a day', () => {
  const draw = drawsOf(11);
  const runs = Array.from({ length: 60 }, () => alarms(answered(151, 4, (day) => (day < 120 ? 0.15 : 0.3), draw)));
  expect(runs.filter((days) => days.length > 0).length / runs.length).toBeGreaterThan(0.8);
});
