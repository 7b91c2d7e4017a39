import { expect, test } from 'vitest';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import { targetSpan } from '../../src/targets/target-span.ts';
import { day, settings } from '../calendar/examples.ts';

/** Asked on Wednesday, 18 March 2026. */
const goalFor = (spec: PeriodSpec) => targetSpan(spec, day('2026-03-18'), settings())?.from.toString();

test('a goal for a day, month or quarter by name is for the one that runs or comes next', () => {
  expect(goalFor({ kind: 'weekday', weekday: 3 })).toBe('2026-03-18');
  expect(goalFor({ kind: 'weekday', weekday: 1 })).toBe('2026-03-23');
  expect(goalFor({ kind: 'month', month: 2 })).toBe('2027-02-01');
  expect(goalFor({ kind: 'quarter', quarter: 1 })).toBe('2026-01-01');
});

test('last friday is over for a goal, too', () => {
  expect(goalFor({ kind: 'weekday', weekday: 5, isOver: true })).toBe('2026-03-13');
});
