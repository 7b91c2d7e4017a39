/** Who hears of what did not go out, and how often. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { claim, settleLater } from '../../src/delivery/claim.ts';
import { drain } from '../../src/delivery/drain.ts';
import { countMissed, MISSED } from '../../src/delivery/missed.ts';
import { enqueue } from '../../src/delivery/outbox.ts';
import type { Sender } from '../../src/delivery/sender.ts';
import { tellOwner, tryAgain, UNDELIVERED } from '../../src/delivery/undelivered.ts';
import { createLog } from '../../src/log.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-18T11:00:00Z');
const date = new Date(now.epochMilliseconds);
const slot = '2026-03-17T09:00';
let workspaceId: string;
let ownerId: string;
let scheduleId: string;
beforeAll(async () => {
  workspaceId = (await database().workspace.create({ data: { name: 'Northwind' } })).id;
  const hires = (name: string, role: string) =>
    database().member.create({ data: { workspaceId, name, slackUserId: `U${name}`, role } });
  ownerId = (await hires('Marta', 'manager')).id;
  await hires('Anna', 'rep');
  await hires('Olga', 'admin');
  scheduleId = await addSchedule(
    database(),
    workspaceId,
    {
      what: { kind: 'digest', whose: { scope: 'workspace' }, byPerson: false },
      audience: { to: 'everyone' },
      recurrence: {
        on: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5], every: 1 },
        at: '09:00',
        workingDaysOnly: true,
        from: '2026-03-01',
      },
      zone: null,
      ownerId,
    },
    date,
  );
  await database().occurrence.create({ data: { workspaceId, scheduleId, slot, state: 'planned', plannedAt: date } });
});
afterEach(async () => {
  await database().delivery.deleteMany();
  await database().member.updateMany({ data: { deactivatedAt: null } });
});

const plans = (recipients: readonly string[], more: object = {}) =>
  enqueue(
    database(),
    workspaceId,
    recipients.map((recipient) => ({
      cause: 'a digest',
      recipient,
      memberId: null,
      ownerId,
      slot: { scheduleId, name: slot },
      content: { kind: 'digest' },
      urgency: 'report' as const,
      dueAt: now.subtract({ hours: 26 }),
      staleAt: now.subtract({ hours: 14 }),
      ...more,
    })),
    now,
  );
const notices = (kind: string) =>
  database().delivery.findMany({ where: { content: { path: ['kind'], equals: kind } }, orderBy: { id: 'asc' } });
const nothing: Sender = { make: async () => null, find: async () => ({ kind: 'absent' as const }) };
const sends = (sender = nothing) =>
  drain(
    {
      db: database(),
      clock: () => now,
      log: createLog('silent'),
      sender,
      messagesPerMinute: 285,
      isStopping: () => false,
    },
    workspaceId,
  );
/** The next message of the outbox cannot be delivered. */
async function fails() {
  await plans([`U${crypto.randomUUID()}`], { staleAt: undefined });
  await tellOwner(database(), (await claim(database(), workspaceId, now))!, 'left', now);
}

it('says to the owner once what went stale in the outbox, and how many it cost theirs', async () => {
  await plans(['U1', 'U2', 'U3']);
  await sends();
  const missed = await database().delivery.findMany({ where: { scheduleId } });
  expect(missed.map(({ state, reason }) => `${state} ${reason}`)).toEqual(Array(3).fill('skipped stale'));
  const [notice, ...more] = await notices(MISSED);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ recipient: 'UMarta', content: { scheduleId, slots: [slot] } });
  expect(await countMissed(database(), workspaceId, scheduleId, [slot])).toBe(3);
});

it('tells nobody of a reminder that came too late', async () => {
  await plans(['U1'], { unasked: { topic: 'standup', beyond: 'lapses' } });
  await sends();
  expect(await database().delivery.findMany()).toMatchObject([{ state: 'skipped', reason: 'stale' }]);
});

it('tells together what fails together, and again what fails after that was told', async () => {
  await fails();
  await fails();
  expect(await notices(UNDELIVERED)).toHaveLength(1);
  await database().delivery.updateMany({ where: { recipient: 'UMarta' }, data: { state: 'sent', attempts: 1 } });
  await fails();
  await fails();
  expect(await notices(UNDELIVERED)).toMatchObject([{ state: 'sent' }, { state: 'planned', recipient: 'UMarta' }]);
});

it('tells an admin when the owner has left', async () => {
  await database().member.updateMany({ where: { id: ownerId }, data: { deactivatedAt: date } });
  await fails();
  expect(await notices(UNDELIVERED)).toMatchObject([{ recipient: 'UOlga' }]);
});

it('leaves to its owner what cannot be found among too much, and whoever tries it again has had a look', async () => {
  await plans(['C1'], { staleAt: undefined });
  const own = (await claim(database(), workspaceId, now))!;
  await settleLater(database(), own, { afterMs: 0, isUnsure: true, counts: true, reason: 'unsure' });
  let posted = 0;
  const busy: Sender = {
    async find() {
      return { kind: 'never', reason: 'unfound', error: 'history_too_long' };
    },
    make: async () => ({
      line: '',
      async post() {
        posted++;
        return { kind: 'sent', channelId: 'C1', ts: '1.1' };
      },
    }),
  };
  await sends(busy);
  expect(posted).toBe(0);
  const [notice] = await notices(UNDELIVERED);
  const failed = { reason: 'unfound', scheduleId, slot, deliveryId: null };
  expect(notice).toMatchObject({ recipient: 'UMarta', content: failed });
  await database().delivery.delete({ where: { workspaceId_id: { workspaceId, id: notice!.id } } });
  expect(await tryAgain(database(), workspaceId, failed)).toBe(1);
  await sends(busy);
  expect(posted).toBe(1);
});
