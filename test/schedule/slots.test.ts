/** A year of schedules in five zones on two hemispheres, beside an independent computation of the same rules. */
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { CalendarSettings } from '../../src/calendar/settings.ts';
import type { WorkingCalendar } from '../../src/calendar/working-days.ts';
import type { Days, Recurrence } from '../../src/schedule/recurrence.ts';
import { dayOfSlotBefore, nextSlot, type Slot, slotsBetween } from '../../src/schedule/slots.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kathmandu'];

const daysIn = (zone: string, given: Partial<WorkingCalendar & CalendarSettings> = {}): Days => ({
  settings: { zone, weekStart: 1, fiscalStartMonth: 1, calendar: 'gregory', ...given },
  working: {
    zone,
    workingDays: [1, 2, 3, 4, 5],
    hours: { start: '09:00', end: '17:00' },
    holidayCode: null,
    daysOff: new Set(),
    added: new Set(),
    removed: new Set(),
    ...given,
  },
});

const weekly = (weekdays: number[], at: string, every = 1): Recurrence => ({
  on: { kind: 'weekly', weekdays, every },
  at,
  workingDaysOnly: false,
  from: '2026-01-05',
});

/** Rules as RFC 5545 writes them. */
const rules: [name: string, rule: string, ours: (at: string) => Recurrence][] = [
  ['every day', 'FREQ=DAILY', (at) => weekly([1, 2, 3, 4, 5, 6, 7], at)],
  ['Monday to Friday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', (at) => weekly([1, 2, 3, 4, 5], at)],
  ['every third Monday', 'FREQ=WEEKLY;INTERVAL=3;WKST=MO;BYDAY=MO', (at) => weekly([1], at, 3)],
  ['every second week on Sunday', 'FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=SU', (at) => weekly([7], at, 2)],
  [
    'the last working day of a month',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    (at) => ({ on: { kind: 'ending', of: 'month', before: 0 }, at, workingDaysOnly: true, from: '2026-01-05' }),
  ],
  [
    'a working day before the last of a quarter',
    'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
    (at) => ({ on: { kind: 'ending', of: 'quarter', before: 1 }, at, workingDaysOnly: true, from: '2026-01-05' }),
  ],
  [
    'the first working day of every second month',
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
    (at) => ({
      ...{ on: { kind: 'beginning', of: 'month', every: 2 }, at, workingDaysOnly: true },
      // The first day of January is a working day here: what is counted from is the month that the other rule begins in.
      from: '2026-01-01',
    }),
  ],
  [
    'the first working day of a month',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
    (at) => ({ on: { kind: 'beginning', of: 'month', every: 1 }, at, workingDaysOnly: true, from: '2026-01-05' }),
  ],
  [
    'the 15th of each month',
    'FREQ=MONTHLY;BYMONTHDAY=15',
    (at) => ({ on: { kind: 'monthly', day: 15 }, at, workingDaysOnly: false, from: '2026-01-05' }),
  ],
];

/** When a time of day is skipped. Lord Howe's clocks go forward by half an hour, from 2:00 on. */
const gaps: Record<string, string[]> = {
  'Europe/Berlin 02:30': ['2026-03-29'],
  'America/New_York 02:30': ['2026-03-08'],
  'America/Santiago 00:00': ['2026-09-06'],
};

describe.for(zones)('a year by the clocks of %s', (zone) => {
  const since = Temporal.ZonedDateTime.from(`2026-01-05T00:00[${zone}]`).toInstant();
  const until = since.add({ hours: 24 * 366 });

  // At half past two the clocks of some of these zones are skipped or repeated; at midnight Santiago's are.
  it.for(['09:00', '02:30', '00:00', '01:45'])('has the slots at %s that the calendars of the world have', (at) => {
    for (const [name, rule, ours] of rules) {
      const dtstart = Temporal.ZonedDateTime.from(`2026-01-05T${at}[${zone}]`);
      const stamp = dtstart.toPlainDateTime().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
      const expected = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${stamp}\nRRULE:${rule}` })
        .between(new Date(since.epochMilliseconds - 1), new Date(until.epochMilliseconds), true)
        .map((each) => Temporal.Instant.from(each.toString().replace(/\[.*/, '')).toString());
      const slots = slotsBetween(ours(at), zone, daysIn(zone), since.subtract({ seconds: 1 }), until);
      // RFC 5545 leaves out a time that the clocks skip; here it comes an hour later.
      const isMoved = (slot: Slot) =>
        slot.at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' }) !== at;
      expect(
        slots.filter((slot) => !isMoved(slot)).map((slot) => slot.at.toString()),
        name,
      ).toEqual(expected);
      // The days of a rule are the same at noon, which no clock skips.
      const noon = `${stamp.slice(0, 8)}T120000`;
      const days = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${noon}\nRRULE:${rule}` })
        .between(new Date(since.epochMilliseconds - 1), new Date(until.epochMilliseconds), true)
        .map((each) => each.toPlainDate().toString());
      const skipped = (gaps[`${zone} ${at}`] ?? []).filter((day) => days.includes(day));
      expect(
        slots.filter(isMoved).map((slot) => slot.name.slice(0, 10)),
        name,
      ).toEqual(skipped);
      expect(expected.length, name).toBeGreaterThan(3);
      expect(new Set(slots.map((slot) => slot.name)).size, name).toBe(slots.length);
    }
  });

  it('looked at minute by minute or after a long sleep, strikes the same', () => {
    const rule = weekly([1, 2, 3, 4, 5, 6, 7], '02:30');
    const days = daysIn(zone);
    const whole = slotsBetween(rule, zone, days, since, until).map(({ at }) => at.toString());
    const steps: string[] = [];
    for (let at = since, next = at; Temporal.Instant.compare(at, until) < 0; at = next) {
      next = [at.add({ hours: 7 }), until].sort(Temporal.Instant.compare)[0]!;
      steps.push(...slotsBetween(rule, zone, days, at, next).map((slot) => slot.at.toString()));
    }
    expect(steps).toEqual(whole);
    let at = since;
    for (const expected of whole) {
      const next = nextSlot(rule, zone, days, at);
      expect(next?.at.toString()).toBe(expected);
      at = next!.at;
    }
  });
});

describe('a time that the clocks do not have', () => {
  const days = daysIn('Europe/Berlin');
  const on = (day: string) => {
    const start = Temporal.ZonedDateTime.from(`${day}T00:00[Europe/Berlin]`).toInstant();
    return slotsBetween(weekly([7], '02:30'), 'Europe/Berlin', days, start, start.add({ hours: 26 })).map(({ at }) =>
      at.toZonedDateTimeISO('Europe/Berlin').toString(),
    );
  };

  it('comes as much later as they skip', () => {
    expect(on('2026-03-29')).toEqual(['2026-03-29T03:30:00+02:00[Europe/Berlin]']);
  });

  it('comes the first time when they have it twice', () => {
    expect(on('2026-10-25')).toEqual(['2026-10-25T02:30:00+02:00[Europe/Berlin]']);
  });
});

describe('holidays', () => {
  const christmas = new Set(['2026-12-24', '2026-12-25', '2026-12-28', '2026-12-31']);
  const days = daysIn('Europe/Berlin', { added: christmas });
  const slotsIn = (rule: Recurrence, from: string, to: string) =>
    slotsBetween(
      rule,
      'Europe/Berlin',
      days,
      Temporal.ZonedDateTime.from(`${from}T00:00[Europe/Berlin]`).toInstant(),
      Temporal.ZonedDateTime.from(`${to}T00:00[Europe/Berlin]`).toInstant(),
    ).map(({ name }) => name.slice(0, 10));

  it('leave out what comes on weekdays', () => {
    const rule = { ...weekly([1, 2, 3, 4, 5], '09:00'), workingDaysOnly: true };
    expect(slotsIn(rule, '2026-12-21', '2027-01-02')).toEqual([
      '2026-12-21',
      '2026-12-22',
      '2026-12-23',
      '2026-12-29',
      '2026-12-30',
      '2027-01-01',
    ]);
  });

  it('move what comes once a month to the working day before, also over a month’s end', () => {
    const at = { at: '09:00', workingDaysOnly: true, from: '2026-01-05' };
    expect(slotsIn({ on: { kind: 'monthly', day: 25 }, ...at }, '2026-12-01', '2027-01-01')).toEqual(['2026-12-23']);
    // The 1st of November is a Sunday: October's last working day.
    expect(slotsIn({ on: { kind: 'monthly', day: 1 }, ...at }, '2026-10-02', '2026-11-30')).toEqual(['2026-10-30']);
    expect(slotsIn({ on: { kind: 'ending', of: 'month', before: 0 }, ...at }, '2026-12-01', '2027-01-01')).toEqual([
      '2026-12-30',
    ]);
    expect(slotsIn({ on: { kind: 'ending', of: 'quarter', before: 1 }, ...at }, '2026-12-01', '2027-01-01')).toEqual([
      '2026-12-29',
    ]);
  });

  it('are told by the first digest after them', () => {
    const rule = { ...weekly([1, 2, 3, 4, 5], '09:00'), workingDaysOnly: true };
    const dayBefore = (day: string) => dayOfSlotBefore(Temporal.PlainDate.from(day), rule, days)?.toString();
    expect(dayBefore('2026-12-22')).toBe('2026-12-21');
    expect(dayBefore('2026-12-21')).toBe('2026-12-18');
    expect(dayBefore('2026-12-29')).toBe('2026-12-23');
  });

  it('are told by the first digest of all, as if there had been one before', () => {
    const rule = { ...weekly([1, 2, 3, 4, 5], '09:00'), workingDaysOnly: true, from: '2026-12-21' };
    expect(dayOfSlotBefore(Temporal.PlainDate.from('2026-12-21'), rule, days)?.toString()).toBe('2026-12-18');
    const fortnightly: Recurrence = { ...rule, on: { kind: 'weekly', weekdays: [1], every: 2 } };
    expect(dayOfSlotBefore(Temporal.PlainDate.from('2026-12-21'), fortnightly, days)?.toString()).toBe('2026-12-07');
  });
});

describe('what is due throughout the day', () => {
  const hourly: Recurrence = { ...weekly([1, 2, 3, 4, 5, 6, 7], '09:00'), throughout: true };
  const names = (since: string, until: string) =>
    slotsBetween(
      hourly,
      'Europe/Berlin',
      daysIn('Europe/Berlin'),
      Temporal.Instant.from(since),
      Temporal.Instant.from(until),
    ).map(({ name }) => name.slice(11));

  it('strikes at each full hour', () => {
    expect(names('2026-03-18T08:59:00Z', '2026-03-18T11:00:00Z')).toEqual(['10:00', '11:00', '12:00']);
    const next = nextSlot(
      hourly,
      'Europe/Berlin',
      daysIn('Europe/Berlin'),
      Temporal.Instant.from('2026-03-18T22:30:00Z'),
    );
    expect(next?.name).toBe('2026-03-19T00:00');
  });

  it('once in an hour that the clocks repeat, and not in one that they skip', () => {
    expect(names('2026-10-24T23:30:00Z', '2026-10-25T02:00:00Z')).toEqual(['02:00', '03:00']);
    expect(names('2026-03-28T23:30:00Z', '2026-03-29T01:00:00Z')).toEqual(['01:00', '03:00']);
  });
});

describe('a fiscal year and the Persian calendar', () => {
  const rule: Recurrence = {
    on: { kind: 'ending', of: 'year', before: 0 },
    at: '09:00',
    workingDaysOnly: true,
    from: '2025-01-01',
  };
  const last = (given: Partial<CalendarSettings>) =>
    nextSlot(rule, 'UTC', daysIn('UTC', given), Temporal.Instant.from('2026-01-10T00:00:00Z'))?.name;

  it('end when they end', () => {
    expect(last({})).toBe('2026-12-31T09:00');
    expect(last({ fiscalStartMonth: 4 })).toBe('2026-03-31T09:00');
    // 1404 ends on Friday, 20 March 2026.
    expect(last({ calendar: 'persian' })).toBe('2026-03-20T09:00');
  });
});
