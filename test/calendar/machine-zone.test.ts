import { afterEach, expect, test, vi } from 'vitest';
import { at, day, office, settings, written } from './examples.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

// The machine's day differs from the workspace's in the first and the last of these at the moment asked.
test.each([
  ['Pacific/Kiritimati', -840],
  ['UTC', 0],
  ['America/Los_Angeles', 420],
])('a machine in %s counts the same days', async (machine, offset) => {
  vi.stubEnv('TZ', machine);
  expect(new Date('2026-03-16T12:00Z').getTimezoneOffset()).toBe(offset);
  // Loaded anew, so that nothing worked out in another zone is remembered.
  vi.resetModules();
  const { resolvePeriod, comparisonPeriod } = await import('../../src/calendar/period.ts');
  const { buckets } = await import('../../src/calendar/buckets.ts');
  const { localDay, localHour } = await import('../../src/calendar/local-day.ts');
  const { elapsedWorkingDays, workingDaysIn } = await import('../../src/calendar/working-days.ts');

  const now = at('2026-03-16T00:30'); // Monday in Berlin, 23:30 on Sunday in UTC
  const bavaria = office({ holidayCode: 'DE-BY' });
  const month = { kind: 'this', unit: 'month' } as const;
  expect(`${localDay(now, 'Europe/Berlin')} ${localHour(now, 'Europe/Berlin')}`).toBe('2026-03-16 0');
  expect(written(resolvePeriod(month, now, settings()))).toBe('2026-03-01 – 2026-04-01 until 2026-03-16T00:30:00');
  expect(written(comparisonPeriod(month, now, settings(), 'previous', bavaria))).toBe(
    '2026-02-01 – 2026-02-17 until 2026-02-16T00:30:00',
  );
  expect(written(resolvePeriod({ kind: 'year', year: 1404 }, now, settings()))).toBe(
    '2025-03-21 – 2026-03-21 until 2026-03-16T00:30:00',
  );
  expect(buckets({ from: day('2026-03-16'), to: day('2026-04-10') }, 'month', settings()).map(String)).toEqual([
    '2026-03-16',
    '2026-04-01',
  ]);
  expect(elapsedWorkingDays(day('2026-03-01'), now, bavaria)).toBe(10);
  // 2026 has 261 weekdays. Bavaria's holidays fall on 9 of them (3 October, 1 November, 26 December do not), America's on 11.
  expect(workingDaysIn(day('2026-01-01'), day('2027-01-01'), bavaria)).toBe(252);
  expect(workingDaysIn(day('2026-01-01'), day('2027-01-01'), office({ holidayCode: 'US' }))).toBe(250);
});
