/** A year through the real planner and a real database, beside an independent computation of the same rules. */
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { planDue } from '../../src/schedule/plan.ts';
import type { Recurrence } from '../../src/schedule/recurrence.ts';
import { type Audience, addSchedule, pauseSchedule, resumeSchedule } from '../../src/schedule/schedule.ts';
import { chanceOf } from '../chaos/chance.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const instant = (moment: string) => Temporal.Instant.from(moment);
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds);
const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

const start = instant('2026-01-05T00:00:00Z');
const end = instant('2027-01-05T00:00:00Z');
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const recurring = (on: Recurrence['on'], at: string, workingDaysOnly = false): Recurrence => ({
  on,
  at,
  workingDaysOnly,
  from: '2026-01-05',
});
const weekly = (weekdays: number[], at: string, workingDaysOnly = false) =>
  recurring({ kind: 'weekly', weekdays, every: 1 }, at, workingDaysOnly);

/** Where people are: on both hemispheres, with clocks that go forward in March, in September, by half an hour, at midnight and never. */
const offices = {
  Berlin: { zone: 'Europe/Berlin', holidayCode: 'DE-BE' },
  'New York': { zone: 'America/New_York', holidayCode: 'US' },
  'Lord Howe': { zone: 'Australia/Lord_Howe', holidayCode: 'AU-NSW' },
  Santiago: { zone: 'America/Santiago', holidayCode: 'CL' },
  Kathmandu: { zone: 'Asia/Kathmandu', holidayCode: null },
} as const;
type Office = keyof typeof offices;

interface Stroke {
  /** The day by the clocks of whom it is for. */
  day: string;
  at: Temporal.Instant;
}

/** The strokes of the year as RFC 5545 has them. It leaves out what the clocks skip; that is added by hand. */
function strokes(rule: string, at: string, zone: string, skipped: Record<string, string> = {}): Stroke[] {
  const stamp = `20260105T${at.replace(':', '')}00`;
  const found = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${stamp}\nRRULE:${rule}` })
    .between(date(start), date(end.add({ hours: 24 })), true)
    .map((each) => ({ day: each.toPlainDate().toString(), at: instant(each.toInstant().toString()) }));
  const added = Object.entries(skipped).map(([day, moment]) => ({ day, at: instant(moment) }));
  return [...found, ...added]
    .filter(({ at: moment }) => isBefore(start, moment))
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at));
}

const publicHolidays = (code: string) => {
  const [country = '', state] = code.split('-');
  const holidays = state ? new Holidays(country, state) : new Holidays(country);
  return new Set(
    [2026, 2027].flatMap((year) =>
      holidays
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map((each) => each.date.slice(0, 10)),
    ),
  );
};

/** A time that the clocks skip comes as much later as they skip. */
const skippedNights: Partial<Record<Office, Record<string, string>>> = {
  Berlin: { '2026-03-29': '2026-03-29T01:30:00Z' },
  'New York': { '2026-03-08': '2026-03-08T07:30:00Z' },
};

/** What is sent, when one looks at these moments: of what has come due in between the last, while it is of use. */
const sentAt = (due: readonly Stroke[], moments: readonly Temporal.Instant[]): string[] =>
  moments.flatMap((now, index) => {
    const before = moments[index - 1] ?? start;
    const last = due.filter(({ at }) => isBefore(before, at) && !isBefore(now, at)).at(-1);
    return last && isBefore(now, last.at.add({ hours: 12 })) ? [`${last.day} ${last.at}`] : [];
  });

/** What is due from one moment on and up to another. */
const within = (due: readonly Stroke[], from: string | null, to: string | null) =>
  due.filter(({ at }) => (!from || isBefore(instant(from), at)) && (!to || !isBefore(instant(to), at)));

const upTo = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('a year of schedules', () => {
  let workspaceId: string;
  const officeIds = new Map<Office, string>();
  const schedules: Record<string, string> = {};
  /** When somebody looked: every few hours, but for the day on which the machine was off. */
  const moments: Temporal.Instant[] = [];

  async function adds(name: string, audience: Audience, recurrence: Recurrence, zone: string | null = null) {
    const what = { kind: 'digest' as const, whose: { scope: 'workspace' as const }, byPerson: false };
    const added = { what, audience, recurrence, zone, ownerId: null };
    schedules[name] = await addSchedule(database(), workspaceId, added, date(start));
  }
  const hires = (name: string, office: Office) =>
    database().member.create({
      data: { workspaceId, name, slackUserId: `U${name}`, officeId: officeIds.get(office)! },
    });

  /** What happens in the year besides. */
  const events: [at: string, deed: () => Promise<unknown>][] = [
    ['2026-04-01T12:00:00Z', () => hires('Joiner', 'Kathmandu')],
    [
      '2026-05-04T12:00:00Z',
      () =>
        pauseSchedule(
          database(),
          { workspaceId, id: schedules.channel! },
          '2026-05-15',
          new Date('2026-05-04T12:00:00Z'),
        ),
    ],
    [
      '2026-08-03T12:00:00Z',
      () => pauseSchedule(database(), { workspaceId, id: schedules.nights! }, null, new Date('2026-08-03T12:00:00Z')),
    ],
    [
      '2026-08-20T12:00:00Z',
      () => resumeSchedule(database(), workspaceId, schedules.nights!, new Date('2026-08-20T12:00:00Z')),
    ],
    [
      '2026-09-01T12:00:00Z',
      () =>
        database().member.updateMany({
          where: { workspaceId, name: 'Leaver' },
          data: { deactivatedAt: new Date('2026-09-01T12:00:00Z') },
        }),
    ],
  ];

  beforeAll(async () => {
    const workspace = await database().workspace.create({
      data: { name: 'Northwind', zone: 'Europe/Berlin', holidayCode: 'DE-BE', fiscalStartMonth: 4 },
    });
    workspaceId = workspace.id;
    for (const [name, office] of Object.entries(offices)) {
      const { id } = await database().office.create({ data: { workspaceId, name, ...office } });
      officeIds.set(name as Office, id);
      await hires(name.replace(' ', ''), name as Office);
    }
    await hires('Leaver', 'Santiago');
    await adds('mornings', { to: 'everyone' }, weekly([1, 2, 3, 4, 5], '09:00', true));
    await adds('nights', { to: 'everyone' }, weekly(everyDay, '02:30'));
    await adds('channel', { to: 'channel', channelId: 'C1' }, weekly(everyDay, '00:00'), 'America/Santiago');
    await adds(
      'month',
      { to: 'channel', channelId: 'C2' },
      recurring({ kind: 'ending', of: 'month', before: 0 }, '16:00', true),
    );
    await adds('31st', { to: 'channel', channelId: 'C3' }, recurring({ kind: 'monthly', day: 31 }, '12:00'));
    await adds(
      'fiscal',
      { to: 'channel', channelId: 'C4' },
      recurring({ kind: 'ending', of: 'year', before: 2 }, '12:00', true),
    );

    const chance = chanceOf(2026);
    const waiting = [...events];
    for (let now = start; isBefore(now, end); ) {
      const next = now.add({ minutes: Math.round(chance.between(240, 715)) });
      const isOutage =
        !isBefore(next, instant('2026-06-10T01:00:00Z')) && isBefore(next, instant('2026-06-11T03:00:00Z'));
      const event = waiting[0];
      now = isOutage
        ? instant('2026-06-11T03:00:00Z')
        : event && !isBefore(next, instant(event[0]))
          ? instant(event[0])
          : next;
      // Now and then two processes look at the same moment.
      await Promise.all(upTo(moments.length % 4 ? 1 : 2, () => planDue(database(), now)));
      moments.push(now);
      if (event && now.equals(instant(event[0]))) await waiting.shift()?.[1]();
    }
  }, 400_000);

  async function sent(schedule: string, recipient: string): Promise<string[]> {
    const rows = await database().delivery.findMany({
      where: { workspaceId, scheduleId: schedules[schedule]!, recipient, state: { not: 'skipped' } },
      orderBy: { dueAt: 'asc' },
    });
    return rows.map(({ slot, dueAt }) => `${slot?.slice(0, 10)} ${dueAt.toISOString().replace('.000', '')}`);
  }

  it.for(Object.entries(offices))(
    'sends a person in %s what is due at their nine on the days they work',
    async ([name, { zone, holidayCode }]) => {
      const holidays = holidayCode ? publicHolidays(holidayCode) : new Set();
      const due = strokes('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '09:00', zone).filter(({ day }) => !holidays.has(day));
      expect(due.length).toBeGreaterThan(240);
      expect(await sent('mornings', `U${name.replace(' ', '')}`)).toEqual(sentAt(due, moments));
    },
  );

  it.for(Object.entries(offices))(
    'and at half past two in the night each day once, however the clocks of %s go',
    async ([name, { zone }]) => {
      const due = strokes('FREQ=DAILY', '02:30', zone, skippedNights[name as Office]);
      const live = [...within(due, null, '2026-08-03T12:00:00Z'), ...within(due, '2026-08-20T12:00:00Z', null)];
      const expected = sentAt(live, moments);
      expect(await sent('nights', `U${name.replace(' ', '')}`)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(340);
      expect(new Set(expected.map((each) => each.slice(0, 10))).size).toBe(expected.length);
    },
  );

  it('begins with somebody when they have joined, and ends with who leaves on their last day', async () => {
    // Joined on the 1st at 17:45: what was due at half past two is too old.
    expect((await sent('nights', 'UJoiner'))[0]).toBe('2026-04-02 2026-04-01T20:45:00Z');
    expect((await sent('mornings', 'ULeaver')).at(-1)).toBe('2026-09-01 2026-09-01T13:00:00Z');
  });

  it('sends a channel what is due by the clocks named, also when they skip midnight, and not while it is paused', async () => {
    const due = strokes('FREQ=DAILY', '00:00', 'America/Santiago', { '2026-09-06': '2026-09-06T04:00:00Z' });
    const live = due.filter(({ day, at }) => isBefore(at, instant('2026-05-04T12:00:00Z')) || day >= '2026-05-15');
    expect(await sent('channel', 'C1')).toEqual(sentAt(live, moments));
  });

  it('finds the ends of months and of the fiscal year', async () => {
    const holidays = publicHolidays('DE-BE');
    const workdays = strokes('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '16:00', 'Europe/Berlin').filter(
      ({ day }) => !holidays.has(day),
    );
    const lasts = workdays.filter(
      ({ day }, index) => workdays[index + 1] && workdays[index + 1]!.day.slice(0, 7) !== day.slice(0, 7),
    );
    expect(await sent('month', 'C2')).toEqual(sentAt(lasts, moments));
    expect(lasts).toHaveLength(12);
    const ends = strokes('FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', '12:00', 'Europe/Berlin');
    expect(await sent('31st', 'C3')).toEqual(sentAt(ends, moments));
    expect(ends).toHaveLength(12);
    // Tuesday, the 31st of March, is the last day of the fiscal year; two working days before it is Friday.
    expect(await sent('fiscal', 'C4')).toEqual(['2026-03-27 2026-03-27T11:00:00Z']);
  });

  it('sends after a day’s outage what is still of use, and notes what is not', async () => {
    const nights = (await sent('nights', 'UBerlin')).map((each) => each.slice(0, 10));
    expect(nights).toContain('2026-06-09');
    expect(nights).not.toContain('2026-06-10');
    expect(nights).toContain('2026-06-11');
  });
});

describe('somebody who moves from zone to zone', () => {
  const zones = Object.values(offices).map(({ zone }) => zone);
  const began = instant('2026-03-01T00:00:00Z');
  const move = fc.record({ afterHours: fc.integer({ min: 1, max: 90 }), zone: fc.constantFrom(...zones) });

  it('gets what is due at their nine once a day, and none is left out that is of use by the clocks they have now', async () => {
    const tried = fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 5 }), async (moves) => {
      const workspace = await database().workspace.create({ data: { name: 'Northwind', zone: 'UTC' } });
      const { id } = await database().member.create({
        data: { workspaceId: workspace.id, name: 'Mover', slackUserId: 'UMOVER', zone: 'Europe/Berlin' },
      });
      const what = { kind: 'digest' as const, whose: { scope: 'workspace' as const }, byPerson: false };
      const nine = { ...weekly(everyDay, '09:00'), from: '2026-02-01' };
      const added = {
        what,
        audience: { to: 'member' as const, memberId: id },
        recurrence: nine,
        zone: null,
        ownerId: null,
      };
      await addSchedule(database(), workspace.id, added, date(began));

      // Looked at hour by hour, each day that is due by the clocks they have then, and not older than twelve hours.
      const expected = new Set<string>();
      let zone = 'Europe/Berlin';
      let [hour, moved] = [0, 0];
      for (const { afterHours, zone: next } of [...moves, { afterHours: 30, zone: 'UTC' }]) {
        for (moved += afterHours; hour < moved; hour++) {
          const now = began.add({ hours: hour });
          await planDue(database(), now);
          const today = now.toZonedDateTimeISO(zone).toPlainDate();
          for (const day of [today.subtract({ days: 1 }), today]) {
            const at = day.toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).toInstant();
            if (isBefore(began, at) && !isBefore(now, at) && isBefore(now, at.add({ hours: 12 })))
              expected.add(`${day}T09:00`);
          }
        }
        zone = next;
        await database().member.update({
          where: { workspaceId_id: { workspaceId: workspace.id, id } },
          data: { zone },
        });
      }
      const rows = await database().delivery.findMany({
        where: { workspaceId: workspace.id, state: { not: 'skipped' } },
        orderBy: { slot: 'asc' },
      });
      expect(rows.map(({ slot }) => slot)).toEqual([...expected].sort());
    });
    await fc.assert(tried, { numRuns: 6, endOnFailure: true });
  }, 300_000);
});
