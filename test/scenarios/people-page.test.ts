// A person is edited in the browser, on a desk and on a phone.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultDataFolder } from '../../src/db/open.ts';
import { buildPage } from '../../src/sandbox/page/build.ts';
import { SALES, useBot } from '../support/bot.ts';
import { openBrowser, openPage, overflows } from '../support/browser.ts';

const bot = useBot({ pageDir: () => buildPage(join(defaultDataFolder, 'sandbox-page')) });
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  await bot().db.member.updateMany({ where: { slackUserId: bot().as('sofia').id }, data: { role: 'admin' } });
});
afterAll(() => browser?.close());

test.for([
  { width: 1280, height: 800, name: 'Jonas Petersen', off: '2026-05-04..2026-05-08', seen: 'Off 4–8 May 2026' },
  { width: 360, height: 740, name: 'Anna Berger', off: '2026-06-01', seen: 'Off 1 Jun 2026' },
])('at $width px an admin gives $name another job and days off', async ({ width, height, name, off, seen }) => {
  const { page, troubles } = await openPage(browser, { width, height });
  await page.goto(`${bot().sandbox.url}?as=${bot().as('sofia').id}&channel=${SALES}`);
  const ask = async () => {
    bot().pass({ minutes: 1 });
    const box = page.getByRole('textbox', { name: 'Message #sales' });
    await box.pressSequentially(`/salespulse people ${name}`);
    await box.press('Enter');
    bot().pass({ minutes: 1 });
  };
  await ask();
  const log = page.getByRole('log');
  await log
    .getByRole('button', { name: `Edit ${name}` })
    .last()
    .click();

  const form = page.getByRole('dialog');
  await form.getByLabel('Job', { exact: true }).selectOption('Business development');
  const days = form.getByLabel('Days off to come');
  await days.fill('someday');
  expect(await overflows(page)).toBe(false);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('“someday” is no stretch of days').waitFor();
  await days.fill(off);
  bot().pass({ minutes: 1 });
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText(`Saved for ${name}.`).waitFor();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });

  await ask();
  await log.getByText(seen).waitFor();
  await log.getByText('Business development · North').last().waitFor();
  expect(await overflows(page)).toBe(false);
  expect(troubles).toEqual([]);
  await page.close();
});
