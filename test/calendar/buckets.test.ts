import { expect, test } from 'vitest';
import { type BucketUnit, buckets } from '../../src/calendar/buckets.ts';
import type { CalendarSettings } from '../../src/calendar/settings.ts';
import { day, settings } from './examples.ts';

function starts(from: string, to: string, unit: BucketUnit, differing: Partial<CalendarSettings> = {}) {
  return buckets({ from: day(from), to: day(to) }, unit, settings(differing)).map(String);
}

test('days', () => {
  expect(starts('2024-02-28', '2024-03-02', 'day')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
});

test('the first part starts with the period, the last ends with it', () => {
  expect(starts('2026-03-18', '2026-05-10', 'month')).toEqual(['2026-03-18', '2026-04-01', '2026-05-01']);
  expect(starts('2026-01-01', '2026-02-01', 'quarter')).toEqual(['2026-01-01']);
});

test('a period that ends where a unit ends has no empty part after it', () => {
  expect(starts('2026-01-01', '2026-04-01', 'month')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
});

test('weeks start on the workspace’s weekday', () => {
  expect(starts('2026-03-01', '2026-03-16', 'week')).toEqual(['2026-03-01', '2026-03-02', '2026-03-09']);
  expect(starts('2026-03-01', '2026-03-16', 'week', { weekStart: 6 })).toEqual([
    '2026-03-01',
    '2026-03-07',
    '2026-03-14',
  ]);
  expect(starts('2026-03-01', '2026-03-16', 'week', { weekStart: 7 })).toEqual([
    '2026-03-01',
    '2026-03-08',
    '2026-03-15',
  ]);
});

test('quarters and years are fiscal', () => {
  const april = { fiscalStartMonth: 4 };
  expect(starts('2025-12-01', '2026-08-01', 'quarter', april)).toEqual([
    '2025-12-01',
    '2026-01-01',
    '2026-04-01',
    '2026-07-01',
  ]);
  expect(starts('2024-06-01', '2026-06-01', 'year', april)).toEqual(['2024-06-01', '2025-04-01', '2026-04-01']);
});

test('months are Persian where the calendar is: Esfand 1404, Farvardin and Ordibehesht 1405', () => {
  expect(starts('2026-03-01', '2026-05-01', 'month', { calendar: 'persian' })).toEqual([
    '2026-03-01',
    '2026-03-21',
    '2026-04-21',
  ]);
});
