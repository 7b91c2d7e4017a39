/** An outage that costs only some people theirs. */
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { countMissed, MISSED } from '../../src/delivery/missed.ts';
import { planDue } from '../../src/schedule/plan.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

it('records who missed theirs beside those who got it, and tells the owner once', async () => {
  const db = database();
  const { id: workspaceId } = await db.workspace.create({ data: { name: 'Northwind', zone: 'Europe/Berlin' } });
  const hires = (name: string, zone: string) =>
    db.member.create({ data: { workspaceId, name, slackUserId: `U${name}`, zone } });
  const { id: ownerId } = await hires('Marta', 'Asia/Kathmandu');
  for (const name of ['Anna', 'Jonas']) await hires(name, 'Europe/Berlin');
  await hires('Ben', 'America/New_York');
  const on = { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5], every: 1 };
  const scheduleId = await addSchedule(
    db,
    workspaceId,
    {
      what: { kind: 'morning', whose: { scope: 'workspace' } },
      audience: { to: 'everyone' },
      recurrence: { on, at: '09:00', workingDaysOnly: true, from: '2026-03-01' },
      zone: null,
      ownerId,
    },
    new Date('2026-03-18T06:00:00Z'),
  );
  // Nobody looked between seven in Berlin and nine in New York.
  await planDue(db, Temporal.Instant.from('2026-03-18T13:05:00Z'));
  await planDue(db, Temporal.Instant.from('2026-03-18T14:05:00Z'));
  const states = async () =>
    Object.fromEntries(
      (await db.delivery.findMany({ where: { scheduleId } })).map(({ recipient, state }) => [recipient, state]),
    );
  expect(await states()).toEqual({ UAnna: 'skipped', UJonas: 'skipped', UBen: 'planned' });
  const notices = await db.delivery.findMany({ where: { content: { path: ['kind'], equals: MISSED } } });
  expect(notices).toMatchObject([{ recipient: 'UMarta', content: { slots: ['2026-03-18T09:00'] } }]);
  expect(await countMissed(db, workspaceId, scheduleId, ['2026-03-18T09:00'])).toBe(2);
});
