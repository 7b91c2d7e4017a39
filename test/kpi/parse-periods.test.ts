/** How people say when. */
import { expect, test } from 'vitest';
import type { PeriodSpec } from '../../src/calendar/period-spec.ts';
import { parseQuestion } from '../../src/kpi/parse/parse-question.ts';
import { valueWords } from '../../src/language/en/dimension-words.ts';
import { asked, office, ofMaria, team } from './parse-vocabulary.ts';

const periods: [words: string, period: PeriodSpec][] = [
  ['today', { kind: 'this', unit: 'day' }],
  ['yesterday', { kind: 'last', unit: 'day' }],
  ['this week', { kind: 'this', unit: 'week' }],
  ['last month', { kind: 'last', unit: 'month' }],
  ['previous quarter', { kind: 'last', unit: 'quarter' }],
  ['next quarter', { kind: 'next', unit: 'quarter' }],
  ['tomorrow', { kind: 'next', unit: 'day' }],
  ['last year', { kind: 'last', unit: 'year' }],
  ['monday', { kind: 'weekday', weekday: 1 }],
  ['tues', { kind: 'weekday', weekday: 2 }],
  ['last friday', { kind: 'weekday', weekday: 5, isOver: true }],
  ['wtd', { kind: 'toDate', unit: 'week' }],
  ['year to date', { kind: 'toDate', unit: 'year' }],
  ['last 30 days', { kind: 'trailing', n: 30, unit: 'day' }],
  ['past 4 weeks', { kind: 'trailing', n: 4, unit: 'week' }],
  ['last 1 month', { kind: 'trailing', n: 1, unit: 'month' }],
  ['2017', { kind: 'year', year: 2017 }],
  ['FY 2017', { kind: 'year', year: 2017 }],
  ['fy2017', { kind: 'year', year: 2017 }],
  ['fiscal year 2017', { kind: 'year', year: 2017 }],
  ['year 2017', { kind: 'year', year: 2017 }],
  ['this fiscal year', { kind: 'this', unit: 'year' }],
  ['last fiscal quarter', { kind: 'last', unit: 'quarter' }],
  ['next financial year', { kind: 'next', unit: 'year' }],
  ['last fy', { kind: 'last', unit: 'year' }],
  ['1404', { kind: 'year', year: 1404 }],
  ['2017-Q3', { kind: 'quarter', quarter: 3, year: 2017 }],
  ['q3 2017', { kind: 'quarter', quarter: 3, year: 2017 }],
  ['2017 q3', { kind: 'quarter', quarter: 3, year: 2017 }],
  ['q3', { kind: 'quarter', quarter: 3 }],
  ['2017-03', { kind: 'month', month: 3, year: 2017 }],
  ['March 2017', { kind: 'month', month: 3, year: 2017 }],
  ['mar', { kind: 'month', month: 3, calendar: 'gregory' }],
  ['farvardin', { kind: 'month', month: 1, calendar: 'persian' }],
  ['farvardin 1404', { kind: 'month', month: 1, year: 1404 }],
  ['month 3', { kind: 'month', month: 3 }],
  ['2026-03-15', { kind: 'between', from: '2026-03-15', through: '2026-03-15' }],
  ['2026/3/5', { kind: 'between', from: '2026-03-05', through: '2026-03-05' }],
  ['15 march 2026', { kind: 'between', from: '2026-03-15', through: '2026-03-15' }],
  ['March 15th, 2026', { kind: 'between', from: '2026-03-15', through: '2026-03-15' }],
  ['5 farvardin 1404', { kind: 'between', from: '1404-01-05', through: '1404-01-05' }],
  ['2026-W10', { kind: 'between', from: '2026-03-02', through: '2026-03-08' }],
  ['2020-w53', { kind: 'between', from: '2020-12-28', through: '2021-01-03' }],
  ['2026-01-01..2026-03-31', { kind: 'between', from: '2026-01-01', through: '2026-03-31' }],
  ['2026-01-01 – 2026-03-31', { kind: 'between', from: '2026-01-01', through: '2026-03-31' }],
  ['2026-01-01…2026-03-31', { kind: 'between', from: '2026-01-01', through: '2026-03-31' }],
  ['between 2026-01-01 and 2026-03-31', { kind: 'between', from: '2026-01-01', through: '2026-03-31' }],
  ['from 2026-01 to 2026-02', { kind: 'between', from: '2026-01-01', through: '2026-02-28' }],
  ['from 1 march to 15 march 2026', { kind: 'between', from: '2026-03-01', through: '2026-03-15' }],
  ['1–15 march 2026', { kind: 'between', from: '2026-03-01', through: '2026-03-15' }],
  ['20 december 2025 until 5 january 2026', { kind: 'between', from: '2025-12-20', through: '2026-01-05' }],
];

test.each(periods)('“%s” is a period', (words, period) => {
  expect(asked(words)).toEqual({ ...ofMaria, period });
  expect(asked(`team revenue in ${words.toUpperCase()} by rep`)).toEqual({
    kpis: ['revenue'],
    ...team('north'),
    period,
    by: ['rep'],
  });
});

test('a weekday is a day, unless all such days are meant, or what alone is to count', () => {
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    ...{ by: 'weekday' as const, keys: [String(day)], words: valueWords.weekday[day as 1] },
  }));
  const withDays = { ...office, values: [...office.values.filter(({ by }) => by !== 'weekday'), ...week] };
  const calls = (words: string) => asked(`calls ${words}`, withDays);
  const month = { period: ofMaria.period };
  const only = (...keys: string[]) => ({ ...month, where: [{ by: 'weekday', keys }] });
  expect(calls('on monday')).toMatchObject({ period: { kind: 'weekday', weekday: 1 } });
  expect(calls('on monday')).not.toHaveProperty('where');
  for (const all of ['mondays', 'on mondays', 'every monday', 'where weekday = monday', 'weekday monday'])
    expect(calls(all), all).toMatchObject(only('1'));
  for (const both of ['where weekday = monday or friday', 'where weekday in (mon, fri)', 'weekday monday, friday'])
    expect(calls(both), both).toMatchObject(only('1', '5'));
  expect(calls('by weekday')).toMatchObject({ ...month, by: ['weekday'] });
  expect(calls('monday by hour')).toMatchObject({ period: { kind: 'weekday', weekday: 1 }, by: ['hour'] });
});

test('a source called Monday is asked for as a source', () => {
  const monday = { by: 'source' as const, keys: ['Monday'], words: ['Monday'] };
  const withSource = { ...office, values: [...office.values, monday] };
  const where = [{ by: 'source', keys: ['Monday'] }];
  for (const said of ['leads from monday', 'leads where source = Monday', 'leads source monday'])
    expect(asked(said, withSource), said).toMatchObject({ period: ofMaria.period, where });
  expect(parseQuestion('leads in monday', withSource)).toMatchObject({
    problems: [
      { kind: 'ambiguous', candidates: [{ words: 'leads monday' }, { words: 'leads where source = Monday' }] },
    ],
  });
});

test('months are suggested as the workspace counts them, and understood of both calendars', () => {
  const suggested = (words: string, calendar: 'gregory' | 'persian') => {
    const parsed = parseQuestion(words, { ...office, calendar });
    return parsed.ok ? [] : parsed.problems.flatMap((problem) => ('suggestions' in problem ? problem.suggestions : []));
  };
  expect(suggested('revenue mordat', 'persian')).toContain('mordad');
  expect(suggested('revenue mordat', 'gregory')).not.toContain('mordad');
  expect(suggested('revenue ocober', 'gregory')).toContain('october');
  expect(suggested('revenue ocober', 'persian')).toEqual([]);
  expect(asked('mordad')).toMatchObject({ period: { kind: 'month', month: 5, calendar: 'persian' } });
});
