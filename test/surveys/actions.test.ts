import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayAct } from '../../src/surveys/actions.ts';
import { askedIn, helpKey, helpOf, helps } from '../../src/surveys/asked-actions.ts';

const action = { id: crypto.randomUUID(), words: 'No calls before ten', teamId: null };
const answers = (given: readonly (keyof typeof helps | null)[], teamId: string | null = null) =>
  given.map((help) => ({ teamId, scores: help ? { [helpKey(action)]: helps[help] } : {} }));

it('counts who said that it helped, a little, or not', () => {
  expect(helpOf([action], answers(['yes', 'yes', 'little', 'no', 'yes', null]))).toEqual([
    { actionId: action.id, yes: 3, little: 1, no: 1 },
  ]);
});

it('tells nothing of what fewer than five could say, however many were asked, or all said alike', () => {
  const given = fc.array(fc.constantFrom('yes', 'little', 'no', 'unsure', null), { maxLength: 20 });
  fc.assert(
    fc.property(given, (all) => {
      const said = all.filter((help) => help !== null && help !== 'unsure');
      const isTold = said.length >= 5 && new Set(said).size > 1;
      expect(helpOf([action], answers(all))).toHaveLength(isTold ? 1 : 0);
    }),
  );
});

it('what is done about a team’s answers its leader promises, about everybody’s an admin', () => {
  const directory = {
    teams: [
      { id: 'north', name: 'North', managerId: 'marta' },
      { id: 'south', name: 'South', managerId: null },
    ],
  };
  const may = (teamId: string | null, id: string, role: 'rep' | 'manager' | 'admin') =>
    mayAct({ teamId }, { id, role }, directory);
  expect([may('north', 'marta', 'manager'), may('north', 'anna', 'rep'), may('north', 'boss', 'admin')]).toEqual([
    ...[true, false, false],
  ]);
  expect([may(null, 'marta', 'manager'), may(null, 'boss', 'admin')]).toEqual([false, true]);
  expect([may('south', 'marta', 'manager'), may('south', 'boss', 'admin')]).toEqual([false, true]);
});

it('what was promised to a team is asked of that team alone, and counted of it alone', () => {
  const toNorth = { ...action, teamId: 'north' };
  const round = { actions: [action, toNorth] };
  expect(askedIn(round, 'north').actions).toEqual([action, toNorth]);
  expect([askedIn(round, 'south'), askedIn(round, null)]).toEqual([{ actions: [action] }, { actions: [action] }]);
  const north = answers(['yes', 'yes', 'little', 'no', 'yes'], 'north');
  const told = [{ actionId: action.id, yes: 3, little: 1, no: 1 }];
  expect(helpOf([toNorth], [...north, ...answers(['no', 'no'], 'south'), ...answers(['no'])])).toEqual(told);
  expect(helpOf([toNorth], [...north.slice(1), ...answers(['no'], 'south')])).toEqual([]);
});
