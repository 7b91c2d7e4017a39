import { describe, expect, test } from 'vitest';
import {
  daysAtWorkIn,
  elapsedWorkingDays,
  isHoliday,
  isWorkingDay,
  previousWorkingDay,
  type WorkingCalendar,
  workingDaysIn,
} from '../../src/calendar/working-days.ts';
import { at, day, office } from './examples.ts';

const inMarch = (differing: Partial<WorkingCalendar> = {}) =>
  workingDaysIn(day('2026-03-01'), day('2026-04-01'), office(differing));

describe('working days', () => {
  test('March 2026 has 22 weekdays and 9 days of weekends', () => {
    expect(inMarch()).toBe(22);
  });

  test('a week can be Saturday to Wednesday', () => {
    // Saturdays 7 14 21 28, Sundays 1 8 15 22 29, Mondays 2 9 16 23 30, Tuesdays 3 10 17 24 31, Wednesdays 4 11 18 25
    expect(inMarch({ workingDays: [6, 7, 1, 2, 3] })).toBe(23);
  });

  test('the end of the span is not in it, and a span without days has none', () => {
    expect(workingDaysIn(day('2026-03-02'), day('2026-03-03'), office())).toBe(1);
    expect(workingDaysIn(day('2026-03-02'), day('2026-03-02'), office())).toBe(0);
  });

  test('public holidays are none: Bavaria’s April 2026 loses Good Friday and Easter Monday', () => {
    const april = (holidayCode: string | null) =>
      workingDaysIn(day('2026-04-01'), day('2026-05-01'), office({ holidayCode }));
    expect([april(null), april('DE-BY')]).toEqual([22, 20]);
  });

  test('one person’s days off lower their own days at work and nobody’s working days; a Saturday off changes nothing', () => {
    const daysOff = new Set(['2026-03-05', '2026-03-06', '2026-03-07']);
    expect(inMarch({ daysOff })).toBe(22);
    expect(daysAtWorkIn(day('2026-03-01'), day('2026-04-01'), office({ daysOff }))).toBe(20);
  });
});

describe('holidays', () => {
  test('those entered by hand are kept, those struck out are worked', () => {
    const cal = office({ holidayCode: 'US', added: new Set(['2026-03-20']), removed: new Set(['2026-10-12']) });
    expect(isWorkingDay(day('2026-03-20'), cal)).toBe(false);
    expect(isHoliday(day('2026-10-12'), cal)).toBe(false); // Columbus Day, struck out
    expect(isHoliday(day('2026-11-26'), cal)).toBe(true); // Thanksgiving
  });

  test('a holiday on a Sunday is a holiday on the Monday that stands in for it', () => {
    const us = office({ holidayCode: 'US' });
    expect(isWorkingDay(day('2021-07-05'), us)).toBe(false);
    expect(isWorkingDay(day('2021-12-31'), us)).toBe(false); // for Saturday, 1 January 2022
  });

  test('regions differ: Epiphany is one in Bavaria, not in Berlin', () => {
    expect(isHoliday(day('2026-01-06'), office({ holidayCode: 'DE-BY' }))).toBe(true);
    expect(isHoliday(day('2026-01-06'), office({ holidayCode: 'DE-BE' }))).toBe(false);
  });

  test('only public ones count: Valentine’s Day is observed and worked', () => {
    expect(isHoliday(day('2025-02-14'), office({ holidayCode: 'US' }))).toBe(false);
  });

  test('all days of a long holiday count, also into the next year', () => {
    const russia = office({ holidayCode: 'RU' });
    expect(['02', '03', '04', '05', '06'].map((date) => isHoliday(day(`2026-01-${date}`), russia))).toEqual(
      Array(5).fill(true),
    );
    // Eswatini's Incwala: six days from 28 December.
    expect(isHoliday(day('2026-01-02'), office({ holidayCode: 'SZ' }))).toBe(true);
    expect(isHoliday(day('2026-01-03'), office({ holidayCode: 'SZ' }))).toBe(false);
  });

  test('a holiday that begins at noon leaves a working day: Iceland’s Christmas Eve', () => {
    expect(isHoliday(day('2026-12-24'), office({ holidayCode: 'IS' }))).toBe(false);
    expect(isHoliday(day('2026-12-25'), office({ holidayCode: 'IS' }))).toBe(true);
  });

  test('Nowruz is kept in Iran', () => {
    expect(isHoliday(day('2026-03-23'), office({ holidayCode: 'IR' }))).toBe(true);
  });
});

describe('the previous working day', () => {
  test('skips weekends and holidays', () => {
    expect(previousWorkingDay(day('2026-03-16'), office()).toString()).toBe('2026-03-13');
    expect(previousWorkingDay(day('2026-04-07'), office({ holidayCode: 'DE-BY' })).toString()).toBe('2026-04-02');
  });

  test('is the day before where nobody ever works', () => {
    expect(previousWorkingDay(day('2026-03-16'), office({ workingDays: [] })).toString()).toBe('2026-03-15');
  });
});

describe('elapsed working days', () => {
  // 2 March 2026 is a Monday.
  const since = (local: string, differing: Partial<WorkingCalendar> = {}, zone = 'Europe/Berlin') =>
    elapsedWorkingDays(day('2026-03-02'), at(local, zone), office({ zone, ...differing }));

  test.each([
    ['before the first morning', '2026-03-02T08:59', 0],
    ['before the period', '2026-02-27T12:00', 0],
    ['at noon of the first day', '2026-03-02T13:00', 0.5],
    ['after a quarter of its hours', '2026-03-02T11:00', 0.25],
    ['when the first day is over', '2026-03-02T17:00', 1],
    ['half an hour later', '2026-03-02T17:30', 1],
    ['late that evening', '2026-03-02T23:59', 1],
    ['on Wednesday at one', '2026-03-04T13:00', 2.5],
    ['on Saturday', '2026-03-07T13:00', 5],
    ['on the next Monday morning', '2026-03-09T09:00', 5],
  ])('%s', (_, local, expected) => {
    expect(since(local)).toBe(expected);
  });

  test('a holiday adds nothing', () => {
    expect(since('2026-03-04T13:00', { added: new Set(['2026-03-03', '2026-03-04']) })).toBe(1);
  });

  test('hours are those of the working calendar’s zone', () => {
    const noonInNewYork = at('2026-03-02T13:00', 'America/New_York');
    const inBerlin = elapsedWorkingDays(day('2026-03-02'), noonInNewYork, office());
    const inNewYork = elapsedWorkingDays(day('2026-03-02'), noonInNewYork, office({ zone: 'America/New_York' }));
    expect([inBerlin, inNewYork]).toEqual([1, 0.5]);
  });

  test('days are those of the working calendar’s zone: Tuesday has come in Tokyo while it is Monday in UTC', () => {
    expect(since('2026-03-03T08:30', {}, 'Asia/Tokyo')).toBe(1);
  });

  test('the days the clocks change are days like others', () => {
    const everyDay = { workingDays: [1, 2, 3, 4, 5, 6, 7] };
    expect(since('2026-03-08T13:00', everyDay, 'America/New_York')).toBe(6.5);
    expect(since('2026-03-29T13:00', everyDay)).toBe(27.5);
    expect(since('2026-04-05T13:00', everyDay, 'Australia/Lord_Howe')).toBe(34.5);
  });
});
