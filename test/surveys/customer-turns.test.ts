// When a customer's turn comes after a won deal.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { turnAfter, turnsOn } from '../../src/surveys/customers/steps.ts';

const today = Temporal.PlainDate.from('2026-03-18');
const upTo = (days: number) => Array.from({ length: days + 1 }, (_, day) => day);

it('comes the morning after, after 30 days, then every 90', () => {
  const first = new Map<number, number>();
  for (const day of upTo(400)) {
    const turn = turnAfter(day);
    if (turn !== null && !first.has(turn)) first.set(turn, day);
  }
  expect([...first]).toEqual([
    [0, 1],
    [30, 30],
    [120, 120],
    [210, 210],
    [300, 300],
    [390, 390],
  ]);
});

it('is made up for within two weeks, and then gone until the next', () => {
  expect(upTo(50).filter((day) => turnAfter(day) === 0)).toEqual(upTo(14).slice(1));
  expect(upTo(160).filter((day) => turnAfter(day) === 120)).toEqual(upTo(133).slice(120));
  expect([15, 29, 44, 119, 134].map(turnAfter)).toEqual([null, null, null, null, null]);
});

it('of any deal is up on a day as it is so many days after it, and none that came up before a day is made up for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 30 }), (days, sinceDays) => {
      const wonOn = today.subtract({ days }).toString();
      const turnIn = (since: Temporal.PlainDate | null) =>
        turnsOn(today, since).find((each) => each.wonOn === wonOn)?.turn ?? null;
      expect(turnIn(null)).toBe(turnAfter(days));
      const came = turnAfter(days - sinceDays - 1) === turnAfter(days) || turnAfter(days) === null;
      expect(turnIn(today.subtract({ days: sinceDays }))).toBe(came ? null : turnAfter(days));
    }),
    { numRuns: 60 },
  );
});
