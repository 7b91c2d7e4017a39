import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SMALLEST_GROUP } from '../../src/surveys/groups.ts';
import { readOwnQuestions } from '../../src/surveys/own-questions.ts';
import { countedIn, hiddenFromOwner } from '../../src/surveys/owners-view.ts';
import type { AskedQuestion } from '../../src/surveys/questions.ts';
import { resultsOf } from '../../src/surveys/results.ts';

const teams = ['A', 'B', 'C', null];
const questions = ['q', 'r'].map((id) => ({ kind: 'scale' as const, id, driver: null, text: id, from: 1, to: 5 }));
const OWNER = '0';
const somePeople = fc.array(
  fc.record({
    teamId: fc.constantFrom(...teams),
    scores: fc.dictionary(fc.constantFrom('q', 'r'), fc.integer({ min: 1, max: 5 })),
    isLed: fc.boolean(),
  }),
  { maxLength: 40 },
);

type Person = { memberId: string; teamId: string | null; scores: Readonly<Record<string, number>>; isLed: boolean };

/** What is published of people's answers, and who of them is not shown to the owner. */
function view(people: readonly Person[], asked: readonly AskedQuestion[]) {
  const all = people.map((each) => ({ ...each, comment: null }));
  const invited = new Map(teams.map((team) => [team, all.filter(({ teamId }) => teamId === team).length]));
  const results = resultsOf(asked, all, invited).filter(({ question }) => question !== null);
  const answered = all.map((each) => ({ memberId: each.memberId, countedIn: countedIn(each, results) }));
  const led = new Set(all.flatMap(({ memberId, isLed }) => (isLed ? [memberId] : [])));
  return { results, hidden: hiddenFromOwner(answered, led, OWNER) };
}

/**
 * Each published number without what the owner has seen, and each difference of two such: none of it may tell more of people whom
 * the owner leads than the published number itself, less the owner's own answer.
 */
function expectNothingLeft(people: readonly Person[], asked: readonly AskedQuestion[]): number {
  const { results, hidden } = view(people, asked);
  for (const { memberId, isLed } of people) if (isLed) expect(hidden.has(memberId)).toBe(true);
  let checked = 0;
  for (const { id } of asked) {
    const told = results.filter(({ question }) => question === id);
    const named = told.flatMap(({ teamId }) => teamId ?? []);
    const gave = people.filter(({ scores }) => told.length > 0 && scores[id] !== undefined);
    const rest = gave.filter(({ teamId }) => teamId === null || !named.includes(teamId));
    for (const part of [...named.map((team) => gave.filter(({ teamId }) => teamId === team)), rest]) {
      if (!part.some(({ isLed }) => isLed)) continue;
      const [others, left] = [
        ({ memberId }: Person) => memberId !== OWNER,
        ({ memberId }: Person) => hidden.has(memberId),
      ];
      if (part.filter(left).length !== part.filter(others).length) expect.fail(JSON.stringify({ id, part }));
      if (part.length < SMALLEST_GROUP) expect.fail(JSON.stringify({ id, part }));
      const alike = new Set(part.map(({ scores }) => scores[id])).size === 1;
      if (alike && told.some(({ counts }) => counts)) expect.fail(JSON.stringify({ id, part }));
      checked += 1;
    }
  }
  return checked;
}

it('an owner who takes what is shown from all that is published is left with what everybody reads', () => {
  fc.assert(
    fc.property(somePeople, (people) => {
      expectNothingLeft(
        people.map((each, index) => ({ ...each, memberId: String(index), isLed: index > 0 && each.isLed })),
        questions,
      );
    }),
    { numRuns: 500 },
  );
});

it('… of few people and two answers, for every way in which they can be divided', () => {
  const asked = [...questions.slice(0, 1), ...readOwnQuestions('Where? (office | home)')];
  const own = asked[1]!.id;
  let checked = 0;
  /** So many of a team, led or not, who all say the same. */
  const group = (teamId: string | null, isLed: boolean, says: number, count: number) =>
    Array.from({ length: count }, () => ({ teamId, isLed, scores: { q: says + 1, [own]: says } }));
  for (const a of [0, 1, 2, 5])
    for (const b of [0, 1])
      for (const c of [0, 4])
        for (const d of [0, 1, 5])
          for (const e of [0, 5])
            for (const f of [0, 2, 5])
              for (const g of [0, 1])
                for (const h of [0, 5]) {
                  const people = [
                    ...[...group('B', false, 0, e), ...group('B', false, 1, f)],
                    ...[...group('A', true, 0, a), ...group('A', true, 1, b)],
                    ...[...group('A', false, 0, c), ...group('A', false, 1, d)],
                    ...[...group(null, true, 0, g), ...group(null, false, 1, h)],
                  ].map((each, index) => ({ ...each, memberId: `P${index}` }));
                  checked += expectNothingLeft(people, asked);
                }
  expect(checked).toBeGreaterThan(1000);
});

it('who is missing depends on nothing that anybody has said', () => {
  fc.assert(
    fc.property(somePeople, fc.integer({ min: 1, max: 5 }), (people, same) => {
      const all = people.map((each, index) => ({ ...each, memberId: String(index), isLed: index > 0 && each.isLed }));
      const alike = all.map((each) => ({
        ...each,
        scores: Object.fromEntries(Object.keys(each.scores).map((id) => [id, same])),
      }));
      expect(view(alike, questions).hidden).toEqual(view(all, questions).hidden);
    }),
  );
});

it('shows all where nobody is led, and those of other groups where somebody is', () => {
  const north = ['n1', 'n2', 'n3', 'n4', 'n5'].map((memberId) => ({ memberId, countedIn: ['q North'] }));
  const south = ['s1', 's2', 's3', 's4', 's5'].map((memberId) => ({ memberId, countedIn: ['q South'] }));
  expect(hiddenFromOwner([...north, ...south], new Set(), 'boss').size).toBe(0);
  expect([...hiddenFromOwner([...north, ...south], new Set(['n2', 'x']), 'boss')].sort()).toEqual([
    'n1',
    'n2',
    'n3',
    'n4',
    'n5',
  ]);
});
