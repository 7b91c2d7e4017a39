/** Who takes what from the outbox, on a real database. Leases run by the database's clock; the test lets them run out. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { claim, markSending, settleLater, settleNever, settleSent, untilNext } from '../../src/delivery/claim.ts';
import { drain } from '../../src/delivery/drain.ts';
import { wake, wakeIn } from '../../src/delivery/jobs.ts';
import {
  channelBucket,
  closeBucket,
  historyBucket,
  messageBucket,
  takeTurn,
  updateBucket,
} from '../../src/delivery/limits.ts';
import { logOf } from '../../src/delivery/look-up.ts';
import { enqueue, type NewDelivery, release } from '../../src/delivery/outbox.ts';
import type { Sender } from '../../src/delivery/sender.ts';
import { createLog } from '../../src/log.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-18T09:00:00Z');
const place = { channelId: 'C1', ts: '1.000001' };
let workspaceId: string;
beforeAll(async () => {
  workspaceId = (await database().workspace.create({ data: { name: 'Northwind' } })).id;
});
afterEach(async () => {
  await database().delivery.deleteMany();
  await database().sendLimit.deleteMany();
});

const message = (cause: string, given: Partial<NewDelivery> = {}): NewDelivery => ({
  cause,
  recipient: `U${cause.replaceAll(' ', '')}`,
  memberId: null,
  ownerId: null,
  content: { kind: 'digest' },
  urgency: 'report',
  dueAt: now,
  ...given,
});
const adds = (...messages: NewDelivery[]) => enqueue(database(), workspaceId, messages, now);
const silent = () => ({ db: database(), clock: () => now, log: createLog('silent'), messagesPerMinute: 285 });
const takes = () => claim(database(), workspaceId, now);
const letLeasesRunOut = () =>
  database().$executeRaw`UPDATE deliveries SET next_at = clock_timestamp() - interval '1 ms'`;
const states = async () =>
  Object.fromEntries((await database().delivery.findMany()).map(({ cause, state }) => [cause, state]));

it('lets the most urgent go first, then what has been due for longest, and all of it before a survey of many', async () => {
  await adds(
    message('a survey', { urgency: 'survey', dueAt: now.subtract({ hours: 3 }) }),
    message('a report', { dueAt: now.subtract({ hours: 2 }) }),
    message('a notice', { urgency: 'notice' }),
    message('an alert', { urgency: 'alert' }),
    message('an older alert', { urgency: 'alert', dueAt: now.subtract({ hours: 1 }) }),
    message('a prompt', { urgency: 'prompt' }),
  );
  const taken = [];
  for (let own = await takes(); own; own = await takes()) taken.push(own.cause);
  expect(taken).toEqual(['an older alert', 'an alert', 'a prompt', 'a notice', 'a report', 'a survey']);
});

it('tells what was sent, without the checks of an alert that found nothing', async () => {
  const alert = (cause: string) => message(cause, { recipient: 'U1', content: { kind: 'alert' } });
  const alarm = message('an alarm', { recipient: 'U1', content: { kind: 'alarm' } });
  await adds(alert('a check'), alert('a broken check'), alert('a test'), alarm);
  const becomes = (cause: string, state: string) =>
    database().delivery.updateMany({ where: { cause }, data: { state } });
  await becomes('a check', 'skipped');
  await becomes('a broken check', 'failed');
  await becomes('a test', 'sent');
  const told = (await logOf(database(), workspaceId, 'U1', 30)).map(({ kind, state }) => `${kind} ${state}`);
  expect(told.sort()).toEqual(['alarm planned', 'alert failed', 'alert sent']);
});

it('gives each message to one of many who ask at once', async () => {
  await adds(...Array.from({ length: 30 }, (_, index) => message(`digest ${index}`)));
  const taken = await Promise.all(Array.from({ length: 40 }, takes));
  const causes = taken.flatMap((own) => own?.cause ?? []);
  expect(new Set(causes).size).toBe(causes.length);
  expect(causes.length).toBeGreaterThan(20);
});

it('knows the same thing for the same recipient only once, however often it is said', async () => {
  const same = message('digest 1');
  expect(await Promise.all([adds(same), adds(same), adds(same, same)])).toHaveLength(3);
  expect(await database().delivery.count()).toBe(1);
});

it('takes over what a dead process has left, and who had it before lets go', async () => {
  await adds(message('digest 1'));
  const dead = (await takes())!;
  expect(await takes()).toBeNull();
  await letLeasesRunOut();
  expect(await markSending(database(), dead)).toBe(false);

  const alive = (await takes())!;
  expect(alive).toMatchObject({ id: dead.id, attempt: dead.attempt + 1, isUnsure: false });
  expect(await markSending(database(), dead)).toBe(false);
  expect(await markSending(database(), alive)).toBe(true);
  // What the dead one says, should it wake up, changes nothing.
  expect(await settleSent(database(), dead, place, now)).toBe(false);
  expect(await settleNever(database(), dead, 'failed', 'bug')).toBe(false);
  await settleLater(database(), dead, { afterMs: 0, isUnsure: false, counts: true, reason: 'trouble' });
  expect(await states()).toEqual({ 'digest 1': 'sending' });
  expect(await settleSent(database(), alive, place, now)).toBe(true);
  expect(await states()).toEqual({ 'digest 1': 'sent' });
});

it('says of what was being sent when its process died that Slack has to be asked', async () => {
  await adds(message('digest 1'));
  expect(await markSending(database(), (await takes())!)).toBe(true);
  await letLeasesRunOut();
  expect(await takes()).toMatchObject({ isUnsure: true });
});

it('leaves alone whoever may not be spoken to yet, and takes the next', async () => {
  await adds(message('first', { recipient: 'C1', urgency: 'alert' }), message('second', { recipient: 'C2' }));
  await takeTurn(database(), workspaceId, [channelBucket('C1')]);
  expect(await takes()).toMatchObject({ cause: 'second' });
  expect(await takes()).toBeNull();
  expect(await untilNext(database(), workspaceId)).toBeGreaterThan(0);
});

it('lets those wait that Slack has to be asked about, while it may not be asked, and sends the others', async () => {
  await adds(message('unsure', { urgency: 'alert' }), message('sure'));
  const unsure = (await takes())!;
  // It looks first whether the question above it has been answered.
  await adds(message('a reminder', { urgency: 'prompt', content: { kind: 'pulse_reminder' } }));
  await settleLater(database(), unsure, { afterMs: 0, isUnsure: true, counts: true, reason: 'unsure' });
  await takeTurn(database(), workspaceId, [historyBucket]);
  expect(await takes()).toMatchObject({ cause: 'sure' });
  expect(await takes()).toBeNull();
  expect(await untilNext(database(), workspaceId)).toBeGreaterThan(0);
  await database().sendLimit.deleteMany();
  expect(await takes()).toMatchObject({ cause: 'unsure' });
  expect(await takes()).toMatchObject({ cause: 'a reminder' });
});

it('composes nothing while Slack takes no messages for long, but e-mails go out', async () => {
  await adds(message('a digest'), message('a letter', { recipient: 'mailto:jane@acme.com' }));
  await closeBucket(database(), workspaceId, messageBucket(285).name, 60);
  expect((await takes())?.cause).toBe('a letter');
  expect(await takes()).toBeNull();
  await database().delivery.deleteMany({ where: { cause: 'a letter' } });
  // The rest is waited for with the message in hand.
  const until = await untilNext(database(), workspaceId);
  expect(until).toBeGreaterThan(40_000);
  expect(until).toBeLessThanOrEqual(45_000);
});

it('is handed over by a process that is about to stop: it calls for another one', async () => {
  const { db, calls } = { db: database(), calls: () => database().$queryRaw`SELECT FROM graphile_worker.jobs` };
  await adds(message('digest 1'));
  await db.$executeRaw`SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs`;
  const sender = { make: async () => null, find: async () => ({ kind: 'absent' as const }) };
  const draining = { ...silent(), sender };
  await drain({ ...draining, isStopping: () => true }, workspaceId);
  expect(await states()).toEqual({ 'digest 1': 'planned' });
  expect(await calls()).toHaveLength(1);
  await drain({ ...draining, isStopping: () => false }, workspaceId);
  expect(await states()).toEqual({ 'digest 1': 'skipped' });
});

it('is handed back at once by a process that is told to stop while it waits for its turn', async () => {
  await adds(message('digest 1'));
  await closeBucket(database(), workspaceId, messageBucket(silent().messagesPerMinute).name, 12);
  const post = async () => ({ kind: 'sent' as const, channelId: 'C1', ts: '1.1' });
  const sender = { make: async () => ({ line: '', post }), find: async () => ({ kind: 'absent' as const }) };
  let isStopping = false;
  setTimeout(() => {
    isStopping = true;
  }, 1_000);
  await drain({ ...silent(), sender, isStopping: () => isStopping }, workspaceId);
  expect(await states()).toEqual({ 'digest 1': 'planned' });
});

it.each([
  [0, 3_600_000],
  [3_600_000, 0],
])('is called for at the earliest of the moments, in %i ms and then in %i ms', async (...moments) => {
  const db = database();
  await db.$executeRaw`SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs`;
  // Who calls for later may not know what has come meanwhile.
  for (const afterMs of moments) await db.$transaction((tx) => wakeIn(tx, [workspaceId], afterMs));
  expect(await isCalledNow()).toEqual([{ isNow: true }]);
});

it('is called for at the earliest of the moments, also when two call at once', async () => {
  const db = database();
  await db.$executeRaw`SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs`;
  const later = await db.$transaction(async (tx) => {
    await wakeIn(tx, [workspaceId], 0);
    const other = db.$transaction((another) => wakeIn(another, [workspaceId], 3_600_000));
    const waits = () =>
      tx.$queryRaw`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await expect.poll(waits).toHaveLength(1);
    // A promise that is returned would be waited for.
    return { other };
  });
  await later.other;
  expect(await isCalledNow()).toEqual([{ isNow: true }]);
});

it('is called for once by each transaction, and none of them waits for the end of another', async () => {
  const db = database();
  await db.$executeRaw`SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs`;
  await db.$transaction(async (tx) => {
    await wake(tx, workspaceId);
    await wake(tx, workspaceId);
    await db.$transaction((another) => wake(another, workspaceId));
    expect(await isCalledNow()).toEqual([{ isNow: true }]);
  });
  expect(await isCalledNow()).toEqual([{ isNow: true }, { isNow: true }]);
});

const isCalledNow = () => database().$queryRaw`SELECT run_at <= clock_timestamp() AS "isNow" FROM graphile_worker.jobs`;

it('holds what is not due yet until it is', async () => {
  await adds(message('later', { dueAt: now.add({ hours: 1 }) }));
  expect(await takes()).toBeNull();
  await release(database(), now.add({ minutes: 59 }));
  expect(await takes()).toBeNull();
  await release(database(), now.add({ hours: 1 }));
  expect(await takes()).toMatchObject({ cause: 'later' });
});

it('asks Slack about what was not answered half a minute later at the earliest, and anew before each attempt', async () => {
  await adds(message('digest 1'));
  let asked = 0;
  const post = async () => ({ kind: 'unsure' as const, error: 'The operation was aborted due to timeout' });
  const find = async () => {
    asked++;
    return { kind: 'absent' as const };
  };
  const sends = (make: Sender['make']) =>
    drain({ ...silent(), sender: { make, find }, isStopping: () => false }, workspaceId);
  await sends(async () => ({ line: '', post }));
  expect(asked).toBe(0);
  expect(await untilNext(database(), workspaceId)).toBeGreaterThan(25_000);
  // It is not there, but does not get its turn just now: until it does, it may come after all.
  for (const time of [1, 2]) {
    await letLeasesRunOut();
    await sends(async () => 'later');
    expect(asked).toBe(time);
    expect(await database().delivery.findFirst()).toMatchObject({ state: 'planned', isUnsure: true });
    await database().sendLimit.deleteMany();
  }
});

it('gives what changes a message turns of its own: Slack’s 429 to it holds back no new message', async () => {
  await adds(message('an update', { urgency: 'alert' }), message('a report'));
  const limited = { kind: 'limited' as const, seconds: 60 };
  const sent = { kind: 'sent' as const, channelId: 'C1', ts: '1.1' };
  const make: Sender['make'] = async ({ cause }) =>
    cause === 'an update'
      ? { line: '', isChange: true, post: async () => limited }
      : { line: '', post: async () => sent };
  const sender = { make, find: async () => ({ kind: 'absent' as const }) };
  await drain({ ...silent(), sender, isStopping: () => false }, workspaceId);
  expect(await states()).toEqual({ 'an update': 'planned', 'a report': 'sent' });
  expect(await takeTurn(database(), workspaceId, [updateBucket])).toBeGreaterThan(30_000);
});

it('comes back for a message whose history may not be asked just now when Slack has said', async () => {
  await adds(message('digest 1'));
  const make: Sender['make'] = async () => ({ kind: 'limited', seconds: 60 });
  const sender = { make, find: async () => ({ kind: 'absent' as const }) };
  await drain({ ...silent(), sender, isStopping: () => false }, workspaceId);
  expect(await untilNext(database(), workspaceId)).toBeGreaterThan(30_000);
  expect(await takeTurn(database(), workspaceId, [historyBucket])).toBeGreaterThan(30_000);
});
