import { expect, it } from 'vitest';
import { spanLabel } from '../../src/language/dates.ts';
import { useDatabase } from '../support/database.ts';
import { type Facts, won } from '../support/facts.ts';
import { tell } from './asking.ts';

const db = useDatabase();

/**
 * Nowruz, 1 Farvardin 1405, was 21 March 2026; the year 1404 before it had no leap day, so that Esfand began on 20 February
 * and had 29 days. Ordibehesht began after the 31 days of Farvardin, on 21 April. Tehran is 3½ hours ahead of UTC.
 */
const facts: Facts = {
  workspace: { zone: 'Asia/Tehran', weekStart: 6, calendar: 'persian' },
  deals: [
    won('anna', '2025-03-20', 1), // 30 Esfand 1403, a leap year's last day
    won('anna', '2025-03-21', 2), // 1 Farvardin 1404
    won('anna', '2026-02-19', 4), // 30 Bahman
    won('anna', '2026-02-20', 8), // 1 Esfand
    won('anna', '2026-03-20T20:29:59Z', 16), // one second before the new year
    won('anna', '2026-03-20T20:30:00Z', 32), // its first moment
    won('anna', '2026-04-20', 64), // 31 Farvardin
    won('anna', '2026-04-21', 128), // 1 Ordibehesht
  ],
};
/** 2 Ordibehesht 1405. */
const now = '2026-04-22T12:00';
const inMonths = { kind: 'this', unit: 'month' } as const;
const year = { kind: 'this', unit: 'year' } as const;

it('this and last month are Persian months, compared with Persian months', async () => {
  const { kpi, ask } = await tell(db(), facts);
  // On 2 Ordibehesht at noon with the first two days of Farvardin to noon.
  expect(await kpi('revenue', { period: inMonths, now })).toMatchObject({ value: '128.00', previous: '32.00' });
  const last = { period: { kind: 'last', unit: 'month', n: 1 } as const, now };
  expect(await kpi('revenue', last)).toMatchObject({ value: '96.00', previous: '24.00' });
  const { period, comparison, calendar } = await ask(['revenue'], last);
  expect([period, comparison].map((span) => spanLabel(span, calendar))).toEqual([
    '1–31 Farvardin 1405',
    '1–29 Esfand 1404',
  ]);
});

it('this year began with Nowruz, last year is 1404, and its months are told by their names', async () => {
  const { kpi, ask } = await tell(db(), facts);
  expect(await kpi('revenue', { period: year, now })).toMatchObject({ value: '224.00', previous: '2.00' });
  const months = await ask(['revenue'], { period: year, by: 'month', now });
  expect(months.groups.map(({ key, label, kpis }) => [key, label, kpis[0]?.value])).toEqual([
    ['2026-03-21', 'Farvardin 1405', '96.00'],
    ['2026-04-21', 'Ordibehesht 1405', '128.00'],
  ]);
  const before = { period: { kind: 'last', unit: 'year', n: 1 } as const, now };
  expect((await kpi('revenue', before)).value).toBe('30.00');
  const { groups } = await ask(['revenue'], { ...before, by: 'month' });
  expect(groups.map(({ label }) => label)).toHaveLength(12);
  expect(groups.at(-1)).toMatchObject({ label: 'Esfand 1404', kpis: [{ value: '24.00' }] });
});

it('days, weeks and years are told in that calendar as well', async () => {
  const { ask } = await tell(db(), facts);
  const first = async (by: 'day' | 'week' | 'quarter' | 'year') =>
    (await ask(['revenue'], { period: year, by, now })).groups[0]?.label;
  expect(await Promise.all((['day', 'week', 'quarter', 'year'] as const).map(first))).toEqual([
    'Sat 1 Farvardin',
    '1 Farvardin',
    'Farvardin–Khordad 1405',
    '1405',
  ]);
});
