/** Slack's limits, kept in the database for all who send: with many takers at once, on a real PostgreSQL. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Bucket,
  channelBucket,
  closeBucket,
  historyBucket,
  messageBucket,
  reserveTurn,
  takeTurn,
} from '../../src/delivery/limits.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
let workspaceId: string;
beforeAll(async () => {
  workspaceId = (await database().workspace.create({ data: { name: 'Northwind' } })).id;
});

/** When a turn was had: after the one moment and before the other, by the database's clock, in milliseconds. */
interface Turn {
  after: number;
  before: number;
}

async function databaseTime(): Promise<number> {
  const [row] = await database().$queryRaw<{ ms: number }[]>`
    SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms`;
  return row!.ms;
}

/** So many at once take turns until the time is up, each waiting as long as it is told. */
async function takers(count: number, forMs: number, buckets: (taker: number) => Bucket[]): Promise<Turn[]> {
  const turns: Turn[] = [];
  const end = (await databaseTime()) + forMs;
  const taker = async (_: unknown, index: number) => {
    for (let after = await databaseTime(); after < end; after = await databaseTime()) {
      const waitMs = await takeTurn(database(), workspaceId, buckets(index));
      if (waitMs === 0) turns.push({ after, before: await databaseTime() });
      else await pause(waitMs);
    }
  };
  await Promise.all(Array.from({ length: count }, taker));
  return turns.sort((a, b) => a.after - b.after);
}

/** The most turns that have certainly been had within any span of this length. */
const mostWithin = (turns: readonly Turn[], ms: number) =>
  Math.max(
    ...turns.map(({ after }) => turns.filter((turn) => turn.after >= after && turn.before <= after + ms).length),
  );

it('turns still to come are given to one after the other, and none further away than asked for', async () => {
  const bucket = { name: 'files to come', limit: { everyMs: 10_000, burst: 2 } };
  const waits = await Promise.all(
    Array.from({ length: 6 }, () => reserveTurn(database(), workspaceId, bucket, 25_000)),
  );
  const [now, alsoNow, next, then, ...never] = waits.sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  expect([now, alsoNow]).toEqual([0, 0]);
  expect(next).toBeGreaterThan(5_000);
  expect(then! - next!).toBeGreaterThan(5_000);
  expect(never).toEqual([null, null]);
});

describe('many who send at once', () => {
  it('together get no more turns than Slack allows in any second', async () => {
    const bucket = messageBucket(3_000);
    const turns = await takers(12, 4_000, () => [bucket]);
    expect(mostWithin(turns, 1_000)).toBeLessThanOrEqual(3_000 / 60 + bucket.limit.burst);
    // Some two hundred are allowed in that time: the limit is kept, and used.
    expect(turns.length).toBeGreaterThan(80);
  });

  it('waste less than one turn in twenty when they come back as told', { timeout: 120_000 }, async () => {
    const bucket = { ...messageBucket(285), name: 'patient' };
    const begin = await databaseTime();
    let [turns, waited] = [0, 0];
    while (turns < 200) {
      const waitMs = await takeTurn(database(), workspaceId, [bucket]);
      if (waitMs === 0) turns++;
      waited += waitMs;
      // So much time passes.
      await database()
        .$executeRaw`UPDATE send_limits SET free_at = free_at - make_interval(secs => ${waitMs / 1000}::float8)
        WHERE bucket = 'patient'`;
    }
    const minutes = (waited + (await databaseTime()) - begin) / 60_000;
    expect(turns / minutes).toBeGreaterThan(285 * 0.95);
    expect(turns / minutes).toBeLessThan(285 * 1.05);
  });

  it('speak in a channel no more than once a second, from the first word on', async () => {
    const fast = { name: 'any', limit: messageBucket(60_000).limit };
    for (const channel of ['C1', 'C2', 'C3', 'C4', 'C5']) {
      const turns = await Promise.all(
        Array.from({ length: 8 }, () => takeTurn(database(), workspaceId, [fast, channelBucket(channel)])),
      );
      expect(turns.filter((waitMs) => waitMs === 0)).toHaveLength(1);
      expect(Math.max(...turns)).toBeGreaterThan(500);
    }
  });

  it('who waits for a channel takes no turn from the others', async () => {
    const shared = { name: 'shared', limit: { everyMs: 60_000, burst: 2 } };
    expect(await takeTurn(database(), workspaceId, [shared, channelBucket('D1')])).toBe(0);
    expect(await takeTurn(database(), workspaceId, [shared, channelBucket('D1')])).toBeGreaterThan(0);
    expect(await takeTurn(database(), workspaceId, [shared, channelBucket('D2')])).toBe(0);
    expect(await takeTurn(database(), workspaceId, [shared, channelBucket('D3')])).toBeGreaterThan(50_000);
  });
});

describe('a bucket that Slack has closed', () => {
  it('holds everybody back for as long as Slack said, and no other bucket', async () => {
    const { name } = messageBucket(285);
    await closeBucket(database(), workspaceId, name, 2);
    const closedUntil = (await databaseTime()) + 1_900;
    expect(await takeTurn(database(), workspaceId, [historyBucket])).toBe(0);
    const turns = await takers(6, 2_600, () => [messageBucket(3_000)]);
    expect(turns.length).toBeGreaterThan(0);
    expect(Math.min(...turns.map(({ before }) => before))).toBeGreaterThan(closedUntil);
  });

  it('is not opened by a shorter wait that comes after a longer one', async () => {
    await closeBucket(database(), workspaceId, 'slow', 60);
    await closeBucket(database(), workspaceId, 'slow', 1);
    expect(
      await takeTurn(database(), workspaceId, [{ name: 'slow', limit: { everyMs: 1, burst: 1 } }]),
    ).toBeGreaterThan(50_000);
  });

  it('is closed in one workspace only', async () => {
    const { id } = await database().workspace.create({ data: { name: 'Elsewhere' } });
    await closeBucket(database(), workspaceId, historyBucket.name, 60);
    expect(await takeTurn(database(), id, [historyBucket])).toBe(0);
  });
});
