import type { SlackViewAction, ViewOutput, ViewResponseAction } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { notice, targetForm } from './forms.ts';
import { ADA, BEN, clientOf, connectBolt, openSandbox, SALES } from './workshop.ts';

/** A bot that opens `view` at /kpi, answers a submission with `response`, and keeps what it hears. */
async function botWith(sandbox: Sandbox, view = targetForm(), response?: () => ViewResponseAction) {
  const heard: SlackViewAction[] = [];
  const triggers: string[] = [];
  const app = await connectBolt(sandbox, (bolt) => {
    bolt.command('/kpi', async ({ ack, client, command }) => {
      await ack();
      triggers.push(command.trigger_id);
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    bolt.view(/.*/, async ({ ack, body }) => {
      heard.push(body);
      await (response ? ack(response()) : ack());
    });
    bolt.view({ type: 'view_closed', callback_id: /.*/ }, async ({ ack, body }) => {
      heard.push(body);
      await ack();
    });
  });
  return { app, heard, triggers };
}

async function opened(sandbox: Sandbox) {
  await sandbox.say(ADA, SALES, '/kpi');
  return sandbox.waitForModal(ADA);
}

const filledIn = { person: BEN, amount: '50000', why: 'Growth' };

test('what is filled in reaches the bot in Slack’s shapes, and the modal closes', async () => {
  const sandbox = await openSandbox();
  const { heard } = await botWith(sandbox);
  const modal = await opened(sandbox);
  expect(modal).toMatchObject({ title: 'Set a target', submit: 'Save', stacked: false });
  expect(sandbox.modal(BEN)).toBeUndefined();

  expect(await sandbox.submit(ADA, filledIn)).toEqual({ ok: true });
  expect(sandbox.modal(ADA)).toBeUndefined();
  expect(heard).toMatchObject([
    {
      type: 'view_submission',
      user: { id: ADA, name: 'ada' },
      trigger_id: expect.any(String),
      view: {
        id: modal.id,
        root_view_id: modal.id,
        previous_view_id: null,
        callback_id: 'target',
        private_metadata: 'north',
        hash: expect.stringMatching(/^\d+\.[0-9a-f]{8}$/),
      },
    },
  ]);
  expect(heard[0]?.view.state.values).toEqual({
    who: { person: { type: 'users_select', selected_user: BEN } },
    amount: { amount: { type: 'number_input', value: '50000' } },
    kpis: {
      kpis: {
        type: 'multi_static_select',
        selected_options: [{ text: { type: 'plain_text', text: 'DEALS' }, value: 'deals' }],
      },
    },
    from: { from: { type: 'datepicker', selected_date: '2026-03-01' } },
    why: { why: { type: 'plain_text_input', value: 'Growth' } },
  });
});

test.each([
  ['a required field', { amount: '1' }, { who: 'Please complete this required field.' }],
  ['a number', { ...filledIn, amount: 'much' }, { amount: 'Please enter a whole number.' }],
  ['a number in range', { ...filledIn, amount: '0' }, { amount: 'Please enter 1 or more.' }],
  ['a shorter text', { ...filledIn, why: 'x'.repeat(41) }, { why: 'Please enter 40 characters at most.' }],
])('Slack asks for %s before the bot hears of it', async (_what, values, errors) => {
  const sandbox = await openSandbox();
  const { heard } = await botWith(sandbox);
  await opened(sandbox);
  expect(await sandbox.submit(ADA, values)).toEqual({ ok: false, error: 'incomplete', errors });
  expect(heard).toEqual([]);
  expect(sandbox.modal(ADA)).toBeDefined();
});

test('errors of the bot leave the modal as it was filled in', async () => {
  const sandbox = await openSandbox();
  const errors = { amount: 'More than last year, please' };
  await botWith(sandbox, targetForm(), () => ({ response_action: 'errors', errors }));
  await opened(sandbox);
  expect(await sandbox.submit(ADA, filledIn)).toEqual({ ok: false, error: 'errors', errors });
  expect(sandbox.modal(ADA)?.values).toMatchObject({ who: { person: BEN }, amount: { amount: '50000' } });
});

test('an error beside no input is one Slack does not take', async () => {
  const sandbox = await openSandbox();
  await botWith(sandbox, targetForm(), () => ({ response_action: 'errors', errors: { nowhere: 'x' } }));
  await opened(sandbox);
  expect(await sandbox.submit(ADA, filledIn)).toMatchObject({
    ok: false,
    error: expect.stringContaining('nowhere is no input block'),
  });
});

test('a submission can change the modal, put another upon it, or clear them all', async () => {
  const sandbox = await openSandbox();
  const responses: ViewResponseAction[] = [
    { response_action: 'push', view: targetForm({ callback_id: 'second' }) },
    { response_action: 'update', view: targetForm({ callback_id: 'changed' }) },
    { response_action: 'clear' },
  ];
  const { heard } = await botWith(sandbox, targetForm(), () => responses.shift()!);
  const first = await opened(sandbox);
  await sandbox.submit(ADA, filledIn);
  const second = sandbox.modal(ADA)!;
  expect(second).toMatchObject({ stacked: true, values: { who: { person: null } } });
  await sandbox.submit(ADA, filledIn);
  expect(sandbox.modal(ADA)).toMatchObject({ id: second.id, values: { who: { person: BEN } } });
  expect(sandbox.modal(ADA)?.hash).not.toBe(second.hash);
  await sandbox.submit(ADA);
  expect(sandbox.modal(ADA)).toBeUndefined();
  expect(heard.map(({ view }) => [view.callback_id, view.root_view_id, view.previous_view_id])).toEqual([
    ['target', first.id, null],
    ['second', first.id, first.id],
    ['changed', first.id, first.id],
  ]);
});

test('three modals can lie upon each other; closing goes down one at a time, or through all of them', async () => {
  const sandbox = await openSandbox();
  const stacked = (callback_id: string) => notice(callback_id, { callback_id, notify_on_close: callback_id !== 'two' });
  const again = { type: 'button', action_id: 'deeper', text: { type: 'plain_text', text: 'Deeper' } } as const;
  const deeper = { type: 'actions', elements: [again] } as const;
  const names = ['two', 'three', 'four'];
  const failures: unknown[] = [];
  const { app, heard } = await botWith(sandbox, { ...stacked('one'), blocks: [deeper] });
  app.action('deeper', async ({ ack, body, client }) => {
    await ack();
    const view = { ...stacked(names.shift()!), blocks: [deeper] };
    const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
    await client.views.push({ trigger_id, view }).catch((error) => failures.push(error.data.error));
  });
  const first = await opened(sandbox);
  await sandbox.choose(ADA, 'deeper');
  const second = await sandbox.waitForModal(ADA, (modal) => modal.id !== first.id);
  await sandbox.choose(ADA, 'deeper');
  const third = await sandbox.waitForModal(ADA, (modal) => modal.id !== second.id);
  await sandbox.choose(ADA, 'deeper');
  await expect.poll(() => failures).toEqual(['push_limit_reached']);

  await sandbox.closeModal(ADA);
  expect(sandbox.modal(ADA)?.id).toBe(second.id);
  await sandbox.closeModal(ADA, { all: true });
  expect(sandbox.modal(ADA)).toBeUndefined();
  expect(heard).toMatchObject([
    { type: 'view_closed', is_cleared: false, view: { id: third.id, callback_id: 'three' } },
    { type: 'view_closed', is_cleared: true, view: { id: first.id, callback_id: 'one' } },
  ]);
});

const otherDate = {
  type: 'input',
  block_id: 'from',
  label: { type: 'plain_text', text: 'From' },
  element: { type: 'datepicker', action_id: 'from', initial_date: '2027-01-01' },
} as const;

test('views.update keeps what is filled in where block and action stay, and minds the hash', async () => {
  const sandbox = await openSandbox();
  await botWith(sandbox, targetForm({ external_id: 'target-1' }), () => ({
    response_action: 'errors',
    errors: { amount: 'No' },
  }));
  const client = clientOf(sandbox);
  const modal = await opened(sandbox);
  await sandbox.submit(ADA, filledIn);
  const [who, amount, kpis, , why] = targetForm().blocks;
  const others = [kpis!, otherDate, why!];
  const renamed = { ...amount, block_id: 'sum' } as (typeof others)[number];
  const { view } = await client.views.update({
    external_id: 'target-1',
    hash: modal.hash,
    view: targetForm({ external_id: 'target-1', blocks: [who!, renamed, ...others] }),
  });
  expect(view?.state).toMatchObject({
    values: {
      who: { person: { selected_user: BEN } },
      sum: { amount: { value: null } },
      from: { from: { selected_date: '2026-03-01' } },
      why: { why: { value: 'Growth' } },
    },
  });
  const stale = client.views.update({ view_id: modal.id, hash: modal.hash, view: targetForm() });
  await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
  await sandbox.closeModal(ADA);
  const gone = client.views.update({ view_id: modal.id, view: targetForm() });
  await expect(gone).rejects.toMatchObject({ data: { error: 'not_found' } });
});

test('a choice in a view tells the bot what stands in all of it', async () => {
  const sandbox = await openSandbox();
  const bodies: { container: unknown; view?: ViewOutput; actions: unknown[]; channel?: unknown }[] = [];
  const [who, ...others] = targetForm().blocks;
  const telling = { ...who, dispatch_action: true } as (typeof others)[number];
  const { app } = await botWith(sandbox, targetForm({ blocks: [telling, ...others] }));
  app.action('person', async ({ ack, body }) => {
    if (body.type === 'block_actions') bodies.push(body);
    await ack();
  });
  const modal = await opened(sandbox);
  expect(await sandbox.choose(ADA, 'person', BEN)).toEqual({ ok: true });
  expect(bodies).toMatchObject([
    {
      type: 'block_actions',
      container: { type: 'view', view_id: modal.id },
      view: { id: modal.id, state: { values: { who: { person: { selected_user: BEN } } } } },
      actions: [{ type: 'users_select', block_id: 'who', action_id: 'person', selected_user: BEN }],
    },
  ]);
  expect(bodies[0]).not.toHaveProperty('channel');
  expect(bodies[0]).not.toHaveProperty('response_url');
});

test('a trigger opens one modal, and nothing opens one without', async () => {
  const sandbox = await openSandbox();
  const { triggers } = await botWith(sandbox);
  await opened(sandbox);
  const client = clientOf(sandbox);
  const again = client.views.open({ trigger_id: triggers[0]!, view: targetForm() });
  await expect(again).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
  const invented = client.views.open({ trigger_id: '1.2.x', view: targetForm() });
  await expect(invented).rejects.toMatchObject({ data: { error: 'invalid_trigger_id' } });
});

test.each([
  ['too large', notice('x', { private_metadata: 'x'.repeat(250_000) }), 'view_too_large'],
  ['of the wrong kind', { ...notice('x'), type: 'home' }, 'invalid_arguments'],
  [
    'with a title of 25 characters',
    notice('x', { title: { type: 'plain_text', text: 'x'.repeat(25) } }),
    'invalid_arguments',
  ],
])('a view %s is refused', async (_what, view, error) => {
  const sandbox = await openSandbox();
  const failures: unknown[] = [];
  await connectBolt(sandbox, (bolt) =>
    bolt.command('/kpi', async ({ ack, client, command }) => {
      await ack();
      await client
        .apiCall('views.open', { trigger_id: command.trigger_id, view })
        .catch((failure) => failures.push(failure.data.error));
    }),
  );
  await sandbox.say(ADA, SALES, '/kpi');
  await expect.poll(() => failures).toEqual([error]);
  expect(sandbox.modal(ADA)).toBeUndefined();
});

test('a bot that does not answer leaves the modal open, and the person knows', async () => {
  const sandbox = await openSandbox({ timing: { ackMs: 50 } });
  await connectBolt(sandbox, (bolt) => {
    bolt.command('/kpi', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: targetForm() });
    });
    bolt.view('target', async () => undefined);
  });
  await opened(sandbox);
  expect(await sandbox.submit(ADA, filledIn)).toEqual({ ok: false, error: 'operation_timeout' });
  expect(sandbox.modal(ADA)?.values.who).toEqual({ person: BEN });
});
