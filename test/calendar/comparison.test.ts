import { describe, expect, test } from 'vitest';
import { comparisonPeriod } from '../../src/calendar/period.ts';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import type { CalendarSettings } from '../../src/calendar/settings.ts';
import type { WorkingCalendar } from '../../src/calendar/working-days.ts';
import { at, office, settings, written } from './examples.ts';

interface Given {
  settings?: Partial<CalendarSettings>;
  office?: Partial<WorkingCalendar>;
}

/** What a question asked at this local time is compared with. */
function compared(spec: PeriodSpec, local: string, against: 'previous' | 'lastYear', given: Given = {}) {
  const own = settings(given.settings);
  const team = office({ zone: own.zone, ...given.office });
  return written(comparisonPeriod(spec, at(local, own.zone), own, against, team), own.zone);
}

const mtd: PeriodSpec = { kind: 'toDate', unit: 'month' };
const today: PeriodSpec = { kind: 'this', unit: 'day' };

describe('a finished period with the one before it', () => {
  test.each<[string, PeriodSpec, string]>([
    ['yesterday: the day before', { kind: 'last', unit: 'day' }, '2026-03-16 – 2026-03-17'],
    ['last week: the week before', { kind: 'last', unit: 'week' }, '2026-03-02 – 2026-03-09'],
    ['last month: the month before', { kind: 'last', unit: 'month' }, '2026-01-01 – 2026-02-01'],
    ['last quarter: the quarter before', { kind: 'last', unit: 'quarter' }, '2025-07-01 – 2025-10-01'],
    ['last year: the year before', { kind: 'last', unit: 'year' }, '2024-01-01 – 2025-01-01'],
    ['12 months: the 12 before', { kind: 'trailing', n: 12, unit: 'month' }, '2024-03-01 – 2025-03-01'],
    ['4 weeks: the 4 before', { kind: 'trailing', n: 4, unit: 'week' }, '2026-01-19 – 2026-02-16'],
    ['7 days: the 7 before', { kind: 'trailing', n: 7, unit: 'day' }, '2026-03-04 – 2026-03-11'],
    [
      'two months by date: the two before',
      { kind: 'between', from: '2026-01-01', through: '2026-02-28' },
      '2025-11-01 – 2026-01-01',
    ],
    [
      'five days by date: the five before',
      { kind: 'between', from: '2026-01-05', through: '2026-01-09' },
      '2025-12-31 – 2026-01-05',
    ],
  ])('%s', (_, spec, expected) => {
    expect(compared(spec, '2026-03-18T14:30', 'previous')).toBe(expected);
  });

  test('four weeks that happen to be a whole February are compared with four weeks, not with January', () => {
    expect(compared({ kind: 'trailing', n: 4, unit: 'week' }, '2027-03-03T14:30', 'previous')).toBe(
      '2027-01-04 – 2027-02-01',
    );
    expect(compared({ kind: 'trailing', n: 28, unit: 'day' }, '2027-03-01T14:30', 'previous')).toBe(
      '2027-01-04 – 2027-02-01',
    );
  });

  test('a Persian month with the Persian month before: Farvardin 1404 with Esfand 1403, which had 30 days', () => {
    const given: Given = { settings: { zone: 'Asia/Tehran', weekStart: 6, calendar: 'persian' } };
    const farvardin: PeriodSpec = { kind: 'month', month: 1, year: 1404 };
    expect(compared(farvardin, '2026-03-18T14:30', 'previous', given)).toBe('2025-02-19 – 2025-03-21');
    expect(compared(farvardin, '2026-03-18T14:30', 'previous')).toBe('2025-02-19 – 2025-03-21');
  });
});

describe('a running period with the same stretch of the one before', () => {
  test('up to the same local time of day', () => {
    expect(compared(mtd, '2026-03-15T14:30', 'previous')).toBe('2026-02-01 – 2026-02-16 until 2026-02-15T14:30:00');
    expect(compared({ kind: 'this', unit: 'week' }, '2026-03-18T14:30', 'previous')).toBe(
      '2026-03-09 – 2026-03-12 until 2026-03-11T14:30:00',
    );
  });

  test('this month, mtd and the running month by name are compared alike', () => {
    const [first, ...others] = [mtd, { kind: 'this', unit: 'month' }, { kind: 'month', month: 3 }] as PeriodSpec[];
    const expected = compared(first!, '2026-03-15T14:30', 'previous');
    expect(others.map((spec) => compared(spec, '2026-03-15T14:30', 'previous'))).toEqual([expected, expected]);
  });

  test('cut at that period’s end: the 29th to the 31st of March with the whole of February', () => {
    expect(compared(mtd, '2026-03-28T14:30', 'previous')).toBe('2026-02-01 – 2026-03-01 until 2026-02-28T14:30:00');
    expect(compared(mtd, '2026-03-29T14:30', 'previous')).toBe('2026-02-01 – 2026-03-01');
    expect(compared(mtd, '2026-03-31T14:30', 'previous')).toBe('2026-02-01 – 2026-03-01');
  });

  test('in a leap year the 29th of March still has its like', () => {
    expect(compared(mtd, '2024-03-29T14:30', 'previous')).toBe('2024-02-01 – 2024-03-01 until 2024-02-29T14:30:00');
  });

  test('on the first of a month it is the first of the month before, not the last working day', () => {
    expect(compared(mtd, '2026-03-01T10:00', 'previous')).toBe('2026-02-01 – 2026-02-02 until 2026-02-01T10:00:00');
  });

  test('quarters and years are compared by as many days', () => {
    // 15 May is the 45th day of April–June; the 45th of January–March is 14 February.
    expect(compared({ kind: 'toDate', unit: 'quarter' }, '2026-05-15T14:30', 'previous')).toBe(
      '2026-01-01 – 2026-02-15 until 2026-02-14T14:30:00',
    );
    // 30 June is the 91st day, and January–March 2026 had 90; 31 December 2024 the 366th, and 2023 had 365.
    expect(compared({ kind: 'toDate', unit: 'quarter' }, '2026-06-30T14:30', 'previous')).toBe(
      '2026-01-01 – 2026-04-01',
    );
    expect(compared({ kind: 'toDate', unit: 'year' }, '2024-12-31T14:30', 'previous')).toBe('2023-01-01 – 2024-01-01');
  });

  test('a fiscal quarter reaches back over the fiscal year’s start', () => {
    expect(
      compared({ kind: 'toDate', unit: 'quarter' }, '2026-07-03T09:00', 'previous', {
        settings: { fiscalStartMonth: 7 },
      }),
    ).toBe('2026-04-01 – 2026-04-04 until 2026-04-03T09:00:00');
  });

  test('a running span of days with as many days just before', () => {
    const spec: PeriodSpec = { kind: 'between', from: '2026-03-10', through: '2026-03-20' };
    expect(compared(spec, '2026-03-15T14:30', 'previous')).toBe('2026-02-27 – 2026-03-05 until 2026-03-04T14:30:00');
  });

  test('a period that has not begun with the one before as it stands', () => {
    const april: PeriodSpec = { kind: 'between', from: '2026-04-01', through: '2026-04-30' };
    expect(compared(april, '2026-03-18T14:30', 'previous')).toBe('2026-03-01 – 2026-04-01 until 2026-03-18T14:30:00');
  });
});

describe('a weekday with the same one before', () => {
  const monday: PeriodSpec = { kind: 'weekday', weekday: 1 };

  test('Monday with the Monday before, and not with a Sunday', () => {
    expect(compared(monday, '2026-03-18T14:30', 'previous')).toBe('2026-03-09 – 2026-03-10');
    expect(compared(monday, '2026-03-18T14:30', 'lastYear')).toBe('2025-03-17 – 2025-03-18');
  });

  test('on a Monday up to the same time of day', () => {
    expect(compared(monday, '2026-03-16T10:15', 'previous')).toBe('2026-03-09 – 2026-03-10 until 2026-03-09T10:15:00');
    expect(compared({ ...monday, isOver: true }, '2026-03-16T10:15', 'previous')).toBe('2026-03-02 – 2026-03-03');
  });
});

describe('today with the previous working day', () => {
  test('Tuesday with Monday, Monday with Friday, up to the same time', () => {
    expect(compared(today, '2026-03-17T10:15', 'previous')).toBe('2026-03-16 – 2026-03-17 until 2026-03-16T10:15:00');
    expect(compared(today, '2026-03-16T10:15', 'previous')).toBe('2026-03-13 – 2026-03-14 until 2026-03-13T10:15:00');
  });

  test('the Tuesday after Easter with the Thursday before it, where Good Friday and Easter Monday are kept', () => {
    expect(compared(today, '2026-04-07T10:15', 'previous', { office: { holidayCode: 'DE-BY' } })).toBe(
      '2026-04-02 – 2026-04-03 until 2026-04-02T10:15:00',
    );
  });

  test('a team that works Saturday to Wednesday: Saturday with Wednesday', () => {
    expect(compared(today, '2026-03-14T10:15', 'previous', { office: { workingDays: [6, 7, 1, 2, 3] } })).toBe(
      '2026-03-11 – 2026-03-12 until 2026-03-11T10:15:00',
    );
  });

  test('today written as a date is today', () => {
    expect(
      compared({ kind: 'between', from: '2026-03-16', through: '2026-03-16' }, '2026-03-16T10:15', 'previous'),
    ).toBe('2026-03-13 – 2026-03-14 until 2026-03-13T10:15:00');
  });
});

describe('with last year', () => {
  test.each<[string, PeriodSpec, string, string]>([
    ['last month', { kind: 'last', unit: 'month' }, '2026-03-18T14:30', '2025-02-01 – 2025-03-01'],
    ['mtd', mtd, '2026-03-18T14:30', '2025-03-01 – 2025-03-19 until 2025-03-18T14:30:00'],
    ['today', today, '2026-03-16T14:30', '2025-03-16 – 2025-03-17 until 2025-03-16T14:30:00'],
    [
      'five days',
      { kind: 'between', from: '2026-01-05', through: '2026-01-09' },
      '2026-03-18T14:30',
      '2025-01-05 – 2025-01-10',
    ],
  ])('%s: the same dates', (_, spec, local, expected) => {
    expect(compared(spec, local, 'lastYear')).toBe(expected);
  });

  test('29 February with the 28th', () => {
    expect(compared(today, '2024-02-29T14:30', 'lastYear')).toBe('2023-02-28 – 2023-03-01 until 2023-02-28T14:30:00');
    expect(compared(mtd, '2024-02-29T14:30', 'lastYear')).toBe('2023-02-01 – 2023-03-01 until 2023-02-28T14:30:00');
  });

  test('days up to 28 February of a leap year include the 28th a year earlier', () => {
    const spec: PeriodSpec = { kind: 'between', from: '2024-02-10', through: '2024-02-28' };
    expect(compared(spec, '2026-03-18T14:30', 'lastYear')).toBe('2023-02-10 – 2023-03-01');
  });

  test('a whole February stays whole, in either direction', () => {
    expect(compared({ kind: 'month', month: 2, year: 2025 }, '2026-03-18T14:30', 'lastYear')).toBe(
      '2024-02-01 – 2024-03-01',
    );
    expect(compared({ kind: 'month', month: 2, year: 2024 }, '2026-03-18T14:30', 'lastYear')).toBe(
      '2023-02-01 – 2023-03-01',
    );
  });

  test('weeks 52 earlier, so that weekdays match', () => {
    expect(compared({ kind: 'last', unit: 'week' }, '2026-03-18T14:30', 'lastYear')).toBe('2025-03-10 – 2025-03-17');
    expect(compared({ kind: 'toDate', unit: 'week' }, '2026-03-18T14:30', 'lastYear')).toBe(
      '2025-03-17 – 2025-03-20 until 2025-03-19T14:30:00',
    );
    expect(compared({ kind: 'trailing', n: 4, unit: 'week' }, '2026-03-18T14:30', 'lastYear')).toBe(
      '2025-02-17 – 2025-03-17',
    );
  });

  test('Persian dates a Persian year earlier: 30 Esfand 1403 with 29 Esfand 1402', () => {
    const given: Given = { settings: { zone: 'Asia/Tehran', weekStart: 6, calendar: 'persian' } };
    expect(compared(today, '2025-03-20T14:30', 'lastYear', given)).toBe(
      '2024-03-19 – 2024-03-20 until 2024-03-19T14:30:00',
    );
  });
});

describe('the same local time where the clocks changed', () => {
  const mtdIn = (zone: string, local: string, more: Partial<CalendarSettings> = {}) =>
    compared(mtd, local, 'previous', { settings: { zone, ...more } });

  test('summer and winter: 14:30 stays 14:30, although the hours between differ', () => {
    const cut = comparisonPeriod(mtd, at('2026-04-15T14:30'), settings(), 'previous', office()).until;
    expect(cut?.toString()).toBe('2026-03-15T13:30:00Z'); // Berlin is UTC+1 in mid-March, UTC+2 in mid-April
  });

  test('a time that did not exist is the time the clocks jumped on to', () => {
    expect(mtdIn('Europe/Berlin', '2026-04-29T02:30')).toBe('2026-03-01 – 2026-03-30 until 2026-03-29T03:30:00');
    expect(mtdIn('America/New_York', '2026-04-08T02:30')).toBe('2026-03-01 – 2026-03-09 until 2026-03-08T03:30:00');
    expect(mtdIn('Australia/Lord_Howe', '2026-11-04T02:15')).toBe('2026-10-01 – 2026-10-05 until 2026-10-04T02:45:00');
  });

  test('a midnight that did not exist: Iran’s clocks went forward as 22 March 2022, 2 Farvardin 1401, began', () => {
    expect(mtdIn('Asia/Tehran', '2022-04-22T00:30', { calendar: 'persian' })).toBe(
      '2022-03-21 – 2022-03-23 until 2022-03-22T01:30:00',
    );
  });

  test('a time that was twice is the first of the two', () => {
    const lordHowe = settings({ zone: 'Australia/Lord_Howe' });
    const cut = comparisonPeriod(mtd, at('2026-05-05T01:45', lordHowe.zone), lordHowe, 'previous', office()).until;
    expect(cut?.toString()).toBe('2026-04-04T14:45:00Z'); // UTC+11 for the last time; half an hour later it was 01:45 at +10:30
  });
});
