// A standup in the browser, on a phone: the question is answered in its form, and the channel has the digest.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultDataFolder } from '../../src/db/open.ts';
import { buildPage } from '../../src/sandbox/page/build.ts';
import { SALES, useBot } from '../support/bot.ts';
import { openBrowser, openPage, overflows } from '../support/browser.ts';
import { addStandup } from '../support/standup.ts';

const bot = useBot({ pageDir: () => buildPage(join(defaultDataFolder, 'sandbox-page')) });
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  // What becomes known of people meanwhile would have the first look at the schedule begin anew.
  await bot().logged('zones or presence of members have changed');
  await addStandup(bot(), { more: 'How was it? (1-5)' });
});
afterAll(() => browser?.close());

test('at 360 px a rep answers in the form, and reads the digest in the channel', async () => {
  const { sandbox } = bot();
  const anna = bot().as('anna').id;
  await bot().goTo('2026-03-19T09:30');
  await sandbox.waitForMessage(anna, sandbox.dm(anna), ({ text }) => text.startsWith('Standup of North'));
  const { page, troubles } = await openPage(browser, { width: 360, height: 740 });
  await page.goto(`${sandbox.url}?as=${anna}&channel=${sandbox.dm(anna)}`);
  await page.getByRole('log').getByRole('button', { name: 'Answer' }).click();

  const form = page.getByRole('dialog');
  const yesterday = form.getByLabel('What did you do yesterday?');
  await yesterday.waitFor();
  expect(await yesterday.inputValue()).toBe('Call 1');
  expect(await overflows(page)).toBe(false);
  await form.getByLabel('What will you do today?').fill('Call Acme');
  await form.getByLabel('Is anything in your way?').fill('Legal has not signed');
  await form.getByLabel('How was it?').selectOption('4');
  bot().pass({ minutes: 1 });
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Thank you.').waitFor();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });

  await bot().goTo('2026-03-19T10:30');
  await sandbox.waitForMessage(anna, SALES, ({ text }) => text.startsWith('Standup of North, Thu 19 Mar: 1 of 5'));
  await page.goto(`${sandbox.url}?as=${anna}&channel=${SALES}`);
  const log = page.getByRole('log');
  await log.getByText('In the way').waitFor();
  await log.getByText('Legal has not signed').first().waitFor();
  await log.getByText('How was it?').waitFor();
  expect(await overflows(page)).toBe(false);
  expect(troubles).toEqual([]);
  await page.close();
});

test('at 360 px a manager chooses what a schedule sends, and its form has the fields for that, with what was typed before', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const { page, troubles } = await openPage(browser, { width: 360, height: 740 });
  await page.goto(`${sandbox.url}?as=${marta.id}&channel=${SALES}`);
  await marta.types('/salespulse schedule');
  await page.getByRole('log').getByRole('button', { name: 'Add a schedule' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Channel').waitFor();
  expect(await form.getByLabel('Words of a reminder').count()).toBe(0);
  await form.getByLabel('What', { exact: true }).selectOption('reminder');
  await form.getByLabel('Words of a reminder').fill('Log your calls');
  await form.getByLabel('To', { exact: true }).selectOption('person');
  await form.getByLabel('Person').waitFor();
  expect(await form.getByLabel('Channel').count()).toBe(0);
  expect(await form.getByLabel('Words of a reminder').inputValue()).toBe('Log your calls');
  expect(await overflows(page)).toBe(false);
  await form.getByLabel('Person').selectOption(bot().as('anna').id);
  bot().pass({ minutes: 1 });
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Reminder: Log your calls → Anna Berger').waitFor();
  expect(troubles).toEqual([]);
  await page.close();
});
