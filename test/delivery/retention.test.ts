/** What is long over is forgotten, and goes out no second time. */
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { purge } from '../../src/delivery/retention.ts';
import { planDue } from '../../src/schedule/plan.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const first = Temporal.Instant.from('2026-01-05T09:00:00Z');
const daysLater = (days: number) => first.add({ hours: 24 * days });
let workspaceId: string;

beforeAll(async () => {
  const db = database();
  workspaceId = (await db.workspace.create({ data: { name: 'Northwind' } })).id;
  await addSchedule(
    db,
    workspaceId,
    {
      what: { kind: 'digest', whose: { scope: 'workspace' }, byPerson: false },
      audience: { to: 'channel', channelId: 'C1' },
      recurrence: {
        on: { kind: 'weekly', weekdays: [1], every: 1 },
        at: '09:00',
        workingDaysOnly: false,
        from: '2026-01-01',
      },
      zone: null,
      ownerId: null,
    },
    new Date('2026-01-01T00:00:00Z'),
  );
});

const slots = async () => (await database().delivery.findMany({ orderBy: { dueAt: 'asc' } })).map(({ slot }) => slot);
const occurrences = () => database().occurrence.count();

it('keeps 90 days of what was sent, once a day, whoever comes first', async () => {
  const db = database();
  for (const week of [0, 1, 2, 14]) await planDue(db, daysLater(7 * week));
  expect(await slots()).toEqual(['2026-01-05T09:00', '2026-01-12T09:00', '2026-01-19T09:00', '2026-04-13T09:00']);
  await db.delivery.updateMany({ data: { state: 'sent' } });
  await db.delivery.updateMany({ where: { slot: '2026-01-12T09:00' }, data: { state: 'planned' } });

  // The fourteenth Monday is 98 days after the first, 91 after the second and 84 after the third.
  await Promise.all([purge(db, daysLater(98), []), purge(db, daysLater(98), [])]);
  expect(await slots(), 'what still waits to be sent stays').toEqual([
    '2026-01-12T09:00',
    '2026-01-19T09:00',
    '2026-04-13T09:00',
  ]);
  await db.delivery.updateMany({ data: { state: 'sent' } });
  await purge(db, daysLater(98), []);
  expect(await slots(), 'done for the day').toHaveLength(3);
  await purge(db, daysLater(99), []);
  expect(await slots()).toEqual(['2026-01-19T09:00', '2026-04-13T09:00']);
});

it('keeps what is looked up for longer', async () => {
  const db = database();
  await purge(db, daysLater(300), ['digest']);
  expect(await slots()).toHaveLength(2);
});

it('sends nothing again that is forgotten', async () => {
  const db = database();
  const before = await occurrences();
  await db.schedule.updateMany({ data: { nextAt: new Date('2026-01-01') } });
  await planDue(db, daysLater(99));
  expect(await slots()).toEqual(['2026-01-19T09:00', '2026-04-13T09:00']);
  expect(await occurrences()).toBe(before);
});
