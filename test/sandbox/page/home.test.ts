import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { defaultDataFolder } from '../../../src/db/open.ts';
import { buildPage } from '../../../src/sandbox/page/build.ts';
import { openBrowser, openPage, overflows } from '../../support/browser.ts';
import { ADA, connectBolt, openSandbox } from '../workshop.ts';

let browser: Browser;
let pageDir: string;
beforeAll(async () => {
  pageDir = await buildPage(join(defaultDataFolder, 'sandbox-page'));
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

test.for([1280, 360])('at %i px the app’s Home is drawn, and its button changes it', async (width) => {
  const sandbox = await openSandbox({ pageDir });
  await connectBolt(sandbox, (app) => {
    const view = (goal: string) => ({
      type: 'home' as const,
      blocks: [
        { type: 'header' as const, text: plain(goal) },
        {
          type: 'actions' as const,
          elements: [{ type: 'button' as const, action_id: 'done', text: plain('Done') }],
        },
      ],
    });
    app.event('app_home_opened', async ({ event, client }) => {
      if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: view('3 calls to go') });
    });
    app.action('done', async ({ ack, body, client }) => {
      await ack();
      await client.views.publish({ user_id: body.user.id, view: view('All done') });
    });
  });
  const { page, troubles } = await openPage(browser, { width, height: 740 });
  onTestFinished(() => page.close());
  await page.goto(`${sandbox.url}?as=${ADA}&channel=${sandbox.dm(ADA)}`);
  const tabs = page.getByRole('navigation', { name: 'App' });
  await tabs.getByRole('button', { name: 'Home' }).click();
  const home = page.getByRole('region', { name: 'Home' });
  await home.getByRole('heading', { name: '3 calls to go' }).waitFor();
  await home.getByRole('button', { name: 'Done' }).click();
  await home.getByRole('heading', { name: 'All done' }).waitFor();
  expect(await overflows(page)).toBe(false);
  await tabs.getByRole('button', { name: 'Messages' }).click();
  await page.getByRole('textbox', { name: 'Message Salespulse' }).waitFor();
  expect(troubles).toEqual([]);
});
