import { describe, expect, test } from 'vitest';
import { resolvePeriod } from '../../src/calendar/period.ts';
import type { PeriodSpec, Weekday } from '../../src/calendar/period-spec.ts';
import type { CalendarSettings } from '../../src/calendar/settings.ts';
import { Problem } from '../../src/errors.ts';
import { at, settings, written } from './examples.ts';

/** What a question asked in Berlin at this local time is about. */
function asked(spec: PeriodSpec, local: string, differing: Partial<CalendarSettings> = {}) {
  return written(resolvePeriod(spec, at(local), settings(differing)));
}

describe('running and complete units', () => {
  // 18 March 2026 is a Wednesday.
  test.each<[string, PeriodSpec, string]>([
    ['today', { kind: 'this', unit: 'day' }, '2026-03-18 – 2026-03-19 until 2026-03-18T14:30:00'],
    ['yesterday', { kind: 'last', unit: 'day' }, '2026-03-17 – 2026-03-18'],
    ['this week', { kind: 'this', unit: 'week' }, '2026-03-16 – 2026-03-23 until 2026-03-18T14:30:00'],
    ['last week', { kind: 'last', unit: 'week' }, '2026-03-09 – 2026-03-16'],
    ['this month', { kind: 'this', unit: 'month' }, '2026-03-01 – 2026-04-01 until 2026-03-18T14:30:00'],
    ['last month', { kind: 'last', unit: 'month' }, '2026-02-01 – 2026-03-01'],
    ['this quarter', { kind: 'this', unit: 'quarter' }, '2026-01-01 – 2026-04-01 until 2026-03-18T14:30:00'],
    ['last quarter', { kind: 'last', unit: 'quarter' }, '2025-10-01 – 2026-01-01'],
    ['this year', { kind: 'this', unit: 'year' }, '2026-01-01 – 2027-01-01 until 2026-03-18T14:30:00'],
    ['last year', { kind: 'last', unit: 'year' }, '2025-01-01 – 2026-01-01'],
  ])('%s', (_, spec, expected) => {
    expect(asked(spec, '2026-03-18T14:30')).toBe(expected);
  });

  test.each<[string, PeriodSpec, string]>([
    ['wtd', { kind: 'toDate', unit: 'week' }, '2026-03-16 – 2026-03-19 until 2026-03-18T14:30:00'],
    ['mtd', { kind: 'toDate', unit: 'month' }, '2026-03-01 – 2026-03-19 until 2026-03-18T14:30:00'],
    ['qtd', { kind: 'toDate', unit: 'quarter' }, '2026-01-01 – 2026-03-19 until 2026-03-18T14:30:00'],
    ['ytd', { kind: 'toDate', unit: 'year' }, '2026-01-01 – 2026-03-19 until 2026-03-18T14:30:00'],
  ])('%s ends now', (_, spec, expected) => {
    expect(asked(spec, '2026-03-18T14:30')).toBe(expected);
  });

  test.each<[string, PeriodSpec, string]>([
    ['the last 7 days', { kind: 'trailing', n: 7, unit: 'day' }, '2026-03-11 – 2026-03-18'],
    ['the last 4 weeks', { kind: 'trailing', n: 4, unit: 'week' }, '2026-02-16 – 2026-03-16'],
    ['the last 12 months', { kind: 'trailing', n: 12, unit: 'month' }, '2025-03-01 – 2026-03-01'],
  ])('%s are complete, the running one left out', (_, spec, expected) => {
    expect(asked(spec, '2026-03-18T14:30')).toBe(expected);
  });

  test('the first moment of a day belongs to it', () => {
    expect(asked({ kind: 'this', unit: 'year' }, '2026-01-01T00:00')).toBe(
      '2026-01-01 – 2027-01-01 until 2026-01-01T00:00:00',
    );
    expect(asked({ kind: 'last', unit: 'day' }, '2026-01-01T00:00')).toBe('2025-12-31 – 2026-01-01');
  });

  test('today is the workspace’s day, not that of London or of anybody else', () => {
    const now = at('2026-03-01T01:30', 'Asia/Tokyo'); // still 28 February in London, New York and Berlin
    const tokyo = resolvePeriod({ kind: 'this', unit: 'month' }, now, settings({ zone: 'Asia/Tokyo' }));
    const newYork = resolvePeriod({ kind: 'this', unit: 'month' }, now, settings({ zone: 'America/New_York' }));
    expect([tokyo.from.toString(), newYork.from.toString()]).toEqual(['2026-03-01', '2026-02-01']);
  });
});

describe('the first weekday', () => {
  // 15 March 2026 is a Sunday.
  test.each([
    ['Monday', 1, '2026-03-09 – 2026-03-16'],
    ['Saturday', 6, '2026-03-14 – 2026-03-21'],
    ['Sunday', 7, '2026-03-15 – 2026-03-22'],
  ] as const)('a week that starts on %s', (_, weekStart, expected) => {
    expect(asked({ kind: 'this', unit: 'week' }, '2026-03-15T12:00', { weekStart })).toBe(
      `${expected} until 2026-03-15T12:00:00`,
    );
  });

  test('a week runs on over the turn of the year', () => {
    expect(asked({ kind: 'last', unit: 'week' }, '2026-01-06T12:00')).toBe('2025-12-29 – 2026-01-05');
  });
});

describe('fiscal years', () => {
  test.each([
    ['January', 1, '2017-07-01 – 2017-10-01'],
    ['April', 4, '2016-10-01 – 2017-01-01'],
    ['July', 7, '2017-01-01 – 2017-04-01'],
    ['October', 10, '2017-04-01 – 2017-07-01'],
  ] as const)('2017-Q3 of a year that starts in %s', (_, fiscalStartMonth, expected) => {
    expect(asked({ kind: 'quarter', quarter: 3, year: 2017 }, '2026-03-18T12:00', { fiscalStartMonth })).toBe(expected);
  });

  test('a fiscal year is named by the calendar year it ends in', () => {
    expect(asked({ kind: 'year', year: 2025 }, '2026-03-18T12:00', { fiscalStartMonth: 4 })).toBe(
      '2024-04-01 – 2025-04-01',
    );
    expect(asked({ kind: 'year', year: 2025 }, '2026-03-18T12:00')).toBe('2025-01-01 – 2026-01-01');
  });

  test('this quarter and this year begin with the fiscal year', () => {
    const july = { fiscalStartMonth: 7 };
    expect(asked({ kind: 'last', unit: 'quarter' }, '2026-08-15T12:00', july)).toBe('2026-04-01 – 2026-07-01');
    expect(asked({ kind: 'last', unit: 'year' }, '2026-06-30T12:00', july)).toBe('2024-07-01 – 2025-07-01');
    expect(asked({ kind: 'last', unit: 'year' }, '2026-07-01T12:00', july)).toBe('2025-07-01 – 2026-07-01');
  });

  test('a quarter without a year is the latest that has begun', () => {
    const april = { fiscalStartMonth: 4 };
    expect(asked({ kind: 'quarter', quarter: 4 }, '2025-12-31T12:00', april)).toBe('2025-01-01 – 2025-04-01');
    expect(asked({ kind: 'quarter', quarter: 4 }, '2026-01-01T12:00', april)).toBe(
      '2026-01-01 – 2026-04-01 until 2026-01-01T12:00:00',
    );
  });
});

describe('days of the week by name', () => {
  // 18 March 2026 is a Wednesday.
  const on = (weekday: Weekday, isOver?: true): PeriodSpec => ({
    kind: 'weekday',
    weekday,
    ...(isOver ? { isOver } : {}),
  });

  test('monday is the latest that has begun, today among them', () => {
    expect(asked(on(1), '2026-03-18T14:30')).toBe('2026-03-16 – 2026-03-17');
    expect(asked(on(3), '2026-03-18T14:30')).toBe('2026-03-18 – 2026-03-19 until 2026-03-18T14:30:00');
    expect(asked(on(4), '2026-03-18T14:30')).toBe('2026-03-12 – 2026-03-13');
  });

  test('the last one is over', () => {
    expect(asked(on(3, true), '2026-03-18T14:30')).toBe('2026-03-11 – 2026-03-12');
    expect(asked(on(2, true), '2026-03-18T14:30')).toBe('2026-03-17 – 2026-03-18');
  });

  test('whatever weekday the week begins with', () => {
    expect(asked(on(7), '2026-03-18T14:30', { weekStart: 7 })).toBe('2026-03-15 – 2026-03-16');
  });
});

describe('months by name', () => {
  test('march is the latest that has begun', () => {
    expect(asked({ kind: 'month', month: 3 }, '2026-02-28T12:00')).toBe('2025-03-01 – 2025-04-01');
    expect(asked({ kind: 'month', month: 3 }, '2026-03-01T12:00')).toBe(
      '2026-03-01 – 2026-04-01 until 2026-03-01T12:00:00',
    );
    expect(asked({ kind: 'month', month: 3 }, '2026-12-31T12:00')).toBe('2026-03-01 – 2026-04-01');
  });

  test('march of a year is that of the calendar year, whatever the fiscal year', () => {
    expect(asked({ kind: 'month', month: 3, year: 2025 }, '2026-05-01T12:00', { fiscalStartMonth: 4 })).toBe(
      '2025-03-01 – 2025-04-01',
    );
  });

  test('february ends on the 29th in a leap year', () => {
    expect(asked({ kind: 'month', month: 2, year: 2024 }, '2026-05-01T12:00')).toBe('2024-02-01 – 2024-03-01');
    expect(asked({ kind: 'between', from: '2024-02-29', through: '2024-02-29' }, '2026-05-01T12:00')).toBe(
      '2024-02-29 – 2024-03-01',
    );
  });
});

describe('the Persian calendar', () => {
  const tehran = { zone: 'Asia/Tehran', weekStart: 6, calendar: 'persian' } as const;
  const inTehran = (spec: PeriodSpec, local: string, differing: Partial<CalendarSettings> = {}) =>
    written(resolvePeriod(spec, at(local, tehran.zone), settings({ ...tehran, ...differing })), tehran.zone);

  test('the year turns at Nowruz: 20 March 2025 was 30 Esfand of the leap year 1403, the 21st 1 Farvardin 1404', () => {
    expect(inTehran({ kind: 'last', unit: 'day' }, '2025-03-21T12:00')).toBe('2025-03-20 – 2025-03-21');
    expect(inTehran({ kind: 'this', unit: 'year' }, '2025-03-20T12:00')).toBe(
      '2024-03-20 – 2025-03-21 until 2025-03-20T12:00:00',
    );
    expect(inTehran({ kind: 'last', unit: 'year' }, '2025-03-21T12:00')).toBe('2024-03-20 – 2025-03-21');
  });

  test('months have 31, 30 and in the common year 29 days', () => {
    // Shahrivar (6th) 31 days, Mehr (7th) 30, Esfand (12th) of the common year 1404 29.
    expect(inTehran({ kind: 'month', month: 6, year: 1404 }, '2026-05-01T12:00')).toBe('2025-08-23 – 2025-09-23');
    expect(inTehran({ kind: 'month', month: 7, year: 1404 }, '2026-05-01T12:00')).toBe('2025-09-23 – 2025-10-23');
    expect(inTehran({ kind: 'month', month: 12, year: 1404 }, '2026-05-01T12:00')).toBe('2026-02-20 – 2026-03-21');
  });

  test('fiscal years start in a Persian month: 1404 that starts in Mehr began on 22 September 2024', () => {
    expect(inTehran({ kind: 'year', year: 1404 }, '2026-05-01T12:00', { fiscalStartMonth: 7 })).toBe(
      '2024-09-22 – 2025-09-23',
    );
  });

  test('the week starts on Saturday: Nowruz 1405 was one', () => {
    expect(inTehran({ kind: 'last', unit: 'week' }, '2026-03-21T12:00')).toBe('2026-03-14 – 2026-03-21');
  });

  test('years below 1700 are Persian in any workspace, later ones Gregorian', () => {
    expect(asked({ kind: 'year', year: 1403 }, '2026-05-01T12:00', { fiscalStartMonth: 4 })).toBe(
      '2024-03-20 – 2025-03-21',
    );
    expect(asked({ kind: 'between', from: '1404-01-01', through: '1404-01-31' }, '2026-05-01T12:00')).toBe(
      '2025-03-21 – 2025-04-21',
    );
    expect(inTehran({ kind: 'month', month: 3, year: 2026 }, '2026-05-01T12:00')).toBe('2026-03-01 – 2026-04-01');
  });

  test('a month’s name says whose it is where no year does', () => {
    expect(inTehran({ kind: 'month', month: 3, calendar: 'gregory' }, '2026-05-01T12:00')).toBe(
      '2026-03-01 – 2026-04-01',
    );
    expect(inTehran({ kind: 'month', month: 1 }, '2026-05-01T12:00')).toBe('2026-03-21 – 2026-04-21');
  });
});

describe('between two days', () => {
  test('both days are included', () => {
    expect(asked({ kind: 'between', from: '2026-01-05', through: '2026-01-09' }, '2026-03-18T12:00')).toBe(
      '2026-01-05 – 2026-01-10',
    );
  });

  test('a period in the future is allowed, not running, and counts nothing: it stops now', () => {
    const period = resolvePeriod(
      { kind: 'between', from: '2026-04-01', through: '2026-04-30' },
      at('2026-03-18T12:00'),
      settings(),
    );
    expect(written(period)).toBe('2026-04-01 – 2026-05-01 until 2026-03-18T12:00:00');
    expect(period.running).toBe(false);
  });

  test.each<[string, PeriodSpec, string]>([
    ['the wrong way round', { kind: 'between', from: '2026-03-02', through: '2026-03-01' }, 'period.backwards'],
    ['a day no year has', { kind: 'between', from: '2026-02-30', through: '2026-03-01' }, 'period.no_such_date'],
    [
      '29 February of a common year',
      { kind: 'between', from: '2026-02-29', through: '2026-03-01' },
      'period.no_such_date',
    ],
    ['something that is no date', { kind: 'between', from: 'monday', through: '2026-03-01' }, 'period.no_such_date'],
    [
      '30 Esfand of a common year',
      { kind: 'between', from: '1404-12-30', through: '1405-01-01' },
      'period.no_such_date',
    ],
    ['a 13th month', { kind: 'month', month: 13 }, 'period.no_such_period'],
    ['the last 0 weeks', { kind: 'trailing', n: 0, unit: 'week' }, 'period.no_such_period'],
    ['half a year', { kind: 'year', year: 2025.5 }, 'period.no_such_period'],
  ])('%s is refused with a message', (_, spec, code) => {
    const resolve = () => resolvePeriod(spec, at('2026-03-18T12:00'), settings());
    expect(resolve).toThrow(Problem);
    expect(resolve).toThrow(expect.objectContaining({ code }));
  });
});
