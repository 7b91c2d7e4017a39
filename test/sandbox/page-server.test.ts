import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { ADA, BEN, BOT, clientOf, connectBolt, ELSEWHERE, openSandbox, SALES } from './workshop.ts';

async function get(sandbox: Sandbox, path: string): Promise<unknown> {
  return (await fetch(`${sandbox.url}sandbox/${path}`)).json();
}

async function postTo(sandbox: Sandbox, path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${sandbox.url}sandbox/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

/** Reads server-sent events until one fits. */
async function eventFrom(stream: ReadableStreamDefaultReader<Uint8Array>, fits: RegExp): Promise<string> {
  let text = '';
  while (!fits.test(text)) text += new TextDecoder().decode((await stream.read()).value);
  return fits.exec(text)![0];
}

test('a person sees their own rooms, the people and the commands', async () => {
  const sandbox = await openSandbox();
  const workspace = await get(sandbox, `workspace?as=${BEN}`);
  expect(workspace).toMatchObject({
    team: { name: 'Acme' },
    me: { id: BEN, realName: 'Ben Franklin', tz: 'America/New_York', isBot: false },
    users: [{ id: ADA }, { id: BEN }, { id: BOT, isBot: true }],
    conversations: [
      { id: SALES, kind: 'channel', name: 'sales', unread: 0 },
      { id: sandbox.dm(BEN), kind: 'dm', name: 'Salespulse', with: BOT },
    ],
    channels: expect.arrayContaining([{ id: SALES, name: 'sales' }]),
    commands: [{ command: '/kpi', description: 'Numbers', usageHint: 'me' }],
  });
  expect((workspace as { conversations: unknown[] }).conversations).toHaveLength(2);
});

test('a first visit plays the first person; nobody else is played who is not there, nor the bot', async () => {
  const sandbox = await openSandbox();
  expect(await get(sandbox, 'workspace?as=')).toMatchObject({ me: { id: ADA } });
  for (const as of ['U0NOBODY01', BOT]) {
    const refused = { ok: false, error: 'user_not_found' };
    expect(await get(sandbox, `messages?as=${as}&channel=${SALES}`)).toEqual(refused);
    expect(await postTo(sandbox, 'send', { as, channel: SALES, text: 'Hi' })).toEqual(refused);
  }
});

test('what is said can be read by members, is unread until read, and is not shown to others', async () => {
  const sandbox = await openSandbox();
  expect(await postTo(sandbox, 'send', { as: ADA, channel: SALES, text: 'Morning' })).toEqual({ ok: true });
  const unread = async () =>
    ((await get(sandbox, `workspace?as=${BEN}`)) as { conversations: { unread: number }[] }).conversations[0]?.unread;
  expect(await unread()).toBe(1);
  await postTo(sandbox, 'read', { as: BEN, channel: SALES });
  expect(await unread()).toBe(0);

  await postTo(sandbox, 'send', { as: ADA, channel: ELSEWHERE, text: 'Secret' });
  expect(await get(sandbox, `messages?as=${BEN}&channel=${ELSEWHERE}`)).toEqual({ messages: [] });
  expect(await get(sandbox, `messages?as=${BEN}&channel=${SALES}`)).toMatchObject({
    messages: [{ text: 'Morning', user: ADA, isBot: false, ephemeral: false, edited: false }],
  });
  const intrusion = await postTo(sandbox, 'send', { as: BEN, channel: ELSEWHERE, text: 'Hi' });
  expect(intrusion).toEqual({ ok: false, error: 'not_in_channel' });
});

test('two people can write to each other, and the bot knows nothing of it', async () => {
  const sandbox = await openSandbox();
  const opened = (await postTo(sandbox, 'open-dm', { as: ADA, with: BEN })) as { channel: string };
  expect(await postTo(sandbox, 'open-dm', { as: BEN, with: ADA })).toEqual(opened);
  const info = clientOf(sandbox).conversations.info({ channel: opened.channel });
  await expect(info).rejects.toMatchObject({ data: { error: 'channel_not_found' } });
});

test('pages hear of messages and of failed commands, each person of their own', async () => {
  const sandbox = await openSandbox();
  const response = await fetch(`${sandbox.url}sandbox/events?as=${ADA}`);
  const stream = response.body!.getReader();
  await eventFrom(stream, /: here/);
  await clientOf(sandbox).chat.postEphemeral({ channel: SALES, user: BEN, text: 'for Ben' });
  await clientOf(sandbox).chat.postMessage({ channel: ADA, text: 'for Ada' });
  expect(await eventFrom(stream, /data: .*/)).toBe(`data: {"type":"message","channel":"${sandbox.dm(ADA)}"}`);
  expect(await postTo(sandbox, 'send', { as: ADA, channel: SALES, text: '/kpi me' })).toEqual({ ok: true });
  expect(await eventFrom(stream, /data: .*toast.*/)).toContain('/kpi failed with the error');
  await stream.cancel();
});

test('an option chosen on the page reaches the bot as in Slack', async () => {
  const sandbox = await openSandbox();
  const option = { text: { type: 'plain_text', text: 'This week' }, value: 'week' };
  const menu = { type: 'static_select', action_id: 'period', options: [option] };
  const people = { type: 'users_select', action_id: 'who' };
  const chosen: unknown[] = [];
  const app = await connectBolt(sandbox, (bolt) =>
    bolt.action(/.*/, async ({ ack, action }) => {
      chosen.push(action);
      await ack();
    }),
  );
  const blocks = [{ type: 'actions', block_id: 'pick', elements: [menu, people] }];
  const { ts } = await app.client.chat.postMessage({ channel: SALES, text: 'Pick', blocks });
  const place = { as: ADA, channel: SALES, ts, block_id: 'pick' };
  await postTo(sandbox, 'click', { ...place, action_id: 'period', selected_option: option });
  const message = await sandbox.waitForMessage(ADA, SALES, (one) => one.ts === ts);
  await sandbox.click(ADA, message, 'who', BEN);
  expect(chosen).toMatchObject([
    { type: 'static_select', block_id: 'pick', action_id: 'period', selected_option: { value: 'week' } },
    { type: 'users_select', block_id: 'pick', action_id: 'who', selected_user: BEN },
  ]);
});

test('what is not there cannot be pressed', async () => {
  const sandbox = await openSandbox();
  const { ts } = await clientOf(sandbox).chat.postMessage({ channel: SALES, text: 'Nothing to press' });
  const press = { as: ADA, channel: SALES, block_id: 'b', action_id: 'a' };
  expect(await postTo(sandbox, 'click', { ...press, ts })).toEqual({ ok: false, error: 'action_not_found' });
  expect(await postTo(sandbox, 'click', { ...press, ts: '1.2' })).toEqual({ ok: false, error: 'message_not_found' });
  const [message] = sandbox.messages(ADA, SALES);
  expect(() => sandbox.click(ADA, message!, 'more')).toThrow('more is none of: no actions at all');
});

test('the built page is served, and nothing outside its folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const pageDir = join(folder, 'page');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(pageDir);
  writeFileSync(join(pageDir, 'index.html'), '<title>Local Slack</title>');
  const sandbox = await openSandbox({ pageDir });
  expect(await (await fetch(sandbox.url)).text()).toContain('Local Slack');
  expect((await fetch(`${sandbox.url}..%2fsecret.txt`)).status).toBe(404);
  expect((await fetch(`${sandbox.url}%ZZ`)).status).toBe(404);
});

test('a page of another site cannot use the sandbox', async () => {
  const sandbox = await openSandbox();
  const headers = { origin: 'https://example.com' };
  const response = await fetch(`${sandbox.url}sandbox/workspace?as=${ADA}`, { headers });
  expect(response.status).toBe(403);
});

test('waiting for a message that never comes says what was seen instead', async () => {
  const sandbox = await openSandbox();
  await sandbox.say(ADA, SALES, 'Morning');
  const waited = sandbox.waitForMessage(ADA, SALES, (message) => message.isBot, { timeoutMs: 20 });
  await expect(waited).rejects.toThrow('Seen: ["Morning"]');
});
