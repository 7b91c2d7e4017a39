import { expect, test } from 'vitest';
import { ADA, BEN, BOT, connectBolt, openSandbox, SALES } from './workshop.ts';

const button = { type: 'button', text: { type: 'plain_text', text: 'More' }, action_id: 'more', value: '7' };
const card = [
  { type: 'section', text: { type: 'mrkdwn', text: 'Won: *3*' } },
  { type: 'actions', elements: [button] },
];

test('a command reaches the real Bolt, and the answer is seen by the one who asked, alone', async () => {
  const sandbox = await openSandbox();
  const seen: unknown[] = [];
  await connectBolt(sandbox, (app) =>
    app.command('/kpi', async ({ ack, respond, command }) => {
      seen.push(command);
      await ack();
      await respond({ text: `Numbers for ${command.text}`, response_type: 'ephemeral' });
    }),
  );

  expect(await sandbox.say(ADA, SALES, '/kpi me')).toEqual({ ok: true });
  const answer = await sandbox.waitForMessage(ADA, SALES, (message) => message.isBot);

  expect(answer).toMatchObject({ text: 'Numbers for me', ephemeral: true, user: BOT });
  expect(sandbox.messages(BEN, SALES)).toEqual([]);
  expect(seen[0]).toMatchObject({ command: '/kpi', text: 'me', user_id: ADA, channel_id: SALES, team_domain: 'acme' });
});

test('an answer in the acknowledgement is posted, and said to all it shows the command as well', async () => {
  const sandbox = await openSandbox();
  await connectBolt(sandbox, (app) =>
    app.command('/kpi', ({ ack, command }) =>
      ack({ text: 'Here', response_type: command.text === 'all' ? 'in_channel' : 'ephemeral' }),
    ),
  );
  await sandbox.say(ADA, SALES, '/kpi me');
  await sandbox.say(ADA, SALES, '/kpi all');
  expect(sandbox.messages(ADA, SALES).map((message) => message.text)).toEqual(['Here', '/kpi all', 'Here']);
  expect(sandbox.messages(BEN, SALES).map((message) => message.text)).toEqual(['/kpi all', 'Here']);
});

test("a command's own response_url posts anew where a button's replaces", async () => {
  const sandbox = await openSandbox();
  await connectBolt(sandbox, (app) => {
    app.command('/kpi', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'One', blocks: card });
      await respond({ text: 'Two', replace_original: true });
    });
    app.action('more', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'Replaced', replace_original: true });
    });
  });
  const dm = sandbox.dm(ADA);
  await sandbox.say(ADA, dm, '/kpi');
  await sandbox.waitForMessage(ADA, dm, (message) => message.text === 'Two');
  const [first] = sandbox.messages(ADA, dm);
  expect(first?.text).toBe('One');

  expect(await sandbox.click(ADA, first!, 'more')).toEqual({ ok: true });
  await sandbox.waitForMessage(ADA, dm, (message) => message.text === 'Replaced');
  expect(sandbox.messages(ADA, dm).map((message) => message.text)).toEqual(['Replaced', 'Two']);
});

test('a pressed button tells who pressed what on which message', async () => {
  const sandbox = await openSandbox();
  const bodies: unknown[] = [];
  const app = await connectBolt(sandbox, (bolt) =>
    bolt.action('more', async ({ ack, body, action }) => {
      bodies.push(body, action);
      await ack();
    }),
  );
  const posted = await app.client.chat.postMessage({ channel: SALES, text: 'Won: 3', blocks: card });
  const message = await sandbox.waitForMessage(BEN, SALES, (one) => one.ts === posted.ts);
  await sandbox.click(BEN, message, 'more');
  expect(bodies[0]).toMatchObject({
    type: 'block_actions',
    user: { id: BEN, username: 'ben' },
    container: { type: 'message', message_ts: posted.ts, channel_id: SALES, is_ephemeral: false },
    message: { ts: posted.ts, text: 'Won: 3' },
  });
  expect(bodies[1]).toMatchObject({ type: 'button', action_id: 'more', value: '7' });
});

test('told to go, the real Bolt comes back by itself and answers again', async () => {
  const sandbox = await openSandbox();
  // It comes back after the time it would wait for a ping.
  await connectBolt(sandbox, (app) => app.command('/kpi', ({ ack }) => ack('Here')), { pingTimeoutMs: 300 });
  sandbox.disconnect('refresh_requested');
  expect(sandbox.connections()).toBe(0);
  await expect.poll(() => sandbox.connections(), { timeout: 5_000 }).toBe(1);
  await sandbox.say(ADA, SALES, '/kpi');
  expect(sandbox.messages(ADA, SALES)).toMatchObject([{ text: 'Here', ephemeral: true }]);
});

test('words in the DM and mentions in a channel are events; other talk is not', async () => {
  const sandbox = await openSandbox();
  const heard: string[] = [];
  await connectBolt(sandbox, (app) => {
    app.message(async ({ message, say }) => {
      heard.push(`dm: ${'text' in message ? message.text : ''}`);
      await say('Hello');
    });
    app.event('app_mention', async ({ event, say }) => {
      heard.push(`mention: ${event.text}`);
      await say('At your service');
    });
  });
  await sandbox.say(ADA, SALES, 'Just us & nobody <!channel>');
  await sandbox.say(ADA, SALES, '@salespulse hi');
  await sandbox.say(ADA, sandbox.dm(ADA), 'psst');
  await sandbox.waitForMessage(ADA, SALES, (message) => message.text === 'At your service');
  await sandbox.waitForMessage(ADA, sandbox.dm(ADA), (message) => message.text === 'Hello');
  expect(heard.sort()).toEqual(['dm: psst', `mention: <@${BOT}> hi`]);
  expect(sandbox.messages(BEN, SALES)[0]?.text).toBe('Just us &amp; nobody &lt;!channel&gt;');
});
