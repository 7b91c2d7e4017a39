// A round of two hundred people: whichever bot dies while it asks them, each is asked once.
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { newDatabase } from '../support/database.ts';
import { startBot } from './bot.ts';

const PEOPLE = 200;
/** Slow enough that much is left to send when the first one dies. */
const PER_MINUTE = 1_200;
const patient = { timeout: 150_000, interval: 100 };
const personId = (index: number) => `U0S${String(index).padStart(6, '0')}`;
const users = Array.from({ length: PEOPLE }, (_, index) => ({
  ...{ id: personId(index), name: `p${index}`, realName: `Person ${index}` },
}));

/** A pulse of everybody that is due now, in a company that works at all hours: its asks go at once. */
async function openSurvey(db: Database, slackTeamId: string): Promise<void> {
  const { id: workspaceId } = await db.workspace.create({
    data: {
      ...{ name: 'Northwind', slackTeamId, workingDays: [1, 2, 3, 4, 5, 6, 7] },
      ...{ workdayStart: '00:00', workdayEnd: '23:59' },
    },
  });
  await db.member.createMany({
    data: users.map(({ id, realName }) => ({ workspaceId, slackUserId: id, name: realName })),
  });
  const now = Temporal.Now.instant();
  const due = now.subtract({ minutes: 5 }).toZonedDateTimeISO('UTC');
  const recurrence = {
    on: { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5, 6, 7], every: 1 },
    at: due.toPlainTime().toString({ smallestUnit: 'minute' }),
    ...{ workingDaysOnly: false, from: due.toPlainDate().subtract({ days: 7 }).toString() },
  };
  const whose = { scope: 'workspace' } as const;
  await addSchedule(
    db,
    workspaceId,
    {
      what: { kind: 'pulse', instrument: 'pulse', whose, howMany: 2, openDays: 3 },
      ...{ audience: { to: 'everyone' }, recurrence, zone: null, ownerId: null },
    },
    new Date(now.subtract({ minutes: 10 }).epochMilliseconds),
  );
}

test('a bot that is killed while it asks two hundred people is followed by one that asks the others', {
  timeout: 320_000,
}, async () => {
  const database = await newDatabase();
  const { db } = database;
  const slackTeamId = 'T0SURVEY01';
  const sandbox = await startSandbox({
    team: { id: slackTeamId, name: 'Northwind', domain: 'northwind' },
    ...{ users, channels: [], commands: [] },
    app: { id: 'A0SALESPUL', name: 'Salespulse', botUserId: 'U0SALESPUL' },
  });
  const asks = () =>
    users.map(({ id }) => {
      const all = sandbox.messages(id, sandbox.dm(id));
      return all.filter(({ text }) => text.startsWith('How is work? 2 questions')).length;
    });
  const reached = () => asks().filter((count) => count > 0).length;
  await openSurvey(db, slackTeamId);
  const bots = [startBot(database.url, sandbox, PER_MINUTE)];
  try {
    await expect.poll(reached, patient).toBeGreaterThan(30);
    await bots[0]?.kill();
    expect(reached()).toBeLessThan(PEOPLE);
    // All of the round was planned at once: who dies has lost nothing of it.
    expect(await db.pulseInvitation.count()).toBe(PEOPLE);
    expect(await db.pulseRound.count()).toBe(1);
    // Nobody is alive: what it held, and the turns it took, may as well be over.
    await db.$executeRaw`UPDATE deliveries SET next_at = next_at - interval '60 seconds'`;
    await db.$executeRaw`UPDATE send_limits SET free_at = free_at - interval '60 seconds'`;
    bots.push(startBot(database.url, sandbox, PER_MINUTE));
    await expect.poll(reached, patient).toBe(PEOPLE);
    const isOver = () => db.delivery.count({ where: { state: { in: ['planned', 'sending'] } } });
    await expect.poll(isOver, patient).toBe(0);
    expect(asks()).toEqual(users.map(() => 1));
    expect(await db.pulseRound.count()).toBe(1);
    expect(await bots[1]?.stop('SIGTERM')).toBe(0);
  } finally {
    await Promise.all(bots.map((each) => each.kill()));
    await sandbox.stop();
    await database.drop();
  }
});
