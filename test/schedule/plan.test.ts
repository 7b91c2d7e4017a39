/** A year of what goes to people, each by their own clock, through the real planner and beside an independent computation. */
import type { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { pauseSchedule, resumeSchedule } from '../../src/schedule/schedule.ts';
import { useDatabase } from '../support/database.ts';
import {
  addDigest,
  type Event,
  everyDay,
  goThroughYear,
  publicHolidays,
  sent,
  sentAt,
  strokes,
  weekly,
  within,
} from './year.ts';

const database = useDatabase();

/** Where people are: on both hemispheres, with clocks that go forward in March, in September, by half an hour, at midnight and never. */
const offices = {
  Berlin: { zone: 'Europe/Berlin', holidayCode: 'DE-BE' },
  'New York': { zone: 'America/New_York', holidayCode: 'US' },
  'Lord Howe': { zone: 'Australia/Lord_Howe', holidayCode: 'AU-NSW' },
  Santiago: { zone: 'America/Santiago', holidayCode: 'CL' },
  Kathmandu: { zone: 'Asia/Kathmandu', holidayCode: null },
} as const;
type Office = keyof typeof offices;

/** A time that the clocks skip comes as much later as they skip. */
const skippedNights: Partial<Record<Office, Record<string, string>>> = {
  Berlin: { '2026-03-29': '2026-03-29T01:30:00Z' },
  'New York': { '2026-03-08': '2026-03-08T07:30:00Z' },
};

let workspaceId: string;
let nights: string;
let mornings: string;
let moments: Temporal.Instant[];
const officeIds = new Map<Office, string>();

const hires = (name: string, office: Office) =>
  database().member.create({ data: { workspaceId, name, slackUserId: `U${name}`, officeId: officeIds.get(office)! } });

/** What happens in the year besides. */
const events: Event[] = [
  ['2026-04-01T12:00:00Z', () => hires('Joiner', 'Kathmandu')],
  [
    '2026-08-03T12:00:00Z',
    () => pauseSchedule(database(), { workspaceId, id: nights }, null, new Date('2026-08-03T12:00:00Z')),
  ],
  ['2026-08-20T12:00:00Z', () => resumeSchedule(database(), workspaceId, nights, new Date('2026-08-20T12:00:00Z'))],
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
    data: { name: 'Northwind', zone: 'Europe/Berlin', holidayCode: 'DE-BE' },
  });
  workspaceId = workspace.id;
  for (const [name, office] of Object.entries(offices)) {
    const { id } = await database().office.create({ data: { workspaceId, name, ...office } });
    officeIds.set(name as Office, id);
    await hires(name.replace(' ', ''), name as Office);
  }
  await hires('Leaver', 'Santiago');
  mornings = await addDigest(database(), workspaceId, { to: 'everyone' }, weekly([1, 2, 3, 4, 5], '09:00', true));
  nights = await addDigest(database(), workspaceId, { to: 'everyone' }, weekly(everyDay, '02:30'));
  moments = await goThroughYear(database(), events);
}, 400_000);

it.for(Object.entries(offices))(
  'a person in %s gets what is due at their nine on the days they work',
  async ([name, { zone, holidayCode }]) => {
    const holidays = holidayCode ? publicHolidays(holidayCode) : new Set();
    const due = strokes('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '09:00', zone).filter(({ day }) => !holidays.has(day));
    expect(due.length).toBeGreaterThan(240);
    expect(await sent(database(), mornings, `U${name.replace(' ', '')}`)).toEqual(sentAt(due, moments));
  },
);

it.for(Object.entries(offices))(
  'and at half past two in the night each day once, however the clocks of %s go',
  async ([name, { zone }]) => {
    const due = strokes('FREQ=DAILY', '02:30', zone, skippedNights[name as Office]);
    const live = [...within(due, null, '2026-08-03T12:00:00Z'), ...within(due, '2026-08-20T12:00:00Z', null)];
    const expected = sentAt(live, moments);
    expect(await sent(database(), nights, `U${name.replace(' ', '')}`)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(340);
    expect(new Set(expected.map((each) => each.slice(0, 10))).size).toBe(expected.length);
  },
);

it('begins with somebody when they have joined, and ends with who leaves on their last day', async () => {
  // Joined on the 1st at 17:45: what was due at half past two is too old.
  expect((await sent(database(), nights, 'UJoiner'))[0]).toBe('2026-04-02 2026-04-01T20:45:00Z');
  expect((await sent(database(), mornings, 'ULeaver')).at(-1)).toBe('2026-09-01 2026-09-01T13:00:00Z');
});

it('after a day’s outage people get what is still of use, and not what is not', async () => {
  const days = (await sent(database(), nights, 'UBerlin')).map((each) => each.slice(0, 10));
  expect(days).toContain('2026-06-09');
  expect(days).not.toContain('2026-06-10');
  expect(days).toContain('2026-06-11');
});
