import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readOwnQuestions } from '../../src/surveys/own-questions.ts';
import { meanChange, meanOf } from '../../src/surveys/own-results.ts';
import { type Counted, resultsOf } from '../../src/surveys/results.ts';

const [scale, choice, words] = readOwnQuestions('How was it? (1-5)\nWhere? (office | home | both)\nWhat else?');
const answer = (teamId: string | null, score: number, place: number): Counted => ({
  ...{ teamId, comment: null, scores: { [scale!.id]: score, [choice!.id]: place } },
});
const invited = new Map<string | null, number>([
  ['North', 6],
  ['South', 6],
]);

it('tells how many gave each answer, of everybody and of the teams; of words nothing', () => {
  const north = [1, 2, 3, 4, 5].map((score) => answer('North', score, score % 3));
  const south = [5, 5, 5, 5, 4].map((score) => answer('South', score, 0));
  const results = resultsOf([scale!, choice!, words!], [...north, ...south], invited);
  const counts = (teamId: string | null, id: string) =>
    results.find((each) => each.teamId === teamId && each.question === id)?.counts;
  expect(counts(null, scale!.id)).toEqual([1, 1, 1, 2, 5]);
  expect(counts('South', scale!.id)).toEqual([0, 0, 0, 1, 4]);
  expect(counts(null, choice!.id)).toEqual([6, 2, 2]);
  // All of South like it best in the office: then North, beside which they alone remain, has no counts either.
  expect([counts('South', choice!.id), counts('North', choice!.id)]).toEqual([undefined, undefined]);
  expect(results.some(({ question }) => question === words!.id)).toBe(false);
});

const said = fc.record({
  teamId: fc.constantFrom('North', 'South', 'West', null),
  comment: fc.constant(null),
  scores: fc.dictionary(fc.constant(choice!.id), fc.constantFrom(0, 1)),
});

it('whatever is subtracted of what is published, no group comes out that is too small or of one mind', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 36 }), (answers) => {
      const all = resultsOf([choice!], answers, new Map()).filter(({ question }) => question !== null);
      const whole = all.find(({ teamId }) => teamId === null);
      const parts = all.flatMap(({ teamId, counts }) => (teamId !== null && counts ? [counts] : []));
      if (!whole?.counts) {
        expect(parts).toEqual([]);
        return;
      }
      const rest = whole.counts.map((count, index) => count - parts.reduce((sum, part) => sum + (part[index] ?? 0), 0));
      const size = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
      for (const counts of [...parts, ...(size(rest) > 0 ? [rest] : [])]) {
        expect(size(counts)).toBeGreaterThanOrEqual(5);
        expect(Math.max(...counts)).toBeLessThan(size(counts));
      }
    }),
    { numRuns: 500 },
  );
});

it('a mean has changed when that is more than chance would do: in one of twenty rounds of the same people’s minds it seems so', () => {
  expect(meanOf(scale!, [0, 0, 1, 0, 1]).mean).toBe(4);
  expect(meanChange(scale!, [0, 0, 1, 4, 15], [15, 4, 1, 0, 0])).toBeCloseTo(3.4);
  expect(meanChange(scale!, [1, 2, 3, 2, 1], [2, 2, 3, 1, 1])).toBeNull();
  let state = 42;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const round = (answers: number) => {
    const counts = [0, 0, 0, 0, 0];
    for (let each = 0; each < answers; each++) {
      const step = Math.floor(random() * 5);
      counts[step] = (counts[step] ?? 0) + 1;
    }
    return counts;
  };
  const trials = 4000;
  const alarms = Array.from({ length: trials }).filter(() => meanChange(scale!, round(8), round(8)) !== null).length;
  expect(alarms / trials).toBeGreaterThan(0.03);
  expect(alarms / trials).toBeLessThan(0.07);
});
