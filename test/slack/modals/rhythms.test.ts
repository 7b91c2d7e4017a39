/** How often a schedule strikes: as a form asks for it, and as it opens again. */
import { expect, it } from 'vitest';
import { type Rhythm, rhythmOf, rhythms, ruleOf } from '../../../src/slack/modals/rhythms.ts';

const chosen = { days: [2, 4], date: 15 };
const asked = rhythms.flatMap((rhythm) => [true, false].map((onHolidays) => [rhythm, onHolidays] as const));

it.for(asked)('%s, on holidays: %s, opens again as it was asked for', ([rhythm, onHolidays]) => {
  const rule = ruleOf(rhythm, { ...chosen, onHolidays });
  const again = rhythmOf(rule);
  expect(again.rhythm).toBe(rhythm);
  expect(ruleOf(again.rhythm, { ...chosen, onHolidays: false, ...again })).toEqual(rule);
});

it('leaves out holidays for days of the week where that is asked for, and never for every day', () => {
  const leavesOut = (onHolidays: boolean) =>
    rhythms.filter((rhythm) => ruleOf(rhythm, { ...chosen, onHolidays }).workingDaysOnly);
  const isOfWorkingDays = (rhythm: Rhythm) => /first|last/.test(rhythm);
  expect(leavesOut(true)).toEqual(rhythms.filter(isOfWorkingDays));
  expect(leavesOut(false)).toEqual(rhythms.filter((rhythm) => rhythm !== 'daily'));
});
