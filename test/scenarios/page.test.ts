import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultDataFolder } from '../../src/db/open.ts';
import { buildPage } from '../../src/sandbox/page/build.ts';
import { SALES, useBot } from '../support/bot.ts';
import { coloursIn, openBrowser, openPage, overflows } from '../support/browser.ts';

const bot = useBot({ pageDir: () => buildPage(join(defaultDataFolder, 'sandbox-page')) });
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

test.for([
  { who: 'anna', typed: '/kpi me', width: 1280, height: 800 },
  { who: 'marta', typed: '/kpi anna', width: 360, height: 740 },
] as const)(
  'at $width px one types $typed, sees the numbers and a picture, and presses Last period',
  async ({ who, typed, width, height }) => {
    const { page, troubles } = await openPage(browser, { width, height });
    await page.goto(`${bot().sandbox.url}?as=${bot().as(who).id}&channel=${SALES}`);
    const box = page.getByRole('textbox', { name: 'Message #sales' });
    await box.pressSequentially(typed);
    await box.press('Enter');

    const message = page.getByRole('log').getByRole('article');
    await message.getByText('$20,000').first().waitFor();
    expect(await message.textContent()).toContain('Only visible to you');
    expect(await message.textContent()).toContain('50\u00a0% of $40,000');
    await expectPicture('Line chart: Revenue · Anna Berger, 1–31 Mar 2026');
    expect(await overflows(page)).toBe(false);

    bot().pass({ minutes: 1 });
    await message.getByRole('button', { name: 'Last period' }).click();
    await message.getByText('$15,000').first().waitFor();
    expect(await message.count()).toBe(1);
    expect(await message.textContent()).toContain('1–28 Feb 2026');
    expect(await message.textContent()).not.toContain('$20,000');
    await expectPicture('Column chart: Revenue by week · Anna Berger, 1–28 Feb 2026');
    expect(await overflows(page)).toBe(false);
    expect(troubles).toEqual([]);
    await page.close();

    async function expectPicture(alt: string) {
      const image = message.locator('.block-image').getByRole('img', { name: alt }).first();
      const button = message.getByRole('button', { name: 'Show chart' });
      await image.or(button).waitFor();
      // Where drawing took longer than the answer waits, one presses for it.
      if (await button.isVisible()) await button.click();
      await image.waitFor();
      await image.scrollIntoViewIfNeeded();
      expect(await coloursIn(image)).toBeGreaterThan(5);
      const { width: drawn = 0 } = (await image.boundingBox()) ?? {};
      expect(drawn).toBeGreaterThan(width === 360 ? 240 : 400);
    }
  },
);

test('one asks, goes to the records behind the number and finds their file in the messages with the bot', async () => {
  const sofia = bot().as('sofia');
  const { page, troubles } = await openPage(browser, { width: 360, height: 740 });
  await logCalls(sofia.id, 12);
  await page.goto(`${bot().sandbox.url}?as=${sofia.id}&channel=${SALES}`);
  const box = page.getByRole('textbox', { name: 'Message #sales' });
  await box.pressSequentially('/kpi activities');
  await box.press('Enter');

  const message = page.getByRole('log').getByRole('article').last();
  const press = async (name: string) => {
    bot().pass({ minutes: 1 });
    await message.getByRole('button', { name, exact: true }).click();
  };
  await message.getByRole('button', { name: 'Explain' }).waitFor();
  await press('Explain');
  await message.getByText('13 (activities) = 13').waitFor();
  await press('Show activities');
  await message.getByText('1–10 of 13.').waitFor();
  expect(await overflows(page)).toBe(false);
  await press('Next');
  await message.getByText('11–13 of 13.').waitFor();
  expect(await message.getByText('Call · by Sofia Marino · Answered').count()).toBe(1);
  await press('CSV');
  const link = message.getByRole('link', { name: 'your messages with me' });
  await link.waitFor();
  expect(await overflows(page)).toBe(false);

  await page.goto(`${bot().sandbox.url}?as=${sofia.id}&channel=${bot().sandbox.dm(sofia.id)}`);
  const file = page.getByRole('log').getByRole('link', { name: 'Activities logged: activities' });
  await file.waitFor();
  const list = await page.request.get(new URL((await file.getAttribute('href')) ?? '', page.url()).href);
  expect((await list.text()).trim().split('\r\n')).toHaveLength(14);
  expect(troubles).toEqual([]);
  await page.close();
});

/** On the days after the one call that the office knows of. */
async function logCalls(slackUserId: string, count: number): Promise<void> {
  const { workspaceId, id: memberId } = await bot().db.member.findFirstOrThrow({ where: { slackUserId } });
  const calls = Array.from({ length: count }, (_, index) => ({
    ...{ workspaceId, memberId, source: 'test', externalId: `extra ${index}` },
    ...{ type: 'call', direction: 'outbound', outcome: 'busy', occurredOn: new Date(Date.UTC(2026, 2, 6 + index)) },
  }));
  await bot().db.activity.createMany({ data: calls });
}
