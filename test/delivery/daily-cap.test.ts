/** So many messages a day a person gets unasked, however many processes send, on a real database. */
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Claim, claim, settleNever, settleSent } from '../../src/delivery/claim.ts';
import { takePlace } from '../../src/delivery/daily-cap.ts';
import { allWaiting, keptFor, showKept } from '../../src/delivery/kept.ts';
import { enqueue, type NewDelivery } from '../../src/delivery/outbox.ts';
import { pauseTopic, quietOf, wantFewer, wantUsual } from '../../src/people/quiet.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-18T09:00:00Z');
const place = { channelId: 'D1', ts: '1.000001' };
let workspaceId: string;
let memberId: string;

beforeAll(async () => {
  const db = database();
  workspaceId = (await db.workspace.create({ data: { name: 'Northwind', dailyMessages: 2 } })).id;
  const zone = 'America/New_York';
  memberId = (await db.member.create({ data: { workspaceId, name: 'Anna', slackUserId: 'U1', zone } })).id;
});
afterEach(async () => {
  await database().delivery.deleteMany();
  await wantUsual(database(), workspaceId, memberId);
});

const message = (cause: string, beyond?: 'goes' | 'waits' | 'lapses'): NewDelivery => ({
  cause,
  recipient: 'U1',
  memberId,
  ownerId: null,
  content: { kind: 'alarm' },
  urgency: 'alert',
  dueAt: now.subtract({ hours: 1 }),
  ...(beyond ? { unasked: { topic: 'alert', beyond } } : {}),
});

/** Writes it down, and takes it in hand. */
async function taken(cause: string, beyond?: 'goes' | 'waits' | 'lapses', at = now): Promise<Claim> {
  await enqueue(database(), workspaceId, [message(cause, beyond)], now);
  const own = await claim(database(), workspaceId, at);
  if (own?.cause !== cause) throw new Error(`got ${own?.cause}, not ${cause}`);
  return own;
}
const turnout = (own: Claim, at = now) => takePlace(database(), own, `In short: ${own.cause}`, at);
const sends = async (own: Claim, at = now) => {
  const out = await turnout(own, at);
  if (out === 'goes') await settleSent(database(), own, place, at);
  return out;
};
const stateOf = async (cause: string) => (await database().delivery.findFirstOrThrow({ where: { cause } })).state;
const tellsWith = async (cause: string) => {
  const own = await taken(cause);
  const kept = await keptFor(database(), workspaceId, memberId, own.id);
  return { own, lines: kept.map(({ line }) => line), ids: kept.map(({ id }) => id) };
};

describe('a day', () => {
  it('has so many places, and what finds none waits', async () => {
    expect([await sends(await taken('1', 'waits')), await sends(await taken('2', 'waits'))]).toEqual(['goes', 'goes']);
    expect(await sends(await taken('3', 'waits'))).toBe('kept');
    expect(await stateOf('3')).toBe('kept');
    expect(await claim(database(), workspaceId, now)).toBeNull();
  });

  it('gives its last place to one of two that come at once', async () => {
    await sends(await taken('1', 'waits'));
    const both = [await taken('2', 'waits'), await taken('3', 'waits'), await taken('4', 'waits')];
    expect((await Promise.all(both.map((own) => turnout(own)))).sort()).toEqual(['goes', 'kept', 'kept']);
  });

  it('is the person’s own: it ends by their clock', async () => {
    const evening = Temporal.Instant.from('2026-03-19T03:30:00Z');
    await sends(await taken('1', 'waits', evening), evening);
    await sends(await taken('2', 'waits', evening), evening);
    // Half past midnight in New York.
    const after = evening.add({ hours: 1 });
    expect(await sends(await taken('3', 'waits', after), after)).toBe('goes');
  });

  it('keeps no place for what does not arrive, and asks none of what was asked for', async () => {
    const failed = await taken('1', 'waits');
    await turnout(failed);
    await settleNever(database(), failed, 'failed', 'left');
    expect(await sends(await taken('a test'))).toBe('goes');
    expect(await sends(await taken('2', 'waits'))).toBe('goes');
    expect(await sends(await taken('3', 'waits'))).toBe('goes');
    expect(await sends(await taken('4', 'waits'))).toBe('kept');
  });

  it('lets what cannot wait go, which counts, and what is of no use later lapse', async () => {
    await sends(await taken('1', 'waits'));
    await sends(await taken('2', 'goes'));
    expect(await sends(await taken('3', 'goes'))).toBe('goes');
    expect(await sends(await taken('4', 'lapses'))).toBe('lapsed');
    expect(await stateOf('4')).toBe('skipped');
  });

  it('says nothing about what somebody else has in hand by now', async () => {
    const dead = await taken('1', 'waits');
    await database().$executeRaw`UPDATE deliveries SET next_at = clock_timestamp() - interval '1 ms'`;
    const alive = (await claim(database(), workspaceId, now))!;
    expect(await turnout(dead)).toBe('lost');
    expect(await turnout(alive)).toBe('goes');
  });
});

describe('who wants fewer', () => {
  it('gets fewer, and as many as before when they take it back', async () => {
    await wantFewer(database(), workspaceId, memberId, 0);
    expect(await sends(await taken('1', 'waits'))).toBe('kept');
    expect(await quietOf(database(), workspaceId, memberId, now)).toEqual({ usual: 2, own: 0, paused: [] });
    await wantUsual(database(), workspaceId, memberId);
    expect(await sends(await taken('2', 'waits'))).toBe('goes');
  });

  it('of one kind hears nothing by itself until the pause is over', async () => {
    const pause = { workspaceId, memberId, topic: 'alert' as const };
    await pauseTopic(database(), pause, now.add({ hours: 168 }));
    expect(await sends(await taken('1', 'waits'))).toBe('kept');
    const later = now.add({ hours: 169 });
    expect(await sends(await taken('2', 'waits', later), later)).toBe('goes');
  });
});

describe('what waits', () => {
  async function twoWait() {
    await wantFewer(database(), workspaceId, memberId, 0);
    await sends(await taken('1', 'waits'));
    await sends(await taken('2', 'waits'));
  }

  it('is told by the next message that tells of it, once', async () => {
    await twoWait();
    const morning = await tellsWith('morning');
    expect(morning.lines).toEqual(['In short: 1', 'In short: 2']);
    // While that one is under way no other takes them.
    expect((await tellsWith('another')).lines).toEqual([]);
    await sends(await taken('3', 'waits'));
    await settleSent(database(), morning.own, place, now);
    expect([await stateOf('1'), await stateOf('2'), await stateOf('3')]).toEqual(['told', 'told', 'kept']);
    expect((await tellsWith('the next day')).lines).toEqual(['In short: 3']);
  });

  it('waits on when the message that was to tell of it does not go out', async () => {
    await twoWait();
    const morning = await tellsWith('morning');
    await settleNever(database(), morning.own, 'failed', 'trouble');
    expect(await allWaiting(database(), ['morning'])).toEqual([
      { workspaceId, memberId, since: '2026-03-18', isComing: false },
    ]);
    expect((await tellsWith('the next day')).lines).toEqual(['In short: 1', 'In short: 2']);
  });

  it('is shown whole once, to whom it is for, and takes no place then', async () => {
    await twoWait();
    const { own, ids } = await tellsWith('morning');
    const wish = { id: ids[0]!, memberId };
    expect(await showKept(database(), workspaceId, wish, now), 'before it is told').toBe(false);
    await settleSent(database(), own, place, now);
    expect(await showKept(database(), workspaceId, { ...wish, memberId: workspaceId }, now)).toBe(false);
    expect(await Promise.all([1, 2].map(() => showKept(database(), workspaceId, wish, now)))).toContain(false);
    const shown = (await claim(database(), workspaceId, now))!;
    expect(shown.cause).toBe('1');
    expect(await sends(shown)).toBe('goes');
    expect(await stateOf('1')).toBe('sent');
  });
});
