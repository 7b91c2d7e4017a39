/** A message whose receipt was lost, while Slack hardly lets anybody look for it. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { Claim } from '../../src/delivery/claim.ts';
import { drain } from '../../src/delivery/drain.ts';
import { enqueue } from '../../src/delivery/outbox.ts';
import type { Found } from '../../src/delivery/sender.ts';
import { tryAgain, UNDELIVERED } from '../../src/delivery/undelivered.ts';
import { createLog } from '../../src/log.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const morning = Temporal.Instant.from('2026-03-18T09:00:00Z');
let workspaceId: string;
let ownerId: string;
beforeAll(async () => {
  workspaceId = (await database().workspace.create({ data: { name: 'Northwind' } })).id;
  const marta = { workspaceId, name: 'Marta', slackUserId: 'UMarta', role: 'manager' };
  ownerId = (await database().member.create({ data: marta })).id;
});
afterEach(() => database().delivery.deleteMany());

/** A digest that was sent at nine, and of which nobody knows whether it is there. */
async function isLost({ wantedFor }: { wantedFor?: Temporal.DurationLike } = {}) {
  const staleAt = wantedFor && morning.add(wantedFor);
  const to = { recipient: 'C0SALES001', memberId: null, ownerId };
  const what = { cause: 'a digest', content: { kind: 'digest' }, urgency: 'report' as const, dueAt: morning };
  await enqueue(database(), workspaceId, [{ ...to, ...what, ...(staleAt && { staleAt }) }], morning);
  const triedAt = new Date(morning.epochMilliseconds);
  await database().delivery.updateMany({ data: { isUnsure: true, triedAt } });
}

/** Looks for it so long after it was sent, and finds this. Returns where the look began, and what the outbox then has. */
async function looks(after: Temporal.DurationLike, found: Found) {
  await database().delivery.updateMany({ where: { state: 'planned' }, data: { nextAt: new Date() } });
  const begins: (string | null)[] = [];
  const find = async ({ lookedTo }: Claim) => {
    begins.push(lookedTo);
    return found;
  };
  await drain(
    {
      ...{ db: database(), clock: () => morning.add(after), log: createLog('silent'), messagesPerMinute: 285 },
      ...{ sender: { find, make: async () => null }, isStopping: () => begins.length > 0 },
    },
    workspaceId,
  );
  const [digest, ...notices] = await database().delivery.findMany({ orderBy: { id: 'asc' } });
  return { begins, digest, told: notices.map(({ content }) => (content as { kind: string }).kind) };
}
const brokenOffAt = (lookedTo: string) => ({ kind: 'waits', ms: 60_000, lookedTo }) as const;

it('a look goes on where the one before it was broken off, and after it was not there begins anew', async () => {
  await isLost();
  expect(await looks({ minutes: 1 }, brokenOffAt('page 2'))).toMatchObject({ begins: [null] });
  expect(await looks({ minutes: 2 }, brokenOffAt('page 3'))).toMatchObject({ begins: ['page 2'] });
  const unsaid = { kind: 'unknown', error: 'internal_error' } as const;
  expect(await looks({ minutes: 3 }, unsaid)).toMatchObject({ begins: ['page 3'], digest: { lookedTo: null } });
});

it('it is looked for no longer than a day, then its owner is told to have a look', async () => {
  await isLost();
  const first = await looks({ hours: 62 }, brokenOffAt('page 2'));
  expect(first, 'the bot was away over the weekend').toMatchObject({ digest: { state: 'planned' }, told: [] });
  const patient = await looks({ hours: 85 }, brokenOffAt('page 3'));
  expect(patient).toMatchObject({ digest: { state: 'planned' }, told: [] });
  const late = await looks({ hours: 87 }, brokenOffAt('page 4'));
  expect(late).toMatchObject({ digest: { state: 'failed', reason: 'unfound' }, told: [UNDELIVERED] });
});

it('what is wanted for days is looked for as long', async () => {
  await isLost({ wantedFor: { hours: 72 } });
  await looks({ hours: 1 }, brokenOffAt('page 2'));
  expect(await looks({ hours: 71 }, brokenOffAt('page 2'))).toMatchObject({ digest: { state: 'planned' } });
  expect(await looks({ hours: 73 }, brokenOffAt('page 2'))).toMatchObject({ digest: { reason: 'unfound' } });
});

it('after trying again it is looked for anew, for as long', async () => {
  await isLost();
  await looks({ hours: 1 }, brokenOffAt('page 2'));
  const unsaid = { kind: 'unknown', error: 'internal_error' } as const;
  for (let failed = 0; failed < 8; failed++) await looks({ hours: 2 }, unsaid);
  expect(await database().delivery.findFirst({ where: { cause: 'a digest' } })).toMatchObject({ reason: 'unsure' });
  await tryAgain(database(), workspaceId, { reason: 'unsure', scheduleId: null, slot: null, deliveryId: null });
  const again = await looks({ hours: 60 }, brokenOffAt('page 2'));
  expect(again).toMatchObject({ begins: [null], digest: { state: 'planned' } });
});
