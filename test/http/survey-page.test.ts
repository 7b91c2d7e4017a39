// The customer's page in a real browser: a phone's width, no script, by keyboard alone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf, questionPage, sayingPage } from '../../src/http/survey/page.ts';
import { useBot } from '../support/bot.ts';
import { openBrowser, overflows } from '../support/browser.ts';

const bot = useBot();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function phone(scheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const settings = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, colorScheme: scheme };
  return (await browser.newContext(settings)).newPage();
}
const tabTo = async (page: Page, name: string) => {
  const wanted = page.locator(`:focus:is([aria-label="${name}"], :text-is("${name}"))`);
  for (let presses = 0; presses < 20 && (await wanted.count()) === 0; presses++) await page.keyboard.press('Tab');
  expect(await wanted.count(), `Tab comes to ${name}`).toBe(1);
};

test('at 360 px without a script one chooses a number, adds why, and is thanked, by keyboard alone', async () => {
  const given = await bot().as('anna').types('/nps link Acme');
  const link = /http[^`\s]+/.exec(given.text)?.[0] ?? '';
  const page = await phone();
  await page.goto(link);
  expect(await page.title()).toBe('How likely are you to recommend Northwind to a colleague?');
  expect(await overflows(page)).toBe(false);
  await tabTo(page, '6 of 10');
  await page.keyboard.press('Enter');
  await page.waitForURL(/score=6$/);
  expect(await page.getByRole('link', { name: '6 of 10' }).getAttribute('aria-current')).toBe('true');
  const why = page.getByLabel('You chose 6. What is the main reason? (optional)');
  await why.focus();
  await page.keyboard.type('Too few people answer');
  expect(await overflows(page)).toBe(false);
  expect(await bot().db.surveyAnswer.count()).toBe(0);
  await tabTo(page, 'Send 6');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you. Your answer has arrived.' }).waitFor();
  await page.reload();
  await page.goBack();
  expect(await bot().db.surveyAnswer.findMany()).toMatchObject([{ score: 6, comment: 'Too few people answer' }]);
  await page.context().close();
});

test.each([
  ['light', 'nps', 11],
  ['dark', 'nps', 11],
  ['light', 'csat', 5],
] as const)(
  'in %s every number of %s is big enough for a thumb, and all words can be read',
  async (scheme, instrument, count) => {
    const page = await phone(scheme);
    await page.setContent(pageOf(questionPage('Acme', 3, instrument)));
    const numbers = page.getByRole('navigation').getByRole('link');
    expect(await numbers.count()).toBe(count);
    for (const number of await numbers.all()) {
      const box = await number.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    for (const words of ['h1', '.ends', 'label', 'li a', 'li a[aria-current]', 'button', 'button.quiet'])
      expect(await contrastOf(page, words), words).toBeGreaterThanOrEqual(4.5);
    await page.context().close();
  },
);

test('what somebody is called cannot become a part of the page', () => {
  const page = pageOf(questionPage('<b onclick="x">&', null, 'nps'));
  expect(page).toContain('&lt;b onclick=&quot;x&quot;&gt;&amp;');
  expect(page).not.toContain('<b ');
});

test('in a language written from the right the page reads from there', async () => {
  expect(pageOf(sayingPage('thanks', 'Acme'), 'fa-IR')).toContain('<html lang="fa-IR" dir="rtl">');
  expect(pageOf(sayingPage('thanks', 'Acme'))).toContain('<html lang="en" dir="ltr">');
  const page = await phone();
  await page.setContent(pageOf(questionPage('Acme', 3, 'nps'), 'fa'));
  const [none, most] = await Promise.all(
    ['0 of 10', '5 of 10'].map((name) => page.getByRole('link', { name, exact: true }).boundingBox()),
  );
  expect(none?.x).toBeGreaterThan(most?.x ?? 0);
  expect(await overflows(page)).toBe(false);
  await page.context().close();
});

/** WCAG 2's contrast of some words with what lies behind them. */
function contrastOf(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const rgb = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const light = (colour: string) => {
        const [r = 0, g = 0, b = 0] = rgb(colour).map((part) => {
          const share = part / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      let behind: Element | null = element;
      while (behind && rgb(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
      const [one, other] = [
        light(getComputedStyle(element).color),
        light(getComputedStyle(behind ?? document.body).backgroundColor),
      ];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    });
}
