// The targets of a whole team, set in the browser as a manager does it on Monday morning, on a desk and on a phone.
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
});
afterAll(() => browser?.close());

test.for([
  { width: 1280, height: 800, name: 'Jonas Petersen', goal: '30k', told: '$30,000' },
  { width: 360, height: 740, name: 'Noah Adler', goal: '12k', told: '$12,000' },
] as const)(
  'at $width px a manager fills in the form, mends what is refused, and $name finds the new target',
  async ({ width, height, name, goal, told }) => {
    const { page, troubles } = await openPage(browser, { width, height });
    await page.goto(`${bot().sandbox.url}?as=${bot().as('marta').id}&channel=${SALES}`);
    const box = page.getByRole('textbox', { name: 'Message #sales' });
    await box.pressSequentially('/target team');
    await box.press('Enter');
    bot().pass({ minutes: 1 });
    await page.getByRole('log').getByRole('button', { name: 'Set targets for all' }).last().click();

    const form = page.getByRole('dialog');
    const field = form.getByRole('textbox', { name });
    await field.fill('many');
    expect(await overflows(page)).toBe(false);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('Write a number, such as 50000 or 50k.').waitFor();
    expect(await field.inputValue()).toBe('many');
    expect(await field.getAttribute('aria-invalid')).toBe('true');

    bot().pass({ minutes: 1 });
    await field.fill(goal);
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText(`${name} gets a message about it.`).waitFor();
    expect(await overflows(page)).toBe(false);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });

    const who = name === 'Noah Adler' ? 'noah' : 'jonas';
    expect((await bot().as(who).types('/target')).text).toContain(`of ${told}`);
    expect(troubles).toEqual([]);
    await page.close();
  },
);
