/** Answers to people, in a Slack that keeps to its limits, beside all else that is sent. */
import { setTimeout as pause } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messageBucket, reserveTurn, takeTurn } from '../../src/delivery/limits.ts';
import { createLog } from '../../src/log.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { clientOptions } from '../../src/slack/client.ts';
import { createPosts, type Posts } from '../../src/slack/posts.ts';
import { useDatabase } from '../support/database.ts';

const TEAM = 'T0POSTS001';
const ANNA = 'U0ANNA0001';
const PER_MINUTE = 285;

const database = useDatabase();
let workspaceId: string;
let sandbox: Sandbox;
let posts: Posts;
const ending = new AbortController();
beforeAll(async () => {
  workspaceId = (await database().workspace.create({ data: { name: 'Northwind', slackTeamId: TEAM } })).id;
  sandbox = await startSandbox({
    team: { id: TEAM, name: 'Northwind', domain: 'northwind' },
    users: [{ id: ANNA, name: 'anna', realName: 'Anna' }],
    channels: [],
    app: { id: 'A0SALESPUL', name: 'Salespulse', botUserId: 'U0SALESPUL' },
    commands: [],
    rateLimits: true,
  });
  const client = new WebClient(sandbox.botToken, clientOptions({ slackApiUrl: sandbox.apiUrl }));
  posts = createPosts({
    db: database(),
    client,
    messagesPerMinute: PER_MINUTE,
    log: createLog('silent'),
    ending: ending.signal,
  })(TEAM);
});
afterAll(() => sandbox.stop());

const tells = (...texts: string[]) => Promise.all(texts.map((text) => posts.post({ channel: ANNA, text })));
const calls = () => sandbox.calls.filter(({ method }) => method === 'chat.postMessage');
const refused = () => calls().filter(({ answer }) => answer?.error === 'ratelimited');
const arrived = () => sandbox.messages(ANNA, sandbox.dm(ANNA)).map(({ text }) => text);

it('several answers to one person at once all arrive, at the pace that Slack allows', async () => {
  await tells('revenue', 'deals', 'calls');
  expect(arrived().sort()).toEqual(['calls', 'deals', 'revenue']);
  // Asked at once, Slack would have refused two; a busy machine may be late with one.
  expect(refused().length).toBeLessThan(2);
});

it('what the outbox sends goes after the answers that people wait for', async () => {
  await posts.post({ channel: ANNA, text: 'win rate' });
  const channel = { name: `channel ${ANNA}`, limit: { everyMs: 1_050, burst: 1 } };
  expect(await takeTurn(database(), workspaceId, [messageBucket(PER_MINUTE), channel])).toBeGreaterThan(0);
});

it('an answer that Slack puts off arrives once, when Slack said it may, and so does all else', async () => {
  sandbox.faults.next('chat.postMessage', { kind: '429', retryAfter: 2 });
  const before = calls().length;
  await posts.post({ channel: ANNA, text: 'pipeline' });
  const [first, second, ...more] = calls().slice(before);
  expect(more).toEqual([]);
  expect(second!.at.getTime() - first!.at.getTime()).toBeGreaterThanOrEqual(2_000);
  expect(arrived().filter((text) => text === 'pipeline')).toHaveLength(1);
});

it('an answer is given up, and says so, when Slack takes none for longer than anybody waits', async () => {
  sandbox.faults.next('chat.postMessage', { kind: '429', retryAfter: 200 });
  const before = calls().length;
  await expect(posts.post({ channel: ANNA, text: 'churn' })).rejects.toMatchObject({ code: 'slack.busy' });
  // Nor does anybody else try before.
  await expect(posts.post({ channel: 'C0OTHER001', text: 'churn' })).rejects.toMatchObject({ code: 'slack.busy' });
  expect(await reserveTurn(database(), workspaceId, messageBucket(PER_MINUTE), 180_000)).toBeNull();
  expect(calls()).toHaveLength(before + 1);
});

it('a process that is about to stop tries to say what it still has to say', async () => {
  await database().sendLimit.deleteMany();
  sandbox.faults.next('chat.postMessage', { kind: '429', retryAfter: 100 });
  const before = calls().length;
  const waiting = posts.post({ channel: ANNA, text: 'retention' });
  await expect.poll(() => calls().length).toBe(before + 1);
  await pause(1_100);
  ending.abort();
  await waiting;
  expect(arrived()).toContain('retention');
});
