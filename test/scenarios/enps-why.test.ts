// An eNPS asks why after its score, in the browser, on a phone and by keyboard alone.
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultDataFolder } from '../../src/db/open.ts';
import { buildPage } from '../../src/sandbox/page/build.ts';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { useBot } from '../support/bot.ts';
import { openBrowser, openPage, overflows } from '../support/browser.ts';
import { now, type Who } from '../support/office.ts';
import { labels, words } from '../support/reading.ts';

const bot = useBot({ pageDir: () => buildPage(join(defaultDataFolder, 'sandbox-page')) });
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  const { db } = bot();
  await bot().allLiveIn('Europe/Berlin');
  const north = await db.team.findFirstOrThrow({ where: { name: 'North' } });
  const whose = { scope: 'team' as const, teamIds: [north.id] };
  const enps = {
    what: { kind: 'pulse' as const, instrument: 'enps' as const, whose, howMany: 1, openDays: 5 },
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
  await addSchedule(db, north.workspaceId, enps, new Date(now.epochMilliseconds));
  await bot().goTo('2026-03-19T09:30');
});
afterAll(() => browser?.close());

const asks = (who: Who) => bot().as(who).asked();

test('at 360 px a score and its reason are given by keyboard, and a screen reader says what each button does', async () => {
  const { sandbox } = bot();
  const anna = bot().as('anna').id;
  await expect.poll(() => asks('anna').length).toBe(1);
  const { page, troubles } = await openPage(browser, { width: 360, height: 740 });
  await page.goto(`${sandbox.url}?as=${anna}&channel=${sandbox.dm(anna)}`);
  const log = page.getByRole('log');
  const nine = log.getByRole('button', { name: '9 of 10' });
  await nine.waitFor();
  await nine.focus();
  await page.keyboard.press('Enter');
  await log.getByText('What is the main reason for your score?').waitFor();
  expect(await overflows(page)).toBe(false);
  await log.getByRole('button', { name: 'Leave it at that, and give no reason' }).waitFor();
  bot().pass({ minutes: 1 });
  await log.getByRole('button', { name: 'Say why, in your own words: opens a form' }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await form.getByLabel('What is the main reason for your score?').fill('Good people');
  expect(await overflows(page)).toBe(false);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('without your name').waitFor();
  await log.getByText('Thank you, that was all.').waitFor();
  await log.getByText('Good people').waitFor();
  expect(await bot().db.pulseAnswer.findMany()).toMatchObject([{ comment: 'Good people', scores: { 'enps.1': 9 } }]);
  expect(troubles).toEqual([]);
  await page.close();
});

test('who gives no reason is through, is not reminded, and can still say why', async () => {
  await expect.poll(() => asks('noah').length).toBe(1);
  const why = await bot().as('noah').presses(asks('noah')[0]!, '3');
  expect(words(why)).toContain('You gave *3*. What is the main reason for your score?');
  expect(words(why)).toContain('Anonymous: nobody sees who said what');
  expect(labels(why)).toEqual(['Say why', 'Leave it at that']);
  const done = await bot().as('noah').presses(why, 'Leave it at that');
  expect(labels(done)).toEqual(['Say why', 'Change my answers', 'Replies']);
  const again = await bot().as('noah').presses(done, 'Change my answers');
  expect(words(await bot().as('noah').presses(again, '4'))).toContain('You gave *4*.');

  await bot().goTo('2026-03-23T09:31');
  const reminded = (who: Who) =>
    bot()
      .as(who)
      .sees(bot().sandbox.dm(bot().as(who).id))
      .filter(({ text }) => text.startsWith('The questions above are open'));
  await expect.poll(() => reminded('jonas').length).toBe(1);
  const left = () => bot().db.delivery.count({ where: { content: { path: ['kind'], equals: 'pulse_reminder' } } });
  await expect
    .poll(async () => {
      await bot().goTo('2026-03-23T09:32');
      return left();
    })
    .toBe(0);
  expect([reminded('anna'), reminded('noah')]).toEqual([[], []]);
});
