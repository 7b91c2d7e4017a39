import { expect, test } from 'vitest';
import { ADA, BEN, BOT, clientOf, connectBolt, openSandbox, SALES } from './workshop.ts';

test('a reply in a thread is read back with its parent, and the parent tells of it', async () => {
  const sandbox = await openSandbox();
  const client = clientOf(sandbox);
  const metadata = { event_type: 'digest', event_payload: { delivery: 'd-1' } };
  const { ts } = await client.chat.postMessage({ channel: SALES, text: 'The week', metadata });
  const thread_ts = ts!;
  await sandbox.say(ADA, SALES, 'Well done', { threadTs: thread_ts });
  await client.chat.postMessage({ channel: SALES, text: 'Thank you', thread_ts, metadata });
  await sandbox.say(BEN, SALES, 'Aside');

  const { messages } = await client.conversations.history({ channel: SALES, include_all_metadata: true });
  expect(messages?.map(({ text }) => text)).toEqual(['Aside', 'The week']);
  const facts = { thread_ts, reply_count: 2, reply_users_count: 2, reply_users: [ADA, BOT], metadata };
  expect(messages?.[1]).toMatchObject(facts);
  expect(messages?.[0]).not.toHaveProperty('reply_count');

  const thread = await client.conversations.replies({ channel: SALES, ts: thread_ts, include_all_metadata: true });
  expect(thread.messages).toMatchObject([
    facts,
    { text: 'Well done', user: ADA, thread_ts, parent_user_id: BOT },
    { text: 'Thank you', user: BOT, thread_ts, metadata },
  ]);
  const page = await client.conversations.replies({ channel: SALES, ts: thread_ts, limit: 2 });
  expect([page.messages?.length, page.has_more]).toEqual([2, true]);
  const cursor = page.response_metadata?.next_cursor ?? '';
  const rest = await client.conversations.replies({ channel: SALES, ts: thread_ts, limit: 2, cursor });
  expect(rest.messages?.map(({ text }) => text)).toEqual(['Thank you']);
});

test('replies can be asked for from a moment on', async () => {
  const sandbox = await openSandbox();
  const client = clientOf(sandbox);
  const { ts } = await client.chat.postMessage({ channel: SALES, text: 'Start' });
  const said: string[] = [];
  for (const text of ['one', 'two', 'three'])
    said.push((await client.chat.postMessage({ channel: SALES, text, thread_ts: ts! })).ts!);
  const from = async (inclusive: boolean) => {
    const { messages } = await client.conversations.replies({ channel: SALES, ts: ts!, oldest: said[1]!, inclusive });
    return messages?.map(({ text }) => text);
  };
  expect(await from(false)).toEqual(['Start', 'three']);
  expect(await from(true)).toEqual(['Start', 'two', 'three']);
});

test('a thread that is not there has no replies and takes none, and no command works in one', async () => {
  const sandbox = await openSandbox();
  const client = clientOf(sandbox);
  const none = client.conversations.replies({ channel: SALES, ts: '1.2' });
  await expect(none).rejects.toMatchObject({ data: { error: 'thread_not_found' } });
  expect(await sandbox.say(ADA, SALES, 'Hi', { threadTs: '1.2' })).toEqual({ ok: false, error: 'thread_not_found' });
  const { ts } = await client.chat.postMessage({ channel: SALES, text: 'Start' });
  expect(await sandbox.say(ADA, SALES, '/kpi me', { threadTs: ts! })).toEqual({
    ok: false,
    error: '/kpi is not supported in threads. Sorry!',
  });
});

test('a reply in the DM and a mention in a thread tell the bot which thread', async () => {
  const sandbox = await openSandbox();
  const heard: unknown[] = [];
  const app = await connectBolt(sandbox, (bolt) => {
    bolt.event('message', async ({ event, say }) => {
      heard.push(event);
      if ('thread_ts' in event) await say({ text: 'Heard', thread_ts: event.thread_ts! });
    });
    bolt.event('app_mention', async ({ event }) => void heard.push(event));
  });
  const dm = sandbox.dm(ADA);
  const asked = await app.client.chat.postMessage({ channel: dm, text: 'What did you do?' });
  await sandbox.say(ADA, dm, 'Calls', { threadTs: asked.ts! });
  await sandbox.waitForMessage(ADA, dm, ({ text, threadTs }) => text === 'Heard' && threadTs === asked.ts);
  const posted = await app.client.chat.postMessage({ channel: SALES, text: 'The week' });
  await sandbox.say(BEN, SALES, '@salespulse and revenue?', { threadTs: posted.ts! });
  await expect
    .poll(() => heard)
    .toMatchObject([
      { type: 'message', channel_type: 'im', channel: dm, text: 'Calls', thread_ts: asked.ts, parent_user_id: BOT },
      { type: 'app_mention', channel: SALES, text: `<@${BOT}> and revenue?`, thread_ts: posted.ts },
    ]);
});
