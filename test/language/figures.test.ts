import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { momentLabel, spanLabel } from '../../src/language/dates.ts';
import { exactText, figureText, valueText } from '../../src/language/figures.ts';
import { minorUnits } from '../../src/language/money.ts';

describe('a figure', () => {
  it.each([
    [1234, { unit: 'count' }, '1,234'],
    [0.6315, { unit: 'rate' }, '63.2\u00a0%'],
    [0.99971, { unit: 'rate' }, '99.9\u00a0%'],
    [1, { unit: 'rate' }, '100\u00a0%'],
    [2.71949, { unit: 'rate' }, '271.9\u00a0%'],
    [51.78, { unit: 'days' }, '51.8 days'],
    [1, { unit: 'days' }, '1 day'],
    [45, { unit: 'duration' }, '45 s'],
    [750, { unit: 'duration' }, '12 min 30 s'],
    [7500, { unit: 'duration' }, '2 h 5 min'],
    ['10005534.00', { unit: 'money', currency: 'USD' }, '$10,005,534'],
    ['12.50', { unit: 'money', currency: 'EUR' }, '€12.50'],
    ['1500', { unit: 'money', currency: 'JPY' }, '¥1,500'],
    [1.714, { unit: 'odds' }, '1.7 : 1'],
    [2.5, { unit: 'ratio' }, '2.5'],
    ['-1234.5', { unit: 'money', currency: 'USD' }, '−$1,235'],
    [-0.082, { unit: 'rate' }, '−8.2\u00a0%'],
    [-12, { unit: 'score' }, '−12'],
    [-2.5, { unit: 'days' }, '−2.5 days'],
    [-0.004, { unit: 'score' }, '0'],
  ] as const)('%s is written as people read it', (value, how, words) => {
    expect(figureText(value, how)).toBe(words);
  });

  it.each([
    ['20000.5', { unit: 'money', currency: 'USD' }, '$20,000.50'],
    ['20000', { unit: 'money', currency: 'USD' }, '$20,000'],
    ['0.0045', { unit: 'rate' }, '0.45\u00a0%'],
    [0.4, { unit: 'rate' }, '40\u00a0%'],
    [2.125, { unit: 'days' }, '2.125 days'],
    [1.125, { unit: 'ratio' }, '1.125'],
  ] as const)('%s that somebody set is written with all its decimals', (value, how, words) => {
    expect(exactText(value, how)).toBe(words);
  });

  it('that is missing is a dash, which is not a 0', () => {
    expect(figureText(null, { unit: 'money', currency: 'USD' })).toBe('–');
    expect(figureText(0, { unit: 'count' })).toBe('0');
  });

  it('of odds without a loss says so', () => {
    expect(figureText(null, { unit: 'odds', numerator: 3, denominator: 0 })).toBe('3 : 0');
    expect(figureText(null, { unit: 'odds', numerator: 0, denominator: 0 })).toBe('–');
  });
});

describe('days', () => {
  const span = (from: string, to: string) =>
    spanLabel({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) });

  it('are named by what differs, the last day included', () => {
    expect(span('2026-03-01', '2026-04-01')).toBe('1–31 Mar 2026');
    expect(span('2026-02-28', '2026-03-04')).toBe('28 Feb – 3 Mar 2026');
    expect(span('2025-12-29', '2026-01-05')).toBe('29 Dec 2025 – 4 Jan 2026');
    expect(span('2026-03-03', '2026-03-04')).toBe('3 Mar 2026');
  });

  it('of a moment are left out today, in the zone of who reads', () => {
    const at = Temporal.Instant.from('2026-03-03T22:30:00Z');
    expect(momentLabel(at, Temporal.Instant.from('2026-03-03T23:10:00Z'), 'Europe/Berlin')).toBe('3 Mar, 23:30');
    expect(momentLabel(at, Temporal.Instant.from('2026-03-03T22:50:00Z'), 'Europe/Berlin')).toBe('23:30');
  });
});

it('an NPS is whole and never without its margin', () => {
  expect(valueText({ unit: 'score', value: 34.49, loyalty: { margin: 8.6 } })).toBe('34\u00a0±\u00a09');
  expect(valueText({ unit: 'score', value: -34.49, loyalty: { margin: 8.6 } })).toBe('−34\u00a0±\u00a09');
  expect(valueText({ unit: 'score', value: 103.61 })).toBe('103.6');
});

it('currencies have the coins they have', () => {
  expect(['USD', 'JPY', 'KWD'].map(minorUnits)).toEqual([2, 0, 3]);
});
