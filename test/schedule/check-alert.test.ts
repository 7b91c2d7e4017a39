import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import { momentOfCheck } from '../../src/schedule/check-alert.ts';

const settings = { zone: 'UTC', weekStart: 1, fiscalStartMonth: 1, calendar: 'gregory' } as const;
const at = (moment: string) => Temporal.Instant.from(`${moment}:00Z`);
const due = at('2026-03-18T11:00');
const moment = (period: PeriodSpec, now: string) =>
  momentOfCheck(
    {
      kind: 'limit',
      question: { kpis: ['calls_made'], whose: { scope: 'workspace' }, period, by: [] },
      side: 'below',
      value: 2,
    },
    due,
    at(now),
    settings,
  ).toString();

it.each<[string, PeriodSpec, string, string]>([
  ['in time, as of when it was due', { kind: 'this', unit: 'week' }, '2026-03-18T11:05', '2026-03-18T11:00:00Z'],
  ['late, as of now', { kind: 'this', unit: 'week' }, '2026-03-20T20:00', '2026-03-20T20:00:00Z'],
  [
    'in another week, of the one it was about',
    { kind: 'this', unit: 'week' },
    '2026-03-23T08:00',
    '2026-03-18T11:00:00Z',
  ],
  [
    'in another week of the month it is about, as of now',
    { kind: 'toDate', unit: 'month' },
    '2026-03-23T08:00',
    '2026-03-23T08:00:00Z',
  ],
  [
    'of days that only move on, as of now',
    { kind: 'trailing', n: 30, unit: 'day' },
    '2026-03-23T08:00',
    '2026-03-23T08:00:00Z',
  ],
])('a check is made %s', (_, period, now, expected) => {
  expect(moment(period, now)).toBe(expected);
});
