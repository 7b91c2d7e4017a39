import { expect, it } from 'vitest';
import { awayUntil, isOutOfOffice } from '../../src/people/out-of-office.ts';

it.for([
  [':palm_tree:', 'Vacationing', true],
  [':palm_tree:', 'Im Urlaub', true],
  [':face_with_thermometer:', 'Out sick', true],
  ['', 'OOO until Monday', true],
  [':house:', 'on parental leave', true],
  [':house_with_garden:', 'Working remotely', false],
  [':spiral_calendar_pad:', 'In a meeting', false],
  [':bus:', 'Commuting', false],
  [':books:', 'At the zoo', false],
  ['', 'at the office', false],
  ['', '', false],
] as const)('of %s "%s" it is %s that its person is not at work', ([status_emoji, status_text, away]) => {
  expect(isOutOfOffice({ status_emoji, status_text })).toBe(away);
});

it('somebody is away until their status ends, and without an end until it is taken away', () => {
  const vacation = { status_emoji: ':palm_tree:', status_text: 'Vacationing' };
  const until = Date.UTC(2026, 2, 20, 17) / 1000;
  expect(awayUntil({ ...vacation, status_expiration: until })?.toString()).toBe('2026-03-20T17:00:00Z');
  expect(awayUntil({ ...vacation, status_expiration: 0 })?.toString()).toBe('9999-12-31T00:00:00Z');
  expect(awayUntil({ status_text: 'In a meeting', status_expiration: until })).toBeNull();
});
