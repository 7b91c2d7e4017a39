import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { schedule } from '../../commands/salespulse/schedule.ts';
import { claim, markSending, settleLater } from '../../src/delivery/claim.ts';
import { drain } from '../../src/delivery/drain.ts';
import type { Found } from '../../src/delivery/sender.ts';
import { createLog } from '../../src/log.ts';
import { loadDirectory } from '../../src/people/directory.ts';
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

const digest = { kind: 'digest' as const, whose: { scope: 'workspace' as const }, byPerson: false };
const on = { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5], every: 1 };
const recurrence = { on, at: '09:00', workingDaysOnly: true, from: '2026-03-01' };
const since = new Date('2026-03-16T06:00:00Z');
const now = Temporal.Instant.from('2026-03-16T08:00:00Z');

/** A digest for a channel that a process has taken up. */
async function claimedDigest() {
  const db = database();
  const { id: workspaceId } = await db.workspace.create({ data: { name: 'Northwind', zone: 'Europe/Berlin' } });
  const audience = { to: 'channel' as const, channelId: 'C1' };
  const made = { what: digest, audience, recurrence, zone: null, ownerId: null };
  const id = await addSchedule(db, workspaceId, made, since);
  await planDue(db, now);
  const own = (await claim(db, workspaceId, now))!;
  return { db, workspaceId, id, own };
}

it('does not send what was being seen to when it was removed', async () => {
  const { db, workspaceId, id, own } = await claimedDigest();
  await removeSchedule(db, { workspaceId, id }, new Date('2026-03-16T08:00:01Z'));
  await settleLater(db, own, { afterMs: 0, isUnsure: false, counts: false, reason: null });
  expect(await db.delivery.findFirst({ where: { workspaceId } })).toMatchObject({
    state: 'skipped',
    reason: 'removed',
  });
});

it.for([
  ['was only making it', false, { kind: 'absent' }, 'skipped'],
  ['may have sent it, and had not', true, { kind: 'absent' }, 'skipped'],
  ['had sent it', true, { kind: 'there', channelId: 'C1', ts: '1.1' }, 'sent'],
] as const satisfies [string, boolean, Found, string][])(
  'is sent by nobody when it was removed while a process that died %s',
  async ([, isSending, found, state]) => {
    const { db, workspaceId, id, own: dead } = await claimedDigest();
    if (isSending) await markSending(db, dead);
    await removeSchedule(db, { workspaceId, id }, new Date('2026-03-16T08:00:01Z'));
    await db.delivery.updateMany({ where: { workspaceId }, data: { nextAt: new Date(0) } });
    let [asked, posted] = [0, 0];
    const sender = {
      async find() {
        asked++;
        return found;
      },
      make: async () => ({
        line: '',
        async post() {
          posted++;
          return { kind: 'sent' as const, channelId: 'C1', ts: '2.2' };
        },
      }),
    };
    const draining = { db, clock: () => now, log: createLog('silent'), messagesPerMinute: 285 };
    await drain({ ...draining, sender, isStopping: () => false }, workspaceId);
    expect([asked, posted]).toEqual([isSending ? 1 : 0, 0]);
    expect(await db.delivery.findMany({ where: { workspaceId } })).toMatchObject([{ state }]);
  },
);

it('tells who may not change it what became of their own messages alone, and of waiting ones no empty reason', async () => {
  const db = database();
  const workspace = await db.workspace.create({ data: { name: 'Northwind', zone: 'Europe/Berlin' } });
  const workspaceId = workspace.id;
  const hires = (name: string) =>
    db.member.create({ data: { workspaceId, name, slackUserId: `U${name.toUpperCase()}1` } });
  const [anna, ben] = [await hires('Anna'), await hires('Ben')];
  const { id: teamId } = await db.team.create({ data: { workspaceId, name: 'North' } });
  for (const { id: memberId } of [anna, ben]) await db.membership.create({ data: { workspaceId, memberId, teamId } });
  const made = { what: digest, audience: { to: 'everyone' as const }, recurrence, zone: null, ownerId: null };
  await addSchedule(db, workspaceId, made, since);
  await planDue(db, now);
  const directory = await loadDirectory(db, workspaceId);
  const readBy = async (id: string, role: 'rep' | 'admin') => {
    const member = { ...directory.members.find((each) => each.id === id)!, role };
    const reply = await schedule('1 log', { db, workspace, directory, member, now, deed: 'd' } as never);
    return JSON.stringify('message' in reply ? reply.message({ kind: 'none' } as never) : reply);
  };
  const own = await readBy(anna.id, 'rep');
  expect(own).toContain('<@UANNA1>: waits');
  expect(own).not.toContain('()');
  expect(own).not.toContain('UBEN1');
  expect(await readBy(anna.id, 'admin')).toContain('UBEN1');
});
