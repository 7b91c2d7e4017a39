import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { localDay, localHour } from '../../src/calendar/local-day.ts';

const seen = (instant: string, zone: string) => {
  const moment = Temporal.Instant.from(instant);
  return `${localDay(moment, zone)} ${localHour(moment, zone)}h`;
};

test('one instant is different days and hours in different zones', () => {
  expect(seen('2026-03-01T03:30Z', 'America/New_York')).toBe('2026-02-28 22h');
  expect(seen('2026-03-01T03:30Z', 'Asia/Tehran')).toBe('2026-03-01 7h');
  expect(seen('2026-03-01T03:30Z', 'Pacific/Kiritimati')).toBe('2026-03-01 17h');
});

test('the turn of the year comes at local midnight', () => {
  expect(seen('2025-12-31T22:59:59.999Z', 'Europe/Berlin')).toBe('2025-12-31 23h');
  expect(seen('2025-12-31T23:00Z', 'Europe/Berlin')).toBe('2026-01-01 0h');
});

describe('where the clocks change', () => {
  test.each([
    [
      'New York skips 2 o’clock',
      'America/New_York',
      '2026-03-08T06:59Z',
      '2026-03-08 1h',
      '2026-03-08T07:00Z',
      '2026-03-08 3h',
    ],
    [
      'New York has 1 o’clock twice',
      'America/New_York',
      '2026-11-01T05:59Z',
      '2026-11-01 1h',
      '2026-11-01T06:59Z',
      '2026-11-01 1h',
    ],
    [
      'Berlin skips 2 o’clock',
      'Europe/Berlin',
      '2026-03-29T00:59Z',
      '2026-03-29 1h',
      '2026-03-29T01:00Z',
      '2026-03-29 3h',
    ],
    [
      'Berlin has 2 o’clock twice',
      'Europe/Berlin',
      '2026-10-25T00:30Z',
      '2026-10-25 2h',
      '2026-10-25T01:30Z',
      '2026-10-25 2h',
    ],
    [
      'Tehran skipped midnight',
      'Asia/Tehran',
      '2022-03-21T20:29Z',
      '2022-03-21 23h',
      '2022-03-21T20:30Z',
      '2022-03-22 1h',
    ],
    [
      'Tehran had 23 o’clock twice',
      'Asia/Tehran',
      '2022-09-21T19:29Z',
      '2022-09-21 23h',
      '2022-09-21T19:30Z',
      '2022-09-21 23h',
    ],
    [
      'Lord Howe skips half of 2 o’clock',
      'Australia/Lord_Howe',
      '2026-10-03T15:29Z',
      '2026-10-04 1h',
      '2026-10-03T15:30Z',
      '2026-10-04 2h',
    ],
  ])('%s', (_, zone, before, seenBefore, after, seenAfter) => {
    expect([seen(before, zone), seen(after, zone)]).toEqual([seenBefore, seenAfter]);
  });
});
