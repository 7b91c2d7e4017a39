/** Monthly reviews on a date: which month each is about, where the date falls on a day on which nobody works. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { contentsOf } from '../../src/schedule/content.ts';
import type { Days, Recurrence } from '../../src/schedule/recurrence.ts';
import { slotsBetween } from '../../src/schedule/slots.ts';
import { ruleOf } from '../../src/slack/modals/rhythms.ts';

const ZONE = 'Europe/Berlin';
const days: Days = {
  settings: { zone: ZONE, weekStart: 1, fiscalStartMonth: 1, calendar: 'gregory' },
  working: {
    ...{ zone: ZONE, workingDays: [1, 2, 3, 4, 5], hours: { start: '09:00', end: '17:00' }, holidayCode: 'DE' },
    ...{ daysOff: new Set(), added: new Set(), removed: new Set() },
  },
};
const what = { kind: 'review', unit: 'month', part: 'all', whose: { scope: 'workspace' }, byPerson: false } as const;
const midnight = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(ZONE).toInstant();

/** The days on which a review goes out, and the month that each is about. */
function reviews(date: number, from: string, to: string): { on: string; month: string }[] {
  const chosen = { days: [], date, onHolidays: false, movesOn: true };
  const recurrence: Recurrence = { ...ruleOf('date', chosen), at: '09:00', from };
  const slots = slotsBetween(recurrence, ZONE, days, midnight(from), midnight(to));
  return slots.map(({ name }) => {
    const on = Temporal.PlainDate.from(name.slice(0, 10));
    const [content] = contentsOf({ id: '', ownerId: null, what, recurrence }, on, days, []);
    return { on: on.toString(), month: (content as unknown as { through: string }).through.slice(0, 7) };
  });
}

it('on the 1st, which is a Saturday in August, July is reviewed on Monday', () => {
  expect(reviews(1, '2026-06-15', '2026-09-15')).toEqual([
    { on: '2026-07-01', month: '2026-06' },
    { on: '2026-08-03', month: '2026-07' },
    { on: '2026-09-01', month: '2026-08' },
  ]);
});

it('a date at the end of a month that moves into the next one still is about the month before', () => {
  expect(reviews(31, '2026-10-01', '2026-12-01')).toEqual([
    { on: '2026-11-02', month: '2026-09' },
    { on: '2026-11-30', month: '2026-10' },
  ]);
});

describe('over three years', () => {
  it.each(Array.from({ length: 31 }, (_, index) => index + 1))(
    'on the %ith each month is reviewed once, when it is over and somebody works',
    (date) => {
      const all = reviews(date, '2025-01-15', '2028-01-15');
      const months = all.map(({ month }) => Temporal.PlainYearMonth.from(month));
      for (const [at, month] of months.entries())
        if (at > 0) expect(month.toString()).toBe(months[at - 1]?.add({ months: 1 }).toString());
      expect(all.length).toBeGreaterThanOrEqual(35);
      for (const { on, month } of all) {
        const day = Temporal.PlainDate.from(on);
        expect(day.dayOfWeek, on).toBeLessThan(6);
        expect(
          Temporal.PlainDate.compare(
            day,
            Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 }),
          ),
        ).toBeGreaterThanOrEqual(0);
      }
    },
  );
});
