// The customer's pages under an accessibility checker, at a phone's width, and by keyboard without a script.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failedPage, pageOf, type Question, questionPage, sayingPage, type Words } from '../../src/http/survey/page.ts';
import { barriersIn } from '../support/accessibility.ts';
import { useBot } from '../support/bot.ts';
import { openBrowser, overflows } from '../support/browser.ts';

const bot = useBot();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const phone = (more: { javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark' } = {}) =>
  browser.newPage({ viewport: { width: 360, height: 740 }, ...more });
const linkFor = async (whom: string) =>
  /http[^`\s]+/.exec((await bot().as('anna').types(`/nps link ${whom}`)).text)?.[0] ?? '';
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

async function expectNoBarriers(page: Page, title: RegExp) {
  expect(await heading(page)).toMatch(title);
  expect(await barriersIn(page), `${title}`).toEqual([]);
  expect(await overflows(page), `${title}`).toBe(false);
}

test.each(['light', 'dark'] as const)(
  'in %s the checker finds nothing, from the question to the end',
  async (scheme) => {
    const page = await phone({ colorScheme: scheme });
    const link = await linkFor(`Acme ${scheme}@acme.com`);
    await page.goto(link);
    await expectNoBarriers(page, /^How likely are you/);
    await page.goto(`${link}?score=6`);
    await expectNoBarriers(page, /^How likely are you/);
    // What no browser sends by itself: a form without its number.
    await page.locator('input:checked').evaluate((field) => field.setAttribute('value', 'six'));
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('alert').waitFor();
    await expectNoBarriers(page, /^How likely are you/);
    await page.getByText('6', { exact: true }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await expectNoBarriers(page, /^Thank you/);

    await page.goto(await linkFor(`Globex ${scheme}@globex.com`));
    await page.getByRole('button', { name: 'I would rather not answer' }).click();
    await expectNoBarriers(page, /^All right/);
    await page.goto(`${link}x`);
    await expectNoBarriers(page, /^This link does not lead anywhere/);
    await page.close();
  },
);

const name = 'فروشگاه آریا';
const asked: Question = { workspace: name, instrument: 'nps', score: null, comment: '', isLacking: false };
test.each<[string, Words]>([
  ['the question', questionPage({ ...asked, score: null })],
  ['a chosen number', questionPage({ ...asked, score: 3 })],
  ['a number that is lacking', questionPage({ ...asked, score: null, comment: 'تحویل', isLacking: true })],
  ['the other question', questionPage({ ...asked, instrument: 'csat', score: 2 })],
  ['what went wrong with an answer', failedPage({ score: 3, comment: 'تحویل سه هفته دیر شد' }, 3)],
  ['what went wrong with a refusal', failedPage('declined', null)],
  ['what went wrong before it was shown', failedPage(null, 3)],
  ...(['thanks', 'declined', 'unsubscribed', 'expired', 'unknown', 'broken'] as const).map((what): [string, Words] => [
    what,
    sayingPage(what, name),
  ]),
])('the checker finds nothing in %s, whichever side it is read from', async (_, words) => {
  const page = await phone();
  for (const language of ['en', 'fa']) {
    await page.setContent(pageOf(words, language));
    expect(await barriersIn(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  }
  await page.close();
});

test('words written from the right stand on the right, also in a page that is read from the left', async () => {
  const page = await phone({ javaScriptEnabled: false });
  await page.goto(`${await linkFor('Acme rtl@acme.com')}?score=2`);
  const why = page.getByLabel('What is the main reason?');
  await why.fill('تحویل سه هفته دیر شد');
  expect(await why.evaluate((field) => getComputedStyle(field).direction)).toBe('rtl');
  expect(await overflows(page)).toBe(false);
  await page.close();
});

test('by keyboard alone and without a script one comes to every number, and says no', async () => {
  const page = await phone({ javaScriptEnabled: false });
  await page.goto(await linkFor('Acme keys@acme.com'));
  const focused = page.locator(':focus');
  await page.keyboard.press('Tab');
  for (let score = 0; score <= 10; score++) {
    await page.keyboard.press(score === 0 ? 'Space' : 'ArrowDown');
    expect(await focused.getAttribute('aria-label')).toBe(`${score} of 10`);
    expect(await focused.isChecked()).toBe(true);
    expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
  }
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab');
  expect(await focused.textContent()).toBe('I would rather not answer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'All right' }).waitFor();
  await page.close();
});

test('what was not found in time is as easy to read', async () => {
  const page = await phone();
  const link = await linkFor('Acme late@acme.com');
  await bot().goTo('2026-04-20T10:00');
  await page.goto(link);
  await expectNoBarriers(page, /^This link has expired/);
  await page.close();
});

test('the checker does find what is wrong', async () => {
  const page = await phone();
  await page.setContent(
    '<html><body><img src="x"><p style="color: #bbb; background: #fff">pale</p><input></body></html>',
  );
  const found = (await barriersIn(page)).join('\n');
  for (const id of ['image-alt', 'color-contrast', 'label', 'html-has-lang']) expect(found).toContain(id);
  await page.close();
});
