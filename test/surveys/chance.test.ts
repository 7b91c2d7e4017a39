import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreMargin } from '../../src/kpi/score-margin.ts';
import { changeOf, spreadOf } from '../../src/surveys/chance.ts';

const scale = (id: string) => ({ id, driver: null, text: id, from: 1, to: 5 });
const said = (...scores: number[]) => scores.map((score) => ({ scores: { q: score } }));
const spread = (...scores: number[]) => spreadOf([scale('q')], said(...scores));

it('how far apart people are is told of eight or more, and does not show whether all said the same', () => {
  expect(spread(1, 2, 3, 4, 5, 1, 2)).toBeNull();
  expect(spread(3, 3, 3, 3, 3, 3, 3, 3)).toBe(10);
  expect(spread(3, 3, 3, 3, 3, 3, 3, 4)).toBe(10);
  // Half at each end: a standard deviation of 53 on the scale to 100.
  expect(spread(1, 1, 1, 1, 5, 5, 5, 5)).toBe(55);
});

it('it is of people, whatever they left out, and comes in steps of five', () => {
  const questions = [scale('q'), scale('r')];
  const answers = [...said(1, 1, 1, 1), ...Array.from({ length: 4 }, () => ({ scores: { q: 1, r: 5 } }))];
  // Four at 0, four at 50: a standard deviation of 26.7.
  expect(spreadOf(questions, answers)).toBe(30);
  expect(spreadOf(questions, [...answers, { scores: {} }])).toBe(30);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 40 }), (scores) => {
      const told = spread(...scores) ?? 0;
      expect(told % 5).toBe(0);
      expect(told).toBeGreaterThanOrEqual(10);
      expect(told).toBeLessThanOrEqual(55);
    }),
  );
});

it('a change is the same seen from the other side, and none is smaller than a point', () => {
  const score = fc.record({
    score: fc.double({ min: 0, max: 100, noNaN: true }),
    margin: fc.double({ min: 0, max: 40, noNaN: true }),
  });
  fc.assert(
    fc.property(score, score, (one, other) => {
      const turned = { rose: 'fell', fell: 'rose', same: 'same' } as const;
      // A half point is rounded up on either side.
      fc.pre(Math.abs(one.score - other.score) % 1 !== 0.5);
      expect(changeOf(one, other)).toBe(turned[changeOf(other, one)]);
    }),
  );
  expect(changeOf({ score: 50.4, margin: 0 }, { score: 50, margin: 0 })).toBe('same');
});

/** Answers of so many people who think the same at all times, drawn by a fixed sequence. `likely`: each score as often as it says. */
function drawn(random: () => number, people: number, likely: readonly number[]): number[] {
  const urn = likely.flatMap((often, index) => Array.from({ length: often }, () => index + 1));
  return Array.from({ length: people }, () => urn[Math.floor(random() * urn.length)] ?? 1);
}

function sequence(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const scoreOf = (scores: readonly number[]) =>
  (25 * (scores.reduce((sum, each) => sum + each, 0) - scores.length)) / scores.length;

it.each([
  { people: 6, likely: [1, 2, 4, 3, 2] },
  { people: 12, likely: [1, 1, 1, 1, 1] },
  { people: 40, likely: [0, 1, 3, 6, 4] },
  { people: 40, likely: [0, 0, 0, 1, 9] },
])('of $people people who think as before it says so, but for one time in twenty at most', ({ people, likely }) => {
  const random = sequence(7);
  const measured = () => {
    const scores = drawn(random, people, likely);
    const score = scoreOf(scores);
    return { score, margin: scoreMargin(score, people, spread(...scores)) };
  };
  let changes = 0;
  for (let time = 0; time < 1000; time++) if (changeOf(measured(), measured()) !== 'same') changes += 1;
  expect(changes).toBeLessThanOrEqual(50);
});

it('what has really changed in a company of a hundred it finds', () => {
  const random = sequence(11);
  let found = 0;
  for (let time = 0; time < 100; time++) {
    const [before, now] = [drawn(random, 100, [1, 2, 4, 3, 1]), drawn(random, 100, [0, 1, 3, 5, 3])];
    const measured = (scores: number[]) => {
      const score = scoreOf(scores);
      return { score, margin: scoreMargin(score, 100, spread(...scores)) };
    };
    if (changeOf(measured(now), measured(before)) === 'rose') found += 1;
  }
  expect(found).toBeGreaterThan(90);
});
