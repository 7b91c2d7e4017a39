import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { ADA, clientOf, openSandbox, SALES } from './workshop.ts';

type Frame = Record<string, unknown> & { payload: Record<string, unknown> };

/** A client that speaks Socket Mode by hand, so that a test decides what is acknowledged. */
interface Connection {
  socket: WebSocket;
  next(): Promise<Frame>;
  ack(frame: Frame, payload?: object): void;
}

async function connect(sandbox: Sandbox): Promise<Connection> {
  const { url } = await clientOf(sandbox, sandbox.appToken).apps.connections.open({});
  const socket = new WebSocket(url!);
  onTestFinished(() => socket.terminate());
  const frames: Frame[] = [];
  const waiting: ((frame: Frame) => void)[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data));
    const waiter = waiting.shift();
    if (waiter) waiter(frame);
    else frames.push(frame);
  });
  return {
    socket,
    next: () => {
      const frame = frames.shift();
      return frame ? Promise.resolve(frame) : new Promise((resolve) => waiting.push(resolve));
    },
    ack: (frame, payload) => socket.send(JSON.stringify({ envelope_id: frame.envelope_id, payload })),
  };
}

test('a connection is greeted, and its URL is good for no second one', async () => {
  const sandbox = await openSandbox();
  const { url } = await clientOf(sandbox, sandbox.appToken).apps.connections.open({});
  const first = new WebSocket(url!);
  const [hello] = await once(first, 'message');
  expect(JSON.parse(String(hello))).toMatchObject({
    type: 'hello',
    num_connections: 1,
    connection_info: { app_id: 'A0APP00001' },
  });
  const second = new WebSocket(url!);
  await expect(once(second, 'open')).rejects.toThrow('404');
});

test('a command nobody acknowledges tells the person that it failed', async () => {
  const sandbox = await openSandbox({ timing: { ackMs: 30 } });
  const bot = await connect(sandbox);
  await bot.next();
  expect(await sandbox.say(ADA, SALES, '/kpi me')).toEqual({ ok: false, error: 'operation_timeout' });
  expect(sandbox.toasts(ADA)).toEqual(['/kpi failed with the error "operation_timeout"']);
});

test('a command without a bot tells the person that it failed', async () => {
  const sandbox = await openSandbox();
  expect(await sandbox.say(ADA, SALES, '/kpi me')).toEqual({ ok: false, error: 'dispatch_failed' });
});

test('a command nobody installed is not sent', async () => {
  const sandbox = await openSandbox();
  expect(await sandbox.say(ADA, SALES, '/dance')).toMatchObject({
    ok: false,
    error: expect.stringContaining('/dance'),
  });
});

test('the envelope of a command has the keys of Slack', async () => {
  const sandbox = await openSandbox();
  const bot = await connect(sandbox);
  await bot.next();
  const done = sandbox.say(ADA, SALES, '/kpi @ben & <!channel>');
  const frame = await bot.next();
  expect(frame).toMatchObject({ type: 'slash_commands', accepts_response_payload: true });
  expect(frame.payload).toMatchObject({
    text: '<@U0BEN00001|ben> &amp; &lt;!channel&gt;',
    channel_name: 'sales',
    user_name: 'ada',
    is_enterprise_install: 'false',
    api_app_id: 'A0APP00001',
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]{32}$/),
    response_url: expect.stringContaining(sandbox.url),
  });
  bot.ack(frame);
  expect(await done).toEqual({ ok: true });
});

test('envelopes are shared out among the connections, each to one', async () => {
  const sandbox = await openSandbox();
  const bots = [await connect(sandbox), await connect(sandbox)];
  for (const bot of bots) await bot.next();
  const deeds = [sandbox.say(ADA, SALES, '/kpi one'), sandbox.say(ADA, SALES, '/kpi two')];
  const frames = await Promise.all(bots.map((bot) => bot.next()));
  for (const [i, bot] of bots.entries()) bot.ack(frames[i]!);
  expect(frames.map((frame) => frame.payload.text).sort()).toEqual(['one', 'two']);
  expect(await Promise.all(deeds)).toEqual([{ ok: true }, { ok: true }]);
});

test('the eleventh connection is one too many', async () => {
  const sandbox = await openSandbox();
  for (let i = 0; i < 10; i += 1) await (await connect(sandbox)).next();
  const eleventh = await connect(sandbox);
  expect(await eleventh.next()).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  expect(sandbox.connections()).toBe(10);
});

test('an event is sent again until it is acknowledged, saying which attempt and why', async () => {
  const sandbox = await openSandbox({ timing: { ackMs: 20, eventRetriesMs: [0, 10, 10] } });
  const bot = await connect(sandbox);
  await bot.next();
  await sandbox.say(ADA, sandbox.dm(ADA), 'hello');
  const frames = [await bot.next(), await bot.next(), await bot.next()];
  bot.ack(frames[2]!);
  expect(frames.map((frame) => [frame.type, frame.retry_attempt, frame.retry_reason])).toEqual([
    ['events_api', undefined, undefined],
    ['events_api', 1, 'timeout'],
    ['events_api', 2, 'timeout'],
  ]);
  expect(new Set(frames.map((frame) => frame.payload.event_id)).size).toBe(1);
  expect(new Set(frames.map((frame) => frame.envelope_id)).size).toBe(3);
});

test('an event whose connection breaks is sent on another', async () => {
  const sandbox = await openSandbox();
  const [first, second] = [await connect(sandbox), await connect(sandbox)];
  await first.next();
  await second.next();
  await sandbox.say(ADA, sandbox.dm(ADA), 'hello');
  const lost = await first.next();
  first.socket.terminate();
  const again = await second.next();
  expect(again).toMatchObject({ retry_attempt: 1, payload: { event_id: lost.payload.event_id } });
  second.ack(again);
});

test('told to go, a connection gets no more envelopes but may still acknowledge', async () => {
  const sandbox = await openSandbox();
  const bot = await connect(sandbox);
  await bot.next();
  const done = sandbox.say(ADA, SALES, '/kpi');
  const frame = await bot.next();
  sandbox.disconnect('warning');
  expect(await bot.next()).toMatchObject({ type: 'disconnect', reason: 'warning' });
  expect(sandbox.connections()).toBe(0);
  bot.ack(frame, { text: 'Late but here' });
  expect(await done).toEqual({ ok: true });
  expect(sandbox.messages(ADA, SALES)).toMatchObject([{ text: 'Late but here' }]);
});

test('a frame that is no acknowledgement is passed over', async () => {
  const sandbox = await openSandbox();
  const bot = await connect(sandbox);
  await bot.next();
  for (const frame of ['', '{', 'null', '[]', '{"envelope_id":7}', '{"envelope_id":"none"}']) bot.socket.send(frame);
  const done = sandbox.say(ADA, SALES, '/kpi');
  bot.ack(await bot.next());
  expect(await done).toEqual({ ok: true });
});

test('a response_url serves five times', async () => {
  const sandbox = await openSandbox();
  const bot = await connect(sandbox);
  await bot.next();
  const done = sandbox.say(ADA, SALES, '/kpi');
  const frame = await bot.next();
  bot.ack(frame);
  await done;
  const statuses = [];
  for (const text of ['1', '2', '3', '4', '5', '6'])
    statuses.push((await answer(frame.payload.response_url, { text })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  expect(sandbox.messages(ADA, SALES)).toHaveLength(5);
});

test('a response_url serves for 30 minutes', async () => {
  let now = Date.parse('2026-03-02T09:00:00Z');
  const sandbox = await openSandbox({ now: () => new Date(now) });
  const bot = await connect(sandbox);
  await bot.next();
  void sandbox.say(ADA, SALES, '/kpi');
  const frame = await bot.next();
  bot.ack(frame);
  now += 30 * 60_000;
  expect((await answer(frame.payload.response_url, { text: 'in time' })).status).toBe(200);
  now += 1;
  const late = await answer(frame.payload.response_url, { text: 'late' });
  expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
});

function answer(url: unknown, body: object): Promise<Response> {
  return fetch(String(url), { method: 'POST', body: JSON.stringify(body) });
}
