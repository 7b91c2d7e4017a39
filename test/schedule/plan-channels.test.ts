/** A year of what goes to channels: by the clocks of a zone, at the ends of months and of the fiscal year. */
import type { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { type Audience, pauseSchedule } from '../../src/schedule/schedule.ts';
import { useDatabase } from '../support/database.ts';
import {
  addDigest,
  type Event,
  everyDay,
  goThroughYear,
  instant,
  isBefore,
  publicHolidays,
  recurring,
  sent,
  sentAt,
  strokes,
  weekly,
} from './year.ts';

const database = useDatabase();
const to = (channelId: string): Audience => ({ to: 'channel', channelId });

let midnights: string;
let months: string;
let dates: string;
let fiscal: string;
let moments: Temporal.Instant[];

beforeAll(async () => {
  const db = database();
  const { id: workspaceId } = await db.workspace.create({
    data: { name: 'Northwind', zone: 'Europe/Berlin', holidayCode: 'DE-BE', fiscalStartMonth: 4 },
  });
  midnights = await addDigest(db, workspaceId, to('C1'), weekly(everyDay, '00:00'), 'America/Santiago');
  months = await addDigest(
    db,
    workspaceId,
    to('C2'),
    recurring({ kind: 'ending', of: 'month', before: 0 }, '16:00', true),
  );
  dates = await addDigest(db, workspaceId, to('C3'), recurring({ kind: 'monthly', day: 31 }, '12:00'));
  fiscal = await addDigest(
    db,
    workspaceId,
    to('C4'),
    recurring({ kind: 'ending', of: 'year', before: 2 }, '12:00', true),
  );
  const paused: Event = [
    '2026-05-04T12:00:00Z',
    () => pauseSchedule(db, { workspaceId, id: midnights }, '2026-05-15', new Date('2026-05-04T12:00:00Z')),
  ];
  moments = await goThroughYear(db, [paused]);
}, 400_000);

it('sends a channel what is due by the clocks named, also when they skip midnight, and not while it is paused', async () => {
  const due = strokes('FREQ=DAILY', '00:00', 'America/Santiago', { '2026-09-06': '2026-09-06T04:00:00Z' });
  const live = due.filter(({ day, at }) => isBefore(at, instant('2026-05-04T12:00:00Z')) || day >= '2026-05-15');
  expect(await sent(database(), midnights, 'C1')).toEqual(sentAt(live, moments));
});

it('finds the last working days of months', async () => {
  const holidays = publicHolidays('DE-BE');
  const workdays = strokes('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '16:00', 'Europe/Berlin').filter(
    ({ day }) => !holidays.has(day),
  );
  const lasts = workdays.filter(
    ({ day }, index) => workdays[index + 1] && workdays[index + 1]!.day.slice(0, 7) !== day.slice(0, 7),
  );
  expect(await sent(database(), months, 'C2')).toEqual(sentAt(lasts, moments));
  expect(lasts).toHaveLength(12);
});

it('takes the last day of a month that has no 31st', async () => {
  const ends = strokes('FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', '12:00', 'Europe/Berlin');
  expect(await sent(database(), dates, 'C3')).toEqual(sentAt(ends, moments));
  expect(ends).toHaveLength(12);
});

it('finds the end of the fiscal year', async () => {
  // Tuesday, the 31st of March, is the last day of the fiscal year; two working days before it is Friday.
  expect(await sent(database(), fiscal, 'C4')).toEqual(['2026-03-27 2026-03-27T11:00:00Z']);
});
