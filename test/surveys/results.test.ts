import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readOwnQuestions } from '../../src/surveys/own-questions.ts';
import { type Counted, commentsOf, resultsOf } from '../../src/surveys/results.ts';

const question = (id: string, to = 5) => ({
  ...{ kind: 'scale' as const, id, driver: null, text: id, from: to === 5 ? 1 : 0, to },
});
const answer = (teamId: string | null, scores: Record<string, number>, comment: string | null = null): Counted => ({
  ...{ teamId, scores, comment },
});
const asked = (counts: Record<string, number>) => new Map<string | null, number>(Object.entries(counts));

it('tells of everybody and of each team how many answered and what', () => {
  const answers = [1, 2, 3, 4, 5]
    .map((score) => answer('North', { q: score }))
    .concat([5, 5, 5, 5, 4, 4].map((score) => answer('South', { q: score })));
  const results = resultsOf([question('q')], answers, asked({ North: 6, South: 7 }));
  const told = (teamId: string | null, id: string | null) =>
    results.find((each) => each.teamId === teamId && each.question === id);
  expect(told(null, null)).toMatchObject({ answers: 11, invited: 13 });
  expect(told('South', null)).toMatchObject({ answers: 6, invited: 7 });
  expect(told(null, 'q')).toMatchObject({ answers: 11, total: 43 });
  expect(told('North', 'q')).toMatchObject({ answers: 5, total: 15 });
  expect(results).toHaveLength(6);
});

it('of a question that too few answered it tells nothing', () => {
  const answers = [1, 2, 3, 4, 5].map((score) => answer('North', { q: score, ...(score > 1 ? { r: score } : {}) }));
  const results = resultsOf([question('q'), question('r')], answers, asked({ North: 5 }));
  expect(results.map(({ question: id }) => id)).toEqual([null, null, 'q', 'q']);
});

it('counts promoters and detractors of an eNPS', () => {
  const answers = [10, 9, 8, 7, 6, 0].map((score) => answer(null, { q: score }));
  const [, whole] = resultsOf([question('q', 10)], answers, new Map([[null, 6]]));
  expect(whole).toMatchObject({ answers: 6, promoters: 2, detractors: 2 });
});

it('nothing published of an eNPS, or of own questions, tells more than how many gave which answer', () => {
  const own = readOwnQuestions('How was it? (1-5)\nWhere? (office | home)');
  const asked = [question('q', 10), ...own];
  const score = fc.integer({ min: 0, max: 10 });
  const kindOf = (given: number) => (given >= 9 ? 9 : given <= 6 ? 0 : 7);
  fc.assert(
    fc.property(fc.array(score, { minLength: 5, maxLength: 20 }), (given) => {
      const of = (say: (given: number) => number) =>
        resultsOf(
          asked,
          given.map((each, index) => {
            const first = { [own[0]!.id]: 1 + (index % 5), [own[1]!.id]: index % 2 };
            return answer(index % 2 ? 'A' : 'B', { q: say(each), ...first });
          }),
          new Map(),
        );
      const told = of((each) => each);
      // Any other answers of which as many are promoters, passives and detractors look the same.
      expect(told).toEqual(of(kindOf));
      expect(told.filter(({ total }) => total !== null)).toEqual([]);
    }),
  );
});

it('keeps comments only where eight or more answered, and of a team only where eight of it did', () => {
  const seven = Array.from({ length: 7 }, () => answer('North', { q: 3 }, 'Hm'));
  expect(commentsOf(seven)).toEqual({ kept: [], teamIds: [] });
  const eight = [...seven, answer('North', { q: 3 })];
  expect(commentsOf(eight)).toMatchObject({ teamIds: ['North'] });
  expect(commentsOf(eight).kept).toHaveLength(7);
  expect(commentsOf([...eight, answer('South', { q: 1 }, 'Alone')]).teamIds).toEqual([]);
});

const teams = ['A', 'B', 'C', null];
const someAnswers = fc.array(
  fc.record({
    teamId: fc.constantFrom(...teams),
    comment: fc.constant(null),
    scores: fc.dictionary(fc.constantFrom('q', 'r'), fc.integer({ min: 1, max: 5 })),
  }),
  { maxLength: 40 },
);

it('whatever is published of a question can be subtracted as one likes: no group of one to four comes out', () => {
  fc.assert(
    fc.property(someAnswers, (answers) => {
      const invited = new Map(teams.map((team) => [team, answers.filter(({ teamId }) => teamId === team).length]));
      const results = resultsOf([question('q'), question('r')], answers, invited);
      for (const id of [null, 'q', 'r']) {
        const rows = results.filter((each) => each.question === id);
        const whole = rows.find(({ teamId }) => teamId === null);
        const parts = rows.filter(({ teamId }) => teamId !== null).map((row) => row.answers);
        if (!whole) {
          expect(parts).toEqual([]);
          continue;
        }
        const rest = whole.answers - parts.reduce((sum, each) => sum + each, 0);
        for (const group of [whole.answers, ...parts, ...(rest > 0 ? [rest] : [])])
          expect(group).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 500 },
  );
});
