import type { UsersListResponse } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { ADA, ATTIC, BEN, BOT, clientOf, ELSEWHERE, openSandbox, SALES } from './workshop.ts';

describe('who may call', () => {
  test.each([
    ['without a token', '', 'auth.test', 'not_authed'],
    ['with a wrong token', 'Bearer xoxb-wrong', 'auth.test', 'invalid_auth'],
    ['with the app-level token', 'Bearer xapp-sandbox', 'auth.test', 'not_allowed_token_type'],
    [
      'opening a connection with the bot token',
      'Bearer xoxb-sandbox',
      'apps.connections.open',
      'not_allowed_token_type',
    ],
    ['a method that is not there', 'Bearer xoxb-sandbox', 'chat.sing', 'unknown_method'],
  ])('%s is refused', async (_who, authorization, method, error) => {
    const { apiUrl } = await openSandbox();
    const response = await fetch(apiUrl + method, { method: 'POST', headers: { authorization } });
    expect([response.status, await response.json()]).toEqual([200, { ok: false, error }]);
  });

  test('auth.test says who the bot is', async () => {
    const sandbox = await openSandbox();
    expect(await clientOf(sandbox).auth.test()).toMatchObject({
      user_id: BOT,
      bot_id: 'B0BOT00001',
      team: 'Acme',
      team_id: 'T0TEAM0001',
    });
  });
});

describe('posting', () => {
  const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'Hi' } }];

  test.each([
    ['a room that is not there', { channel: 'C0NOWHERE1', text: 'x' }, 'channel_not_found'],
    ['a room the bot is not in', { channel: ELSEWHERE, text: 'x' }, 'not_in_channel'],
    ['an archived room', { channel: ATTIC, text: 'x' }, 'is_archived'],
    ['nothing', { channel: SALES }, 'no_text'],
    ['nothing in blocks', { channel: SALES, blocks: [] }, 'no_text'],
    ['too long a text', { channel: SALES, text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks that are none', { channel: SALES, blocks: '{"a":1}' }, 'invalid_blocks_format'],
    ['metadata without a type', { channel: SALES, text: 'x', metadata: { a: 1 } }, 'invalid_metadata_format'],
    ['in a thread that is not there', { channel: SALES, text: 'x', thread_ts: '1.2' }, 'thread_not_found'],
  ])('to or of %s is refused', async (_what, args, error) => {
    const sandbox = await openSandbox();
    await expect(clientOf(sandbox).apiCall('chat.postMessage', args)).rejects.toMatchObject({ data: { error } });
  });

  test('the longest text Slack takes is taken', async () => {
    const sandbox = await openSandbox();
    const posted = await clientOf(sandbox).chat.postMessage({ channel: SALES, text: 'x'.repeat(40_000) });
    expect(posted.ok).toBe(true);
  });

  test('a form and a JSON body say the same', async () => {
    const sandbox = await openSandbox();
    await clientOf(sandbox).chat.postMessage({ channel: SALES, text: 'form & more', blocks });
    await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ channel: SALES, text: 'form & more', blocks }),
    });
    const [form, json] = sandbox.messages(ADA, SALES);
    expect(json?.text).toBe('form & more');
    expect(json?.blocks).toMatchObject(blocks);
    expect(form?.blocks).toMatchObject(blocks);
    const said = { method: 'chat.postMessage', arguments: { channel: SALES, text: 'form & more', blocks } };
    expect(sandbox.calls).toMatchObject([said, said]);
  });

  test("posting to a person's id opens the app's DM with them", async () => {
    const sandbox = await openSandbox();
    const client = clientOf(sandbox);
    const posted = await client.chat.postMessage({ channel: ADA, text: 'psst' });
    const opened = await client.conversations.open({ users: ADA });
    expect([posted.channel, opened.channel?.id]).toEqual([sandbox.dm(ADA), sandbox.dm(ADA)]);
    expect(sandbox.messages(ADA, sandbox.dm(ADA)).map((message) => message.text)).toEqual(['psst']);
    expect(sandbox.messages(BEN, sandbox.dm(ADA))).toEqual([]);
  });

  test('an ephemeral message is seen by one, and is in no history', async () => {
    const sandbox = await openSandbox();
    const client = clientOf(sandbox);
    await client.chat.postEphemeral({ channel: SALES, user: ADA, text: 'for you' });
    expect(sandbox.messages(ADA, SALES)).toMatchObject([{ text: 'for you', ephemeral: true }]);
    expect(sandbox.messages(BEN, SALES)).toEqual([]);
    expect((await client.conversations.history({ channel: SALES })).messages).toEqual([]);
    const stranger = client.chat.postEphemeral({ channel: SALES, user: 'U0NOBODY01', text: 'x' });
    await expect(stranger).rejects.toMatchObject({ data: { error: 'user_not_in_channel' } });
  });

  test('own messages can be changed and deleted; those of people cannot', async () => {
    const sandbox = await openSandbox();
    const client = clientOf(sandbox);
    const { ts } = await client.chat.postMessage({ channel: SALES, text: 'One' });
    await client.chat.update({ channel: SALES, ts: ts!, text: 'Two' });
    expect(sandbox.messages(BEN, SALES)).toMatchObject([{ ts, text: 'Two', edited: true }]);
    const long = client.chat.update({ channel: SALES, ts: ts!, text: 'x'.repeat(4_001) });
    await expect(long).rejects.toMatchObject({ data: { error: 'msg_too_long' } });

    await client.chat.delete({ channel: SALES, ts: ts! });
    expect(sandbox.messages(BEN, SALES)).toEqual([]);
    const gone = client.chat.update({ channel: SALES, ts: ts!, text: 'Three' });
    await expect(gone).rejects.toMatchObject({ data: { error: 'message_not_found' } });

    await sandbox.say(BEN, SALES, 'mine');
    const [mine] = sandbox.messages(BEN, SALES);
    const theft = client.chat.update({ channel: SALES, ts: mine!.ts, text: 'yours' });
    await expect(theft).rejects.toMatchObject({ data: { error: 'cant_update_message' } });
    const removal = client.chat.delete({ channel: SALES, ts: mine!.ts });
    await expect(removal).rejects.toMatchObject({ data: { error: 'cant_delete_message' } });
  });

  test('a permalink leads to the conversation on the page', async () => {
    const sandbox = await openSandbox();
    const client = clientOf(sandbox);
    const { ts } = await client.chat.postMessage({ channel: SALES, text: 'One' });
    const { permalink } = await client.chat.getPermalink({ channel: SALES, message_ts: ts! });
    const response = await fetch(permalink!, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(`/?channel=${SALES}`);
  });
});

describe('looking things up', () => {
  test('history comes newest first in pages, with metadata when asked', async () => {
    const sandbox = await openSandbox();
    const client = clientOf(sandbox);
    const metadata = { event_type: 'sent', event_payload: { key: 'k1' } };
    for (const text of ['one', 'two', 'three']) await client.chat.postMessage({ channel: SALES, text, metadata });

    const first = await client.conversations.history({ channel: SALES, limit: 2 });
    expect(first.messages?.map((message) => message.text)).toEqual(['three', 'two']);
    expect(first.messages?.[0]).not.toHaveProperty('metadata');
    const cursor = first.response_metadata?.next_cursor;
    const second = await client.conversations.history({ channel: SALES, limit: 2, cursor, include_all_metadata: true });
    expect(second).toMatchObject({ has_more: false, messages: [{ text: 'one', metadata, user: BOT }] });
  });

  test('history can be cut by time, with or without the edges', async () => {
    const sandbox = await openSandbox();
    const client = clientOf(sandbox);
    const posted = [];
    for (const text of ['one', 'two', 'three']) posted.push(await client.chat.postMessage({ channel: SALES, text }));
    const [one, , three] = posted.map((message) => message.ts!);
    const texts = async (inclusive: boolean) =>
      (await client.conversations.history({ channel: SALES, oldest: one, latest: three, inclusive })).messages?.map(
        (message) => message.text,
      );
    expect(await texts(false)).toEqual(['two']);
    expect(await texts(true)).toEqual(['three', 'two', 'one']);
  });

  test('people come in pages, Slackbot among them, until the cursor is empty', async () => {
    const sandbox = await openSandbox();
    const names: unknown[] = [];
    for await (const page of clientOf(sandbox).paginate('users.list', { limit: 2 })) {
      const { members } = page as UsersListResponse;
      names.push(members?.map((user) => user.id));
    }
    expect(names).toEqual([
      ['USLACKBOT', ADA],
      [BEN, BOT],
    ]);
  });

  test('a cursor nobody gave is refused', async () => {
    const sandbox = await openSandbox();
    const list = clientOf(sandbox).users.list({ cursor: 'bm9wZQ==' });
    await expect(list).rejects.toMatchObject({ data: { error: 'invalid_cursor' } });
  });

  test('a person has a name, an address, a zone and its offset at this time of year', async () => {
    const summer = new Date('2026-07-01T12:00:00Z');
    const sandbox = await openSandbox({ now: () => summer });
    const client = clientOf(sandbox);
    const { user } = await client.users.lookupByEmail({ email: 'Ada@acme.test' });
    expect(user).toMatchObject({
      id: ADA,
      real_name: 'Ada Lovelace',
      tz: 'Europe/London',
      tz_offset: 3600,
      tz_label: 'British Summer Time',
      is_admin: true,
      profile: { email: 'ada@acme.test', first_name: 'Ada', last_name: 'Lovelace' },
    });
    expect(user).not.toHaveProperty('locale');
    expect((await client.users.info({ user: ADA, include_locale: true })).user?.locale).toBe('en-US');
  });

  test('rooms say who is in them, and the bot can join', async () => {
    const sandbox = await openSandbox();
    const client = clientOf(sandbox);
    expect((await client.conversations.info({ channel: ELSEWHERE })).channel).toMatchObject({ is_member: false });
    await client.conversations.join({ channel: ELSEWHERE });
    expect((await client.conversations.members({ channel: ELSEWHERE })).members).toEqual([ADA, BOT]);
    const { channels } = await client.conversations.list({ types: 'public_channel,im', exclude_archived: true });
    expect(channels?.map((room) => room.id)).toEqual([SALES, ELSEWHERE, sandbox.dm(ADA), sandbox.dm(BEN)]);
  });
});
