import type { AppHomeOpenedEvent, HomeView } from '@slack/types';
import { expect, test } from 'vitest';
import { targetForm } from './forms.ts';
import { ADA, BEN, BOT, clientOf, connectBolt, openSandbox } from './workshop.ts';

const homeOf = (text: string): HomeView => ({
  type: 'home',
  callback_id: 'home',
  blocks: [
    { type: 'section', block_id: 'said', text: { type: 'mrkdwn', text } },
    {
      type: 'actions',
      block_id: 'do',
      elements: [{ type: 'button', action_id: 'target', text: { type: 'plain_text', text: 'Set a target' } }],
    },
  ],
});

test('opening the app tells the bot, which publishes a Home for that person alone', async () => {
  const sandbox = await openSandbox();
  const heard: AppHomeOpenedEvent[] = [];
  await connectBolt(sandbox, (app) =>
    app.event('app_home_opened', async ({ event, client }) => {
      heard.push(event);
      if (event.tab === 'home' && !event.view)
        await client.views.publish({ user_id: event.user, view: homeOf(`Hello <@${event.user}>`) });
    }),
  );
  sandbox.openApp(ADA, 'messages');
  sandbox.openApp(ADA, 'home');
  const home = await sandbox.waitForHome(ADA);
  expect(home).toMatchObject({ type: 'home', blocks: [{ text: { text: `Hello <@${ADA}>` } }, {}] });
  expect(sandbox.home(BEN)).toBeUndefined();
  sandbox.openApp(ADA, 'home');
  await expect
    .poll(() => heard)
    .toMatchObject([
      { type: 'app_home_opened', user: ADA, channel: sandbox.dm(ADA), tab: 'messages' },
      { tab: 'home' },
      { tab: 'home', view: { id: home.id, callback_id: 'home' } },
    ]);
});

test('a Home is replaced under its id, unless the hash is of an older one', async () => {
  const sandbox = await openSandbox();
  const client = clientOf(sandbox);
  const first = await client.views.publish({ user_id: ADA, view: homeOf('One') });
  const second = await client.views.publish({ user_id: ADA, view: homeOf('Two'), hash: first.view!.hash! });
  expect(second.view?.id).toBe(first.view?.id);
  const stale = client.views.publish({ user_id: ADA, view: homeOf('Three'), hash: first.view!.hash! });
  await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
  expect(sandbox.home(ADA)?.blocks[0]).toMatchObject({ text: { text: 'Two' } });
});

test.each([
  ['to nobody', { user_id: 'U0NOBODY01', view: homeOf('x') }],
  ['to the bot', { user_id: BOT, view: homeOf('x') }],
  ['that is a modal', { user_id: ADA, view: targetForm() }],
  ['with a block that has no text', { user_id: ADA, view: { type: 'home', blocks: [{ type: 'section' }] } }],
])('a Home %s is refused', async (_what, args) => {
  const sandbox = await openSandbox();
  const refused = clientOf(sandbox).apiCall('views.publish', args);
  await expect(refused).rejects.toMatchObject({ data: { error: 'invalid_arguments' } });
});

test('a button at Home opens a modal', async () => {
  const sandbox = await openSandbox();
  const app = await connectBolt(sandbox, (bolt) =>
    bolt.action('target', async ({ ack, body, client }) => {
      await ack();
      const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
      await client.views.open({ trigger_id, view: targetForm() });
    }),
  );
  await app.client.views.publish({ user_id: ADA, view: homeOf('One') });
  expect(await sandbox.chooseAtHome(ADA, 'target')).toEqual({ ok: true });
  expect(await sandbox.waitForModal(ADA)).toMatchObject({ title: 'Set a target' });
});
