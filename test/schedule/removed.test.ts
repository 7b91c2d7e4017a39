import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { planDue } from '../../src/schedule/plan.ts';
import { addSchedule, findRemoved, findSchedule, removeSchedule, schedulesOf } from '../../src/schedule/schedule.ts';
import { readQuestions } from '../../src/standups/questions.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

it('sends nothing any more once it is removed; what it sent and what was said to it stays', async () => {
  const db = database();
  const { id: workspaceId } = await db.workspace.create({ data: { name: 'Northwind', zone: 'Europe/Berlin' } });
  const { id: memberId } = await db.member.create({ data: { workspaceId, name: 'Anna', slackUserId: 'UAnna' } });
  const on = { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5], every: 1 };
  const questions = readQuestions('What is next?');
  const id = await addSchedule(
    db,
    workspaceId,
    {
      what: { kind: 'standup', whose: { scope: 'workspace' }, channelId: 'C1', windowMinutes: 120, questions },
      audience: { to: 'everyone' },
      recurrence: { on, at: '09:30', workingDaysOnly: true, from: '2026-03-01' },
      zone: null,
      ownerId: memberId,
    },
    new Date('2026-03-18T06:00:00Z'),
  );
  const number = (await findSchedule(db, workspaceId, id))!.number;
  await planDue(db, Temporal.Instant.from('2026-03-18T08:30:00Z'));
  await db.delivery.updateMany({ where: { memberId, state: 'planned' }, data: { state: 'sent', nextAt: null } });
  const said = { day: new Date('2026-03-18'), memberId, answers: [], answeredAt: new Date(), isLate: false };
  await db.standupAnswer.create({ data: { workspaceId, scheduleId: id, ...said } });

  await removeSchedule(db, { workspaceId, id }, new Date('2026-03-18T09:00:00Z'));
  expect(await schedulesOf(db, workspaceId)).toEqual([]);
  expect(await findSchedule(db, workspaceId, id)).toBeNull();
  expect((await findRemoved(db, workspaceId, number))?.id).toBe(id);
  const past = await db.delivery.findMany({ where: { scheduleId: id }, orderBy: { dueAt: 'asc' } });
  // The question; its reminder, and the digest.
  expect(past.map(({ state, reason }) => [state, reason])).toEqual([
    ['sent', null],
    ['skipped', 'removed'],
    ['skipped', 'removed'],
  ]);
  expect(await db.standupAnswer.count({ where: { scheduleId: id } })).toBe(1);
  await planDue(db, Temporal.Instant.from('2026-03-19T08:30:00Z'));
  expect(await db.delivery.count({ where: { scheduleId: id } })).toBe(3);
});
