/** Changing a schedule while others change it, and while it is due. */
import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, it } from 'vitest';
import { changeSchedule } from '../../src/schedule/change.ts';
import { planDue } from '../../src/schedule/plan.ts';
import { addSchedule, findSchedule, type Schedule } from '../../src/schedule/schedule.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
let workspaceId: string;
beforeAll(async () => {
  workspaceId = (await database().workspace.create({ data: { name: 'Northwind', zone: 'UTC' } })).id;
});

const reminder = (words: string) => ({ kind: 'reminder', words, whose: { scope: 'workspace' } }) as const;
const at = (time: string) => Temporal.Instant.from(`2026-03-18T${time}Z`);

/** A reminder to a channel each day at nine, as it stands at eight. */
async function runs(words: string): Promise<Schedule> {
  const eight = new Date(at('08:00').epochMilliseconds);
  const recurrence = {
    ...{ on: { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 }, at: '09:00' },
    ...{ workingDaysOnly: false, from: '2026-03-01' },
  };
  const audience = { to: 'channel' as const, channelId: 'C1' };
  const made = { what: reminder(words), audience, recurrence, zone: null, ownerId: null };
  const id = await addSchedule(database(), workspaceId, made, eight);
  await planDue(database(), at('08:01'));
  return (await findSchedule(database(), workspaceId, id))!;
}
const saves = (running: Schedule, words: string, time: string) => {
  const { audience, recurrence, zone } = running;
  return changeSchedule(database(), running, { what: reminder(words), audience, recurrence, zone }, at(time));
};
const sentOf = async ({ id: scheduleId }: Schedule) =>
  (await database().delivery.findMany({ where: { scheduleId }, orderBy: { dueAt: 'asc' } })).map(
    ({ content, slot }) => `${slot}: ${(content as { words: string }).words}`,
  );

it('of two who save at once one is told that the other was before them', async () => {
  for (let round = 0; round < 10; round++) {
    const running = await runs(`round ${round}`);
    const done = await Promise.all(['Anna’s', 'Ben’s'].map((words) => saves(running, words, '08:30')));
    expect(done.toSorted()).toEqual([false, true]);
    const now = await findSchedule(database(), workspaceId, running.id);
    expect(now?.what).toEqual(reminder(done[0] ? 'Anna’s' : 'Ben’s'));
  }
});

it('what is due when somebody saves goes out as it was, and once', async () => {
  const running = await runs('as it was');
  expect(await saves(running, 'changed', '09:00:20')).toBe(true);
  await planDue(database(), at('09:01'));
  expect(await sentOf(running)).toEqual(['2026-03-18T09:00: as it was']);
  await planDue(database(), Temporal.Instant.from('2026-03-19T09:01Z'));
  expect(await sentOf(running)).toEqual(['2026-03-18T09:00: as it was', '2026-03-19T09:00: changed']);
});
