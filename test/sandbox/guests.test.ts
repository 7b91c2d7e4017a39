import type { BlockAction } from '@slack/bolt';
import { expect, test } from 'vitest';
import { ADA, BOT, clientOf, connectBolt, openSandbox, WORKSHOP } from './workshop.ts';

const GUEST = 'U0GUEST001';
const THEIRS = 'T0THEIRS01';
const SHARED = 'C0SHARED01';

test('who belongs to another workspace presses as one of theirs, and hands in forms from there', async () => {
  const sandbox = await openSandbox({
    users: [...WORKSHOP.users, { id: GUEST, name: 'gil', realName: 'Gil Guest', teamId: THEIRS }],
    channels: [{ id: SHARED, name: 'shared', members: [ADA, GUEST, BOT] }],
  });
  const heard: unknown[] = [];
  await connectBolt(sandbox, (app) => {
    app.action<BlockAction>('go', async ({ ack, body, client }) => {
      await ack();
      heard.push({ of: body.user.team_id, installed: body.team?.id });
      const title = { type: 'plain_text' as const, text: 'Form' };
      await client.views.open({
        trigger_id: body.trigger_id,
        view: { type: 'modal', callback_id: 'form', title, submit: title, blocks: [] },
      });
    });
    app.view('form', async ({ ack, body }) => {
      await ack();
      heard.push({ of: body.user.team_id, team: body.team?.id, installed: body.view.app_installed_team_id });
    });
  });
  const text = { type: 'plain_text' as const, text: 'Go' };
  const blocks = [{ type: 'actions' as const, elements: [{ type: 'button' as const, action_id: 'go', text }] }];
  await clientOf(sandbox).chat.postMessage({ channel: SHARED, text: 'Go', blocks });
  for (const who of [GUEST, ADA]) {
    const message = await sandbox.waitForMessage(who, SHARED, ({ isBot }) => isBot);
    await sandbox.click(who, message, 'go');
    await sandbox.waitForModal(who);
    await sandbox.submit(who);
  }
  const ours = WORKSHOP.team.id;
  expect(heard).toEqual([
    { of: THEIRS, installed: ours },
    { of: THEIRS, team: THEIRS, installed: ours },
    { of: ours, installed: ours },
    { of: ours, team: ours, installed: ours },
  ]);
  const { user } = await clientOf(sandbox).users.info({ user: GUEST });
  expect(user).toMatchObject({ team_id: THEIRS, real_name: 'Gil Guest' });
  expect(await sandbox.say(GUEST, SHARED, '/kpi me')).toMatchObject({ ok: false });
});
