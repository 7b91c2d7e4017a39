import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type BucketUnit, buckets } from '../../src/calendar/buckets.ts';
import { localDay } from '../../src/calendar/local-day.ts';
import { comparisonPeriod, resolvePeriod } from '../../src/calendar/period.ts';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { CalendarSettings } from '../../src/calendar/settings.ts';
import { startOfUnit } from '../../src/calendar/units.ts';
import { day, office } from './examples.ts';

const units = ['day', 'week', 'month', 'quarter', 'year'] as const;

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => day('1995-01-01').add({ days }));
const anyMoment = fc
  .integer({ min: Date.parse('1995-01-01'), max: Date.parse('2049-12-31') })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

const anySettings: fc.Arbitrary<CalendarSettings> = fc.record({
  zone: fc.constantFrom(
    'UTC',
    'America/New_York',
    'Europe/Berlin',
    'Asia/Tehran',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ),
  weekStart: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
  fiscalStartMonth: fc.integer({ min: 1, max: 12 }),
  calendar: fc.constantFrom('gregory', 'persian'),
});

const anyWeekday = fc.constantFrom(1, 2, 3, 4, 5, 6, 7);
const anyYear = fc.oneof(fc.integer({ min: 1370, max: 1430 }), fc.integer({ min: 1990, max: 2050 }));
const anySpec: fc.Arbitrary<PeriodSpec> = fc.oneof(
  fc.record({ kind: fc.constantFrom('this', 'last', 'next'), unit: fc.constantFrom(...units) }),
  fc.record(
    { kind: fc.constant('weekday' as const), weekday: anyWeekday, isOver: fc.constant(true as const) },
    { requiredKeys: ['kind', 'weekday'] },
  ),
  fc.record({ kind: fc.constant('toDate' as const), unit: fc.constantFrom('week', 'month', 'quarter', 'year') }),
  fc.record({
    kind: fc.constant('trailing' as const),
    n: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('day', 'week', 'month'),
  }),
  fc.record(
    { kind: fc.constant('month' as const), month: fc.integer({ min: 1, max: 12 }), year: anyYear },
    { requiredKeys: ['kind', 'month'] },
  ),
  fc.record(
    { kind: fc.constant('quarter' as const), quarter: fc.constantFrom(1, 2, 3, 4), year: anyYear },
    { requiredKeys: ['kind', 'quarter'] },
  ),
  fc.record({ kind: fc.constant('year' as const), year: anyYear }),
  fc.tuple(anyDay, fc.integer({ min: 0, max: 800 })).map(([from, days]) => ({
    kind: 'between' as const,
    from: from.toString(),
    through: from.add({ days }).toString(),
  })),
);

const { compare } = Temporal.PlainDate;
const days = ({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }) => from.until(to).days;

test('every period has days, and counts up to now unless it is over', () => {
  fc.assert(
    fc.property(anySpec, anyMoment, anySettings, (spec, now, own) => {
      const { from, to, until, running } = resolvePeriod(spec, now, own);
      const today = localDay(now, own.zone);
      expect(compare(from, to)).toBe(-1);
      expect(until).toBe(compare(to, today) <= 0 ? null : now);
      expect(running).toBe(compare(from, today) <= 0 && compare(today, to) < 0);
    }),
  );
});

test('the last unit ends where this one begins, and this one holds today', () => {
  fc.assert(
    fc.property(fc.constantFrom(...units), anyMoment, anySettings, (unit, now, own) => {
      const last = resolvePeriod({ kind: 'last', unit }, now, own);
      const running = resolvePeriod({ kind: 'this', unit }, now, own);
      expect(last.to.toString()).toBe(running.from.toString());
      expect([last.running, running.running]).toEqual([false, true]);
    }),
  );
});

test('a finished period is compared with one that ends where it begins', () => {
  fc.assert(
    fc.property(anySpec, anyMoment, anySettings, (spec, now, own) => {
      const period = resolvePeriod(spec, now, own);
      fc.pre(period.until === null && spec.kind !== 'weekday');
      const before = comparisonPeriod(spec, now, own, 'previous', office());
      expect(before.to.toString()).toBe(period.from.toString());
      expect(before.until).toBeNull();
    }),
  );
});

test('a day of the week by name is that day, at most a week ago, and is compared with the one a week before', () => {
  fc.assert(
    fc.property(anyWeekday, fc.boolean(), anyMoment, anySettings, (weekday, isOver, now, own) => {
      const spec: PeriodSpec = { kind: 'weekday', weekday, ...(isOver ? { isOver } : {}) };
      const { from } = resolvePeriod(spec, now, own);
      const ago = from.until(localDay(now, own.zone)).days;
      expect([from.dayOfWeek, Math.floor((ago - (isOver ? 1 : 0)) / 7)]).toEqual([weekday, 0]);
      for (const against of ['previous', 'lastYear'] as const) {
        const before = comparisonPeriod(spec, now, own, against, office());
        expect(before.from.until(from).days).toBe(against === 'previous' ? 7 : 364);
      }
    }),
  );
});

test('a running period is compared with no more days than it has had, all of them before it', () => {
  fc.assert(
    fc.property(anySpec, anyMoment, anySettings, (spec, now, own) => {
      const period = resolvePeriod(spec, now, own);
      fc.pre(period.running);
      const before = comparisonPeriod(spec, now, own, 'previous', office());
      const hadSoFar = period.from.until(localDay(now, own.zone)).days + 1;
      expect(days(before)).toBeLessThanOrEqual(hadSoFar);
      expect(compare(before.to, period.from)).toBeLessThanOrEqual(0);
      expect(before.running).toBe(false);
    }),
  );
});

test('as a running period goes on, the stretch it is compared with never shrinks', () => {
  fc.assert(
    fc.property(fc.constantFrom('week', 'month', 'quarter', 'year'), anyMoment, anySettings, (unit, now, own) => {
      const spec: PeriodSpec = { kind: 'toDate', unit };
      const tomorrow = now.add({ hours: 24 });
      const period = resolvePeriod({ kind: 'this', unit }, now, own);
      fc.pre(compare(localDay(tomorrow, own.zone), period.to) < 0);
      const early = comparisonPeriod(spec, now, own, 'previous', office());
      const late = comparisonPeriod(spec, tomorrow, own, 'previous', office());
      expect(late.from.toString()).toBe(early.from.toString());
      expect(compare(early.to, late.to)).toBeLessThanOrEqual(0);
    }),
  );
});

test('last year’s period is as long, but for leap days', () => {
  fc.assert(
    fc.property(anySpec, anyMoment, anySettings, (spec, now, own) => {
      const period = resolvePeriod(spec, now, own);
      fc.pre(period.until === null);
      const lastYear = comparisonPeriod(spec, now, own, 'lastYear', office());
      expect(Math.abs(days(lastYear) - days(period))).toBeLessThanOrEqual(1);
      expect(lastYear.from.until(period.from).days).toBeGreaterThanOrEqual(364);
      expect(lastYear.from.until(period.from).days).toBeLessThanOrEqual(366);
    }),
  );
});

test('buckets part a period exactly where a unit begins', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom(...units),
      anySettings,
      (from, length, unit: BucketUnit, own) => {
        const starts = buckets({ from, to: from.add({ days: length }) }, unit, own).map(String);
        const expected = Array.from({ length }, (_, index) => from.add({ days: index })).filter(
          (date, index) => index === 0 || startOfUnit(date, unit, own).equals(date),
        );
        expect(starts).toEqual(expected.map(String));
      },
    ),
  );
});
