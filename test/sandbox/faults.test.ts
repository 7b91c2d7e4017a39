import { expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/faults.ts';
import { ADA, clientOf, connectBolt, openSandbox, SALES } from './workshop.ts';

const said = { channel: SALES, text: 'x' };

test.each<[string, Fault, object, number]>([
  [
    '429 with the seconds to wait',
    { kind: '429', retryAfter: 7 },
    { code: 'slack_webapi_rate_limited_error', retryAfter: 7 },
    0,
  ],
  ['500', { kind: '500' }, { code: 'slack_webapi_http_error', statusCode: 500 }, 0],
  ['a connection that breaks first', { kind: 'drop' }, { code: 'slack_webapi_request_error' }, 0],
  ['a reply that is lost', { kind: 'lostReply' }, { code: 'slack_webapi_request_error' }, 1],
  ['an error of Slack', { kind: 'error', error: 'fatal_error' }, { data: { error: 'fatal_error' } }, 0],
])('a test can order %s, for one call', async (_what, fault, failure, posted) => {
  const sandbox = await openSandbox();
  const client = clientOf(sandbox);
  sandbox.faults.next('chat.postMessage', fault);
  await expect(client.chat.postMessage(said)).rejects.toMatchObject(failure);
  expect(sandbox.messages(ADA, SALES)).toHaveLength(posted);
  await client.chat.postMessage(said);
  expect(sandbox.calls.map(({ method, fault: met }) => ({ method, met }))).toEqual([
    { method: 'chat.postMessage', met: fault },
    { method: 'chat.postMessage', met: undefined },
  ]);
});

test('a test can say for each call what befalls it, until it says no more', async () => {
  const sandbox = await openSandbox();
  const client = clientOf(sandbox);
  let calls = 0;
  sandbox.faults.always('chat.postMessage', () => (++calls % 2 ? { kind: 'error', error: 'fatal_error' } : undefined));
  sandbox.faults.next('chat.postMessage', { kind: '500' });
  const errors: unknown[] = [];
  for (let call = 0; call < 4; call++) await client.chat.postMessage(said).catch(({ code }) => errors.push(code));
  sandbox.faults.clear();
  await client.chat.postMessage(said);
  expect(errors).toEqual(['slack_webapi_http_error', 'slack_webapi_platform_error', 'slack_webapi_platform_error']);
  expect(sandbox.messages(ADA, SALES)).toHaveLength(2);
});

test('a slow answer is an answer', async () => {
  const sandbox = await openSandbox();
  sandbox.faults.next('chat.postMessage', { kind: 'slow', ms: 20 });
  expect((await clientOf(sandbox).chat.postMessage(said)).ok).toBe(true);
});

test('a client gives up on an answer that is slower than it waits', async () => {
  const sandbox = await openSandbox();
  sandbox.faults.next('auth.test', { kind: 'slow', ms: 60_000 });
  const call = fetch(`${sandbox.apiUrl}auth.test`, { method: 'POST', signal: AbortSignal.timeout(50) });
  await expect(call).rejects.toThrow('timeout');
});

test('an answer by response_url can be made to fail', async () => {
  const sandbox = await openSandbox();
  const failures: unknown[] = [];
  await connectBolt(sandbox, (app) =>
    app.command('/kpi', async ({ ack, respond }) => {
      await ack();
      await respond('One').catch((error) => failures.push(error.statusCode ?? error.status ?? error));
      await respond('Two');
    }),
  );
  sandbox.faults.next('response_url', { kind: '500' });
  await sandbox.say(ADA, SALES, '/kpi');
  await sandbox.waitForMessage(ADA, SALES, (message) => message.text === 'Two');
  expect(failures).toEqual([500]);
  expect(sandbox.messages(ADA, SALES)).toHaveLength(1);
});

test('with rate limits on, one channel takes about a message a second', async () => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const sandbox = await openSandbox({ rateLimits: true, now: () => new Date(now) });
  const client = clientOf(sandbox);
  await client.chat.postMessage(said);
  await expect(client.chat.postMessage(said)).rejects.toMatchObject({ retryAfter: 1 });
  expect((await client.chat.postMessage({ ...said, channel: ADA })).ok).toBe(true);
  now += 1_000;
  expect((await client.chat.postMessage(said)).ok).toBe(true);
});

test('with rate limits on, a method of tier 2 takes 20 calls a minute', async () => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const sandbox = await openSandbox({ rateLimits: true, now: () => new Date(now) });
  const client = clientOf(sandbox);
  for (let call = 0; call < 20; call += 1) await client.users.list({});
  now += 15_000;
  await expect(client.users.list({})).rejects.toMatchObject({ retryAfter: 45 });
  now += 45_000;
  expect((await client.users.list({})).ok).toBe(true);
});
