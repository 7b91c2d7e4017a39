// The customer's page in a real browser: a phone's width, no script, by keyboard alone.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageOf, questionPage, sayingPage } from '../../src/http/survey/page.ts';
import { style } from '../../src/http/survey/style.ts';
import { customerLetter } from '../../src/mail/customer-letter.ts';
import type { Instrument } from '../../src/surveys/customers/instruments.ts';
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

const linkFor = async (whom: string) =>
  /http[^`\s]+/.exec((await bot().as('anna').types(`/nps link ${whom}`)).text)?.[0] ?? '';
const numberOf = (page: Page, score: number) => page.getByRole('radio', { name: `${score} of 10`, exact: true });

test('at 360 px without a script one chooses a number, adds why, and is thanked, by keyboard alone', async () => {
  const page = await phone();
  await page.goto(await linkFor('Globex'));
  expect(await page.title()).toBe('How likely are you to recommend Northwind to a colleague?');
  expect(await overflows(page)).toBe(false);
  // Who reads it is said before it is sent, and to who hears the page as well.
  const readers = 'Your answer is read at Northwind, above all by whoever looks after you there. It is not anonymous.';
  expect(await page.locator('#reader').textContent()).toBe(readers);
  expect(await page.getByRole('group').getAttribute('aria-describedby')).toBe('ends reader');
  await tabTo(page, '0 of 10');
  for (let score = 0; score < 6; score++) await page.keyboard.press('ArrowDown');
  expect(await numberOf(page, 6).isChecked()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Too few people answer');
  expect(await page.getByLabel('What is the main reason? (optional)').inputValue()).toBe('Too few people answer');
  expect(await bot().db.surveyAnswer.count()).toBe(0);
  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Thank you. Your answer has arrived.' }).waitFor();
  expect(await page.locator('main').textContent()).toContain(
    'It is read at Northwind, above all by whoever looks after',
  );
  await page.reload();
  await page.goBack();
  expect(await bot().db.surveyAnswer.findMany()).toMatchObject([{ score: 6, comment: 'Too few people answer' }]);
  await page.context().close();
});

test('the number of an e-mail’s link can be changed after one has written, and what was written stays', async () => {
  const page = await phone();
  await page.goto(`${await linkFor('Acme changed@acme.com')}?score=3`);
  expect(await numberOf(page, 3).isChecked()).toBe(true);
  const why = page.getByLabel('What is the main reason? (optional)');
  await why.fill('Nobody called back,\nthen somebody did');
  await page.getByText('8', { exact: true }).click();
  expect(await numberOf(page, 8).isChecked()).toBe(true);
  expect(await why.inputValue()).toBe('Nobody called back,\nthen somebody did');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you.' }).waitFor();
  expect(await bot().db.surveyAnswer.findFirst({ where: { respondent: 'changed@acme.com' } })).toMatchObject({
    ...{ score: 8, comment: 'Nobody called back,\nthen somebody did' },
  });
  await page.context().close();
});

test('without a number nothing is sent; should it be all the same, what was written comes back', async () => {
  const page = await phone();
  await page.goto(await linkFor('Acme lacking@acme.com'));
  const why = page.getByLabel('What is the main reason? (optional)');
  await why.fill('All of it');
  await page.getByRole('button', { name: 'Send' }).click();
  expect(await page.locator('input:invalid').count()).toBe(11);
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.locator('form').evaluate((form) => form.setAttribute('novalidate', ''));
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').textContent()).toContain('Nothing was recorded yet');
  expect(await why.inputValue()).toBe('All of it');
  // Who would rather not needs no number.
  await page.getByRole('button', { name: 'I would rather not answer' }).click();
  await page.getByRole('heading', { name: 'All right' }).waitFor();
  // Nor does who thinks better of it need an e-mail.
  await page.getByRole('link', { name: 'Answer after all' }).click();
  await numberOf(page, 7).waitFor();
  await page.reload();
  expect(await bot().db.surveyAnswer.count({ where: { respondent: 'lacking@acme.com' } })).toBe(0);
  await page.context().close();
});

const question = (workspace: string, score: number | null, instrument: Instrument = 'nps') =>
  questionPage({ workspace, instrument, score, comment: '', isLacking: false });

test.each([
  ['light', 'nps', 11],
  ['dark', 'nps', 11],
  ['light', 'csat', 5],
] as const)(
  'in %s every number of %s is big enough for a thumb, and all words can be read',
  async (scheme, instrument, count) => {
    const page = await phone(scheme);
    await page.setContent(pageOf(question('Acme', 3, instrument)));
    const numbers = page.getByRole('group').getByRole('radio');
    expect(await numbers.count()).toBe(count);
    for (const number of await numbers.all()) {
      const box = await number.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    for (const words of ['h1', 'p', '.ends', 'label', '.number span', ':checked + span', 'button', 'button.quiet'])
      expect(await contrastOf(page, words), words).toBeGreaterThanOrEqual(4.5);
    await page.context().close();
  },
);

test('what somebody is called cannot become a part of the page', () => {
  const page = pageOf(question('<b onclick="x">&', null));
  expect(page).toContain('&lt;b onclick=&quot;x&quot;&gt;&amp;');
  expect(page).not.toContain('<b ');
});

test('in a language written from the right the page reads from there', async () => {
  expect(pageOf(sayingPage('thanks', 'Acme'), 'fa-IR')).toContain('<html lang="fa-IR" dir="rtl">');
  expect(pageOf(sayingPage('thanks', 'Acme'))).toContain('<html lang="en" dir="ltr">');
  // Nothing in its looks knows left from right.
  expect(style).not.toMatch(/\b(left|right)\b/);
  const page = await phone();
  await page.setContent(pageOf(question('Acme', 3), 'fa'));
  const [none, most] = await Promise.all(
    ['0 of 10', '5 of 10'].map((name) => page.getByRole('radio', { name, exact: true }).boundingBox()),
  );
  expect(none?.x).toBeGreaterThan(most?.x ?? 0);
  expect(await overflows(page)).toBe(false);
  await page.context().close();
});

test('in an e-mail all numbers can be seen and pressed on a phone, and stand in one row where there is room', async () => {
  const address = 'https://bot.example.com/nps/x';
  const { html } = customerLetter({ instrument: 'nps', workspace: 'Northwind', address }, 'Anna Berger');
  const page = await phone();
  await page.setContent(html);
  expect(await overflows(page)).toBe(false);
  const rows = async () => {
    const boxes = await Promise.all((await page.locator('td a').all()).map((link) => link.boundingBox()));
    expect(boxes).toHaveLength(11);
    for (const box of boxes) expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(38);
    return new Set(boxes.map((box) => box?.y)).size;
  };
  expect(await rows()).toBe(2);
  await page.setViewportSize({ width: 800, height: 600 });
  expect(await rows()).toBe(1);
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
      // The words of a number lie above its field.
      let behind: Element | null = element.matches(':checked + *') ? element.previousElementSibling : element;
      while (behind && rgb(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
      const [one, other] = [
        light(getComputedStyle(element).color),
        light(getComputedStyle(behind ?? document.body).backgroundColor),
      ];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    });
}
