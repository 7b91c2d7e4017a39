import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { ADA, BEN, clientOf, connectBolt, openSandbox, WORKSHOP } from './workshop.ts';

const SUNDAY = Date.parse('2026-03-29T00:30:00Z');
const now = () => new Date(SUNDAY);

const move = async (url: string, body: object) => {
  const response = await fetch(`${url}sandbox/clock`, { method: 'POST', body: JSON.stringify(body) });
  return response.json();
};

test('the clock goes to tomorrow’s nine o’clock of the person who asks, through a change to summer time', async () => {
  const sandbox = await openSandbox({ now });
  expect(await move(sandbox.url, { as: BEN, forward: 'tomorrow 9:00' })).toEqual({ ok: true });
  // In New York it was still Saturday evening.
  expect(new Date(sandbox.now()).toISOString()).toBe('2026-03-29T13:00:00.000Z');
  // In Berlin nine is over two hours later.
  expect(await move(sandbox.url, { as: ADA, forward: 'today 9:00' })).toEqual({
    ok: false,
    error: 'clock_cannot_go_back',
  });
  await move(sandbox.url, { as: ADA, forward: 'tomorrow 9:00' });
  expect(new Date(sandbox.now()).toISOString()).toBe('2026-03-30T08:00:00.000Z');
});

test('before nine it can go to the nine o’clock of the same day', async () => {
  const sandbox = await openSandbox({ now });
  expect(await move(sandbox.url, { as: ADA, forward: 'today 9:00' })).toEqual({ ok: true });
  expect(new Date(sandbox.now()).toISOString()).toBe('2026-03-29T08:00:00.000Z');
});

test('messages and events bear the time that the clock was moved to, and who started the sandbox is told of it', async () => {
  const told: number[] = [];
  const sandbox = await openSandbox({ now, onClock: (nowMs) => told.push(nowMs) });
  const heard: { at: number; ts: string }[] = [];
  await connectBolt(sandbox, (app) => {
    app.message(async ({ message, body }) => void heard.push({ at: body.event_time, ts: message.ts }));
  });
  const client = clientOf(sandbox);
  const before = await client.chat.postMessage({ channel: ADA, text: 'Good night' });
  const monday = Date.parse('2026-03-30T08:00:00Z');
  expect(await move(sandbox.url, { as: ADA, to: '2026-03-30T10:00:00+02:00' })).toEqual({ ok: true });
  expect(told).toEqual([monday]);
  const after = await client.chat.postMessage({ channel: ADA, text: 'Good morning' });
  expect([before.ts, after.ts]).toEqual([`${SUNDAY / 1000}.000000`, `${monday / 1000}.000000`]);
  await sandbox.say(ADA, sandbox.dm(ADA), 'Good morning');
  await expect.poll(() => heard).toMatchObject([{ at: monday / 1000 }]);
  expect(Number(heard[0]?.ts)).toBeCloseTo(monday / 1000, 3);
});

test('it does not go back, and not to where nobody could say', async () => {
  const sandbox = await openSandbox({ now });
  expect(await move(sandbox.url, { as: ADA, to: '2026-03-28T10:00:00Z' })).toEqual({
    ok: false,
    error: 'clock_cannot_go_back',
  });
  for (const forward of ['tomorrow 25:00', 'yesterday 9:00', 'tomorrow'])
    expect(await move(sandbox.url, { as: ADA, forward })).toEqual({ ok: false, error: 'invalid_arguments' });
  expect(await move(sandbox.url, { as: 'U0NOBODY01', forward: 'tomorrow 9:00' })).toMatchObject({ ok: false });
  expect(sandbox.now()).toBe(SUNDAY);
});

test('a second start on the same state file is as far ahead as the first one was', async () => {
  const stateFile = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'slack.json');
  const first = await startSandbox({ ...WORKSHOP, now, stateFile });
  first.moveClock(SUNDAY + 86_400_000);
  await first.stop();
  const second = await openSandbox({ now, stateFile });
  expect(second.now()).toBe(SUNDAY + 86_400_000);
  const fresh = await openSandbox({ now });
  expect(fresh.now()).toBe(SUNDAY);
});
