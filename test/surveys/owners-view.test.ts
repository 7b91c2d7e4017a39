import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SMALLEST_GROUP } from '../../src/surveys/groups.ts';
import { hiddenFromOwner } from '../../src/surveys/owners-view.ts';
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

it('an owner who takes what is shown from all that is published is left with nobody, with five at least, or with a whole group', () => {
  fc.assert(
    fc.property(somePeople, (people) => {
      const all = people.map((each, index) => ({ ...each, comment: null, memberId: String(index) }));
      const [owner] = all;
      if (owner) owner.isLed = false;
      const invited = new Map(teams.map((team) => [team, all.filter(({ teamId }) => teamId === team).length]));
      const results = resultsOf(questions, all, invited);
      const told = (question: string) => results.filter((result) => result.question === question);
      const partOf = (question: string, teamId: string | null) =>
        `${question} ${told(question).some((result) => teamId !== null && result.teamId === teamId) ? teamId : 'rest'}`;
      const hidden = hiddenFromOwner(
        all.map(({ memberId, teamId, scores }) => ({
          memberId,
          countedIn: Object.keys(scores).flatMap((id) => (told(id).length > 0 ? [partOf(id, teamId)] : [])),
        })),
        new Set(all.flatMap(({ memberId, isLed }) => (isLed ? [memberId] : []))),
        OWNER,
      );
      for (const { memberId, isLed } of all) if (isLed) expect(hidden.has(memberId)).toBe(true);
      for (const { id } of questions) {
        const rows = told(id);
        const published = rows.map(({ teamId }) => teamId).filter((teamId) => teamId !== null);
        const gave = all.filter(({ scores }) => rows.length > 0 && scores[id] !== undefined);
        const parts = [...published.map((team) => gave.filter(({ teamId }) => teamId === team))];
        parts.push(gave.filter(({ teamId }) => teamId === null || !published.includes(teamId)));
        for (const part of parts) {
          const left = part.filter(({ memberId }) => hidden.has(memberId)).length;
          const others = part.filter(({ memberId }) => memberId !== OWNER).length;
          const isSafe = left === 0 || left >= SMALLEST_GROUP || left === others;
          expect(isSafe, `${left} of ${part.length} are left`).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
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
