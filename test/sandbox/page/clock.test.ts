import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { defaultDataFolder } from '../../../src/db/open.ts';
import { buildPage } from '../../../src/sandbox/page/build.ts';
import { openBrowser, openPage, overflows } from '../../support/browser.ts';
import { ADA, clientOf, openSandbox } from '../workshop.ts';

let browser: Browser;
let pageDir: string;
beforeAll(async () => {
  pageDir = await buildPage(join(defaultDataFolder, 'sandbox-page'));
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test.for([1280, 360])(
  'at %i px the page tells the time, and goes to the next morning and an hour on',
  async (width) => {
    const sandbox = await openSandbox({ pageDir, now: () => new Date('2026-03-27T08:12:00Z') });
    const client = clientOf(sandbox);
    await client.chat.postMessage({ channel: ADA, text: 'See you tomorrow' });
    const { page, troubles } = await openPage(browser, { width, height: 740 });
    onTestFinished(() => page.close());
    await page.goto(`${sandbox.url}?as=${ADA}&channel=${sandbox.dm(ADA)}`);
    const log = page.getByRole('log');
    await log.getByText('Today', { exact: true }).waitFor();

    if (width === 360) await page.getByRole('button', { name: 'Show conversations' }).click();
    const clock = page.getByRole('region', { name: 'Clock' });
    await clock.getByText('Fri 08:12').waitFor();
    await clock.getByRole('button', { name: 'Go to today 9:00' }).click();
    await clock.getByText('Fri 09:00').waitFor();
    const button = clock.getByRole('button', { name: 'Go to tomorrow 9:00' });
    const { width: inner = 0, x = 0 } = (await button.boundingBox()) ?? {};
    expect(x + inner).toBeLessThanOrEqual(width);
    await button.press('Enter');
    await clock.getByText('Sat 09:00').waitFor();
    await clock.getByRole('button', { name: '+1 hour' }).click();
    await clock.getByText('Sat 10:00').waitFor();
    if (width === 360) await page.keyboard.press('Escape');

    await log.getByText('Yesterday', { exact: true }).waitFor();
    await client.chat.postMessage({ channel: ADA, text: 'Good morning' });
    await log.getByText('Today', { exact: true }).waitFor();
    await log.getByText('10:00 AM').waitFor();
    expect(await overflows(page)).toBe(false);
    expect(troubles).toEqual([]);
  },
);
