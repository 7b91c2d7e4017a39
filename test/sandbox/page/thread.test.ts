import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { defaultDataFolder } from '../../../src/db/open.ts';
import { buildPage } from '../../../src/sandbox/page/build.ts';
import { openBrowser, openPage, overflows } from '../../support/browser.ts';
import { ADA, connectBolt, openSandbox, SALES } from '../workshop.ts';

let browser: Browser;
let pageDir: string;
beforeAll(async () => {
  pageDir = await buildPage(join(defaultDataFolder, 'sandbox-page'));
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test.for([1280, 360])(
  'at %i px one mentions the bot by its suggestion, and goes on in the thread it opens',
  async (width) => {
    const sandbox = await openSandbox({ pageDir });
    await connectBolt(sandbox, (app) =>
      app.event('app_mention', async ({ event, say }) => {
        await say({ text: `You said: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
      }),
    );
    const { page, troubles } = await openPage(browser, { width, height: 740 });
    onTestFinished(() => page.close());
    await page.goto(`${sandbox.url}?as=${ADA}&channel=${SALES}`);
    const box = page.getByRole('textbox', { name: 'Message #sales' });
    await box.pressSequentially('@Sales');
    await page.getByRole('option', { name: 'Salespulse' }).click();
    await box.pressSequentially('hello');
    await box.press('Enter');

    const opener = page.getByRole('button', { name: '1 reply' });
    await opener.waitFor();
    expect(await page.getByRole('log').getByText('You said').count()).toBe(0);
    await opener.press('Enter');
    const thread = page.getByRole('region', { name: '1 reply' });
    await thread.getByText('You said: @Salespulse hello').waitFor();
    const reply = thread.getByRole('textbox', { name: 'Reply in the thread' });
    expect(await reply.evaluate((field) => field === document.activeElement)).toBe(true);
    await reply.fill('@salespulse again');
    await reply.press('Enter');
    await page.getByRole('region', { name: '3 replies' }).getByText('You said: @Salespulse again').waitFor();
    expect(await page.getByRole('button', { name: '3 replies' }).getAttribute('aria-expanded')).toBe('true');
    expect(await overflows(page)).toBe(false);
    expect(troubles).toEqual([]);
  },
);
