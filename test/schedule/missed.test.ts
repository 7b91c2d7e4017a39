/** What comes due while nobody is there to plan it, or by a calendar that has changed meanwhile. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { migrationsFolder } from '../../src/db/migrate.ts';
import { claim } from '../../src/delivery/claim.ts';
import { countMissed, MISSED } from '../../src/delivery/missed.ts';
import { planDue } from '../../src/schedule/plan.ts';
import { type Audience, addSchedule, removeSchedule, type What } from '../../src/schedule/schedule.ts';
import { readQuestions } from '../../src/standups/questions.ts';
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

it.each([
  ['at its time', '07:30', ['standup_ask 07:30', 'standup_reminder 08:18', 'standup_digest 08:30']],
  ['half an hour late', '08:00', ['standup_ask 07:30', 'standup_reminder 08:24', 'standup_digest 08:30']],
  ['with little of it left', '08:20', ['standup_ask 07:30', 'standup_digest 08:30']],
])(
  'a standup asked %s reminds within what is left, and its digest waits for nobody who is away',
  async (_, at, expected) => {
    const db = database();
    const { id: workspaceId } = await db.workspace.create({ data: { name: 'Northwind', zone: 'Europe/Berlin' } });
    const { id: ownerId } = await db.member.create({ data: { workspaceId, name: 'Anna', slackUserId: 'UAnna' } });
    const awayUntil = new Date('2026-03-20T00:00:00Z');
    const zone = 'America/Los_Angeles';
    await db.member.create({ data: { workspaceId, name: 'Ben', slackUserId: 'UBen', zone, awayUntil } });
    const questions = readQuestions('What is next?');
    const whose = { scope: 'workspace' as const };
    const on = { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5], every: 1 };
    await addSchedule(
      db,
      workspaceId,
      {
        what: { kind: 'standup', whose, channelId: 'C1', windowMinutes: 60, questions },
        audience: { to: 'everyone' },
        recurrence: { on, at: '08:30', workingDaysOnly: true, from: '2026-03-01' },
        zone: null,
        ownerId,
      },
      new Date('2026-03-18T06:00:00Z'),
    );
    await planDue(db, Temporal.Instant.from('2026-03-18T06:00:00Z'));
    await planDue(db, Temporal.Instant.from(`2026-03-18T${at}:00Z`));
    const all = await db.delivery.findMany({ where: { workspaceId }, orderBy: { dueAt: 'asc' } });
    expect(
      all.map(({ content, dueAt }) => `${(content as { kind: string }).kind} ${dueAt.toISOString().slice(11, 16)}`),
    ).toEqual(expected);
  },
);

describe('looked at every hour', () => {
  const on = { kind: 'weekly' as const, weekdays: [1, 2, 3, 4, 5], every: 1 };
  const recurrence = { on, at: '09:00', workingDaysOnly: true, from: '2026-03-01' };
  const digest = { kind: 'digest' as const, whose: { scope: 'workspace' as const }, byPerson: false };

  async function office(workingDays = [1, 2, 3, 4, 5]) {
    const db = database();
    const zone = 'Europe/Berlin';
    const { id: workspaceId } = await db.workspace.create({ data: { name: 'Northwind', zone, workingDays } });
    const { id: memberId } = await db.member.create({ data: { workspaceId, name: 'Anna', slackUserId: 'UAnna' } });
    return { db, workspaceId, memberId, zone };
  }
  const adds = (
    { db, workspaceId }: Awaited<ReturnType<typeof office>>,
    audience: Audience,
    since: string,
    more: { what?: What; zone?: string; ownerId?: string } = {},
  ) => {
    const { what = digest, zone = null, ownerId = null } = more;
    return addSchedule(db, workspaceId, { what, audience, recurrence, zone, ownerId }, new Date(since));
  };
  async function hours(from: string, until: string) {
    const last = Temporal.Instant.from(until);
    for (let now = Temporal.Instant.from(from); Temporal.Instant.compare(now, last) <= 0; now = now.add({ hours: 1 }))
      await planDue(database(), now);
  }
  const slots = async (workspaceId: string) =>
    (await database().delivery.findMany({ where: { workspaceId }, orderBy: { dueAt: 'asc' } })).map(
      ({ slot, state, content }) => [slot, state, (content as { kind: string }).kind],
    );

  it('a team in one zone that was empty for a while gets its digest when somebody joins', async () => {
    const own = await office();
    const { db, workspaceId, memberId, zone } = own;
    const { id: teamId } = await db.team.create({ data: { workspaceId, name: 'North' } });
    await adds(own, { to: 'team', teamId }, '2026-03-16T06:00:00Z', { zone });
    await hours('2026-03-16T06:00:00Z', '2026-03-16T12:00:00Z');
    await db.membership.create({ data: { workspaceId, memberId, teamId } });
    await hours('2026-03-16T13:00:00Z', '2026-03-18T08:00:00Z');
    expect(await slots(workspaceId)).toEqual([
      ['2026-03-17T09:00', 'planned', 'digest'],
      ['2026-03-18T09:00', 'planned', 'digest'],
    ]);
  });

  it('goes on with what an older version never looked at again, and leaves alone what rests', async () => {
    const own = await office();
    const { db, workspaceId, zone } = own;
    const nine = { ...recurrence, workingDaysOnly: false, on: { ...on, weekdays: [1, 2, 3, 4, 5, 6, 7] } };
    const made = { what: digest, recurrence: nine, zone, ownerId: null };
    const long = new Date('2026-03-02T06:00:00Z');
    const to = (channelId: string) => ({ to: 'channel' as const, channelId });
    await addSchedule(db, workspaceId, { ...made, audience: to('C1') }, long);
    await addSchedule(db, workspaceId, { ...made, audience: to('C2'), isPaused: true }, long);
    await removeSchedule(
      db,
      { workspaceId, id: await addSchedule(db, workspaceId, { ...made, audience: to('C3') }, long) },
      long,
    );
    await db.schedule.updateMany({ where: { workspaceId }, data: { nextAt: null } });
    const [{ tomorrow } = { tomorrow: new Date() }] = await db.$queryRaw<{ tomorrow: Date }[]>`
      SELECT now() + interval '1 day' AS tomorrow`;
    await planDue(db, Temporal.Instant.fromEpochMilliseconds(tomorrow.getTime()));
    expect(await slots(workspaceId)).toEqual([]);

    const file = join(migrationsFolder, '20261122164500_forgotten_schedules', 'migration.sql');
    await db.$executeRawUnsafe(await readFile(file, 'utf8'));
    await planDue(db, Temporal.Instant.fromEpochMilliseconds(tomorrow.getTime()));
    // Of the weeks before nothing is made up for, and nobody is told.
    expect(await slots(workspaceId)).toEqual([[expect.stringMatching(/T09:00$/), expect.anything(), 'digest']]);
    expect(await db.delivery.findFirst({ where: { workspaceId } })).toMatchObject({ recipient: 'C1' });
  });

  it('a person in one zone gets theirs again when days off are taken back', async () => {
    const own = await office();
    const { db, workspaceId, memberId, zone } = own;
    const days = ['2026-03-16', '2026-03-17'].map((day) => ({
      workspaceId,
      memberId,
      works: false,
      day: new Date(day),
    }));
    await db.specialDay.createMany({ data: days });
    await adds(own, { to: 'member', memberId }, '2026-03-15T06:00:00Z', { zone, ownerId: memberId });
    await hours('2026-03-15T06:00:00Z', '2026-03-15T12:00:00Z');
    await db.specialDay.deleteMany({ where: { workspaceId } });
    await hours('2026-03-15T13:00:00Z', '2026-03-18T08:00:00Z');
    expect(await slots(workspaceId)).toEqual([
      ['2026-03-16T09:00', 'planned', 'digest'],
      ['2026-03-17T09:00', 'planned', 'digest'],
      ['2026-03-18T09:00', 'planned', 'digest'],
    ]);
  });

  it('a channel gets its digest on a working day that is added', async () => {
    const own = await office([1, 2, 3, 4]);
    const { db, workspaceId } = own;
    await adds(own, { to: 'channel', channelId: 'C1' }, '2026-03-19T10:00:00Z');
    await hours('2026-03-19T10:00:00Z', '2026-03-19T12:00:00Z');
    await db.workspace.update({ where: { id: workspaceId }, data: { workingDays: [1, 2, 3, 4, 5] } });
    await hours('2026-03-19T13:00:00Z', '2026-03-20T08:00:00Z');
    expect(await slots(workspaceId)).toEqual([['2026-03-20T09:00', 'planned', 'digest']]);
  });

  it('does not tell the owner of an absence when a day became a working day after the hour', async () => {
    const own = await office([1, 2, 3, 4]);
    const { db, workspaceId, memberId } = own;
    const { id: teamId } = await db.team.create({ data: { workspaceId, name: 'North' } });
    await db.membership.create({ data: { workspaceId, memberId, teamId } });
    const whose = { scope: 'team' as const, teamIds: [teamId] };
    const questions = readQuestions('What is next?');
    const what = { kind: 'standup' as const, whose, channelId: 'C1', windowMinutes: 15, questions };
    await adds(own, { to: 'team', teamId }, '2026-03-20T07:40:00Z', { what, ownerId: memberId });
    await planDue(db, Temporal.Instant.from('2026-03-20T07:40:00Z'));
    await db.workspace.update({ where: { id: workspaceId }, data: { workingDays: [1, 2, 3, 4, 5] } });
    await planDue(db, Temporal.Instant.from('2026-03-20T08:40:00Z'));
    expect(await slots(workspaceId)).toEqual([]);
  });

  it('checks an alert before it sends the digests that are due at the same minute', async () => {
    const own = await office();
    const { db, workspaceId, memberId } = own;
    const whose = { scope: 'workspace' as const };
    const rule = { kind: 'silence' as const, source: 'crm', days: 2 };
    for (const channelId of ['C1', 'C2']) await adds(own, { to: 'channel', channelId }, '2026-03-16T06:00:00Z');
    const what = { kind: 'alert' as const, rule, words: 'no data from crm for 2 days', whose };
    await adds(own, { to: 'member', memberId }, '2026-03-16T06:00:00Z', { what, ownerId: memberId });
    const now = Temporal.Instant.from('2026-03-16T08:00:00Z');
    await planDue(db, now);
    expect((await claim(db, workspaceId, now))?.content.kind).toBe('alert');
  });
});
