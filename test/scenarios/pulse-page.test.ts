// A pulse in the browser, on a phone and by keyboard alone.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultDataFolder } from '../../src/db/open.ts';
import { buildPage } from '../../src/sandbox/page/build.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { useBot } from '../support/bot.ts';
import { openBrowser, openPage, overflows } from '../support/browser.ts';
import { now } from '../support/office.ts';

const bot = useBot({ pageDir: () => buildPage(join(defaultDataFolder, 'sandbox-page')) });
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  const { db } = bot();
  const north = await db.team.findFirstOrThrow({ where: { name: 'North' } });
  const pulse = {
    what: {
      ...{ kind: 'pulse' as const, instrument: 'pulse' as const, howMany: 2, openDays: 5 },
      whose: { scope: 'team' as const, teamIds: [north.id] },
    },
    audience: { to: 'team' as const, teamId: north.id },
    recurrence: {
      on: { kind: 'weekly' as const, weekdays: [4], every: 1 },
      at: '09:30',
      workingDaysOnly: true,
      from: '2026-03-19',
    },
    zone: 'Europe/Berlin',
    ownerId: null,
  };
  await addSchedule(db, north.workspaceId, pulse, new Date(now.epochMilliseconds));
});
afterAll(() => browser?.close());

test('at 360 px a pulse is answered by keyboard, and a screen reader says what each number means', async () => {
  const { sandbox } = bot();
  const anna = bot().as('anna').id;
  await bot().goTo('2026-03-19T09:30');
  await sandbox.waitForMessage(anna, sandbox.dm(anna), ({ text }) => text.startsWith('How is work?'));
  const { page, troubles } = await openPage(browser, { width: 360, height: 740 });
  await page.goto(`${sandbox.url}?as=${anna}&channel=${sandbox.dm(anna)}`);
  const log = page.getByRole('log');
  const mostly = log.getByRole('button', { name: '4 of 5: mostly' });
  await mostly.waitFor();
  expect(await overflows(page)).toBe(false);
  await mostly.focus();
  await page.keyboard.press('Enter');
  await log.getByText('2 of 2').waitFor();
  bot().pass({ minutes: 1 });
  await log.getByRole('button', { name: '2 of 5: rather not' }).focus();
  await page.keyboard.press('Enter');
  await log.getByText('Thank you, that was all.').waitFor();
  bot().pass({ minutes: 1 });

  await log.getByRole('button', { name: 'Add a comment' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('What would you like to add?').fill('Less haste');
  expect(await overflows(page)).toBe(false);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('without your name').waitFor();
  expect(await bot().db.pulseAnswer.findMany()).toMatchObject([{ comment: 'Less haste' }]);
  expect(troubles).toEqual([]);
  await page.close();
});
