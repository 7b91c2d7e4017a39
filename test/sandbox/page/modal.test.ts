import { join } from 'node:path';
import type { App } from '@slack/bolt';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { defaultDataFolder } from '../../../src/db/open.ts';
import { buildPage } from '../../../src/sandbox/page/build.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { openBrowser, openPage, overflows } from '../../support/browser.ts';
import { notice, targetForm } from '../forms.ts';
import { ADA, BEN, connectBolt, openSandbox, SALES } from '../workshop.ts';

let browser: Browser;
let pageDir: string;
beforeAll(async () => {
  pageDir = await buildPage(join(defaultDataFolder, 'sandbox-page'));
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A bot whose /kpi opens the form, and Ada's page in which she has typed it. */
async function openForm({ width = 1280, listen }: { width?: number; listen: (app: App) => void }) {
  const sandbox = await openSandbox({ pageDir });
  await connectBolt(sandbox, (app) => {
    app.command('/kpi', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: targetForm({ notify_on_close: true }) });
    });
    listen(app);
  });
  const { page, troubles } = await openPage(browser, { width, height: 740 });
  onTestFinished(() => page.close());
  await typeCommand(page, sandbox);
  return { sandbox, page, troubles };
}

async function typeCommand(page: Page, sandbox: Sandbox) {
  await page.goto(`${sandbox.url}?as=${ADA}&channel=${SALES}`);
  const box = page.getByRole('textbox', { name: 'Message #sales' });
  await box.fill('/kpi me');
  await box.press('Enter');
  await page.getByRole('dialog', { name: 'Set a target' }).waitFor();
}

test.for([1280, 360])(
  'at %i px a form is filled in by its labels, corrected where the bot says, and sent',
  async (width) => {
    const submitted: unknown[] = [];
    const { page, troubles } = await openForm({
      width,
      listen: (app) =>
        app.view('target', async ({ ack, view }) => {
          submitted.push(view.state.values);
          if (submitted.length > 1) await ack();
          else await ack({ response_action: 'errors', errors: { amount: 'More than last year, please' } });
        }),
    });
    const form = page.getByRole('dialog', { name: 'Set a target' });
    expect(await form.getByLabel('Who').evaluate((field) => field === document.activeElement)).toBe(true);
    await form.getByLabel('Who').selectOption('Ben Franklin');
    await form.getByLabel('Amount').fill('1000');
    await form.getByLabel('KPIs (optional)').selectOption('REVENUE');
    await form.getByRole('button', { name: 'Remove DEALS' }).click();
    await form.getByLabel('From (optional)').fill('2026-04-01');
    await form.getByLabel('Why (optional)').fill('Two\nlines');
    expect(await overflows(page)).toBe(false);

    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByRole('alert').getByText('More than last year, please').waitFor();
    const amount = form.getByLabel('Amount');
    expect(await amount.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
    expect(await amount.inputValue()).toBe('1000');
    expect(await form.getByLabel('Why (optional)').inputValue()).toBe('Two\nlines');

    await amount.fill('2000');
    await amount.press('Enter');
    await form.waitFor({ state: 'hidden' });
    expect(submitted[1]).toMatchObject({
      who: { person: { selected_user: BEN } },
      amount: { amount: { value: '2000' } },
      kpis: { kpis: { selected_options: [{ value: 'revenue' }] } },
      from: { from: { selected_date: '2026-04-01' } },
      why: { why: { value: 'Two\nlines' } },
    });
    expect(troubles).toEqual([]);
  },
);

test('the keyboard stays in the form, and Escape closes it', async () => {
  const closed: unknown[] = [];
  const { page } = await openForm({
    listen: (app) =>
      app.view({ type: 'view_closed', callback_id: 'target' }, async ({ ack, body }) => {
        closed.push(body.type === 'view_closed' && body.is_cleared);
        await ack();
      }),
  });
  const inForm = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null || !document.hasFocus());
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => document.activeElement?.tagName);
    expect(where === 'BODY' || (await inForm())).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => closed).toEqual([false]);
  expect(
    await page.getByRole('textbox', { name: 'Message #sales' }).evaluate((box) => box === document.activeElement),
  ).toBe(true);
});

test('what is typed survives a change of the view, and a modal upon it', async () => {
  const { sandbox, page } = await openForm({
    listen: (app) => {
      app.view('target', ({ ack }) =>
        ack({ response_action: 'push', view: notice('Are you sure?', { callback_id: 'sure' }) }),
      );
    },
  });
  const form = page.getByRole('dialog', { name: 'Set a target' });
  await form.getByLabel('Amount').fill('3000');
  const { id } = (await sandbox.waitForModal(ADA))!;
  const [, amount, ...others] = targetForm().blocks;
  const added = { type: 'header', text: { type: 'plain_text', text: 'Now with a heading' } } as const;
  await fetch(`${sandbox.apiUrl}views.update`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ view_id: id, view: targetForm({ blocks: [added, amount!, ...others] }) }),
  });
  await form.getByText('Now with a heading').waitFor();
  expect(await form.getByLabel('Amount').inputValue()).toBe('3000');
  await form.getByRole('button', { name: 'Save' }).click();
  const upon = page.getByRole('dialog', { name: 'Notice' });
  await upon.getByText('Are you sure?').waitFor();
  await upon.getByRole('button', { name: 'Back' }).click();
  expect(await form.getByLabel('Amount').inputValue()).toBe('3000');
});
