/** A schedule to very many people, which is looked at again each hour. */
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { planDue } from '../../src/schedule/plan.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { statementsOf } from '../support/counted.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const PEOPLE = 3_000;

it('plans for thousands of people at one minute, and makes nothing a second time when it looks again', async () => {
  const db = database();
  const { id: workspaceId } = await db.workspace.create({ data: { name: 'Northwind', zone: 'Europe/Berlin' } });
  const { id: teamId } = await db.team.create({ data: { workspaceId, name: 'North' } });
  const members = await db.member.createManyAndReturn({
    data: Array.from({ length: PEOPLE }, (_, index) => ({ workspaceId, name: `P${index}`, slackUserId: `U${index}` })),
    select: { id: true },
  });
  await db.membership.createMany({ data: members.map(({ id }) => ({ workspaceId, memberId: id, teamId })) });
  const on = { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5], every: 1 };
  await addSchedule(
    db,
    workspaceId,
    {
      what: { kind: 'morning', whose: { scope: 'workspace' } },
      audience: { to: 'team', teamId },
      recurrence: { on, at: '09:00', workingDaysOnly: true, from: '2026-03-01' },
      zone: null,
      ownerId: null,
    },
    new Date('2026-03-18T07:00:00Z'),
  );
  const planAt = (moment: string) => statementsOf(db, (counted) => planDue(counted, Temporal.Instant.from(moment)));
  const first = await planAt('2026-03-18T08:00:00Z');
  expect(await db.delivery.count({ where: { state: 'planned' } })).toBe(PEOPLE);
  const again = await planAt('2026-03-18T09:00:00Z');
  expect(await db.delivery.count()).toBe(PEOPLE);
  // Neither the messages, a thousand at once, nor the calls for a sender, nor the occurrence.
  expect(again).toBeLessThanOrEqual(first - 7);
}, 120_000);
