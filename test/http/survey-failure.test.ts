// The database goes away while a customer answers: nothing they typed is lost, and it is sent once it is back.
import pg from 'pg';
import pino from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type HttpServer, startHttpServer } from '../../src/http/server.ts';
import { createSurvey } from '../../src/http/survey/survey.ts';
import { issueLink } from '../../src/surveys/customers/links.ts';
import { signLinkPath } from '../../src/surveys/customers/signed-link.ts';
import { openBrowser } from '../support/browser.ts';
import { newDatabase } from '../support/database.ts';
import { now, openOffice } from '../support/office.ts';

let database: Awaited<ReturnType<typeof newDatabase>>;
let server: HttpServer;
let browser: Browser;
const written: string[] = [];

beforeAll(async () => {
  [database, browser] = await Promise.all([newDatabase(), openBrowser()]);
  await openOffice(database.db);
  const clock = () => now;
  server = await startHttpServer({
    port: 0,
    pictures: { get: async () => null },
    pictureSecret: 'secret',
    survey: createSurvey({ db: database.db, linkSecret: 'secret', clock }),
    clock,
    log: pino({ level: 'error' }, { write: (line) => written.push(line) }),
    isReady: async () => true,
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.drop();
});

async function linkFor(respondent: string): Promise<string> {
  const { db } = database;
  const { workspaceId, id: customerId } = await db.customer.findFirstOrThrow({ where: { name: 'Acme' } });
  const { id: askedById } = await db.member.findFirstOrThrow({ where: { name: 'Anna Berger' } });
  const issued = await issueLink(
    db,
    { workspaceId, customerId, instrument: 'nps', respondent, askedById },
    now,
    'Europe/Berlin',
  );
  if (!('link' in issued)) throw new Error('no link');
  return `http://127.0.0.1:${server.port}${signLinkPath(issued.link, 'secret')}`;
}

/** Ends every connection to the database, and lets nobody in; or lets them in again. */
async function databaseIs(state: 'down' | 'up') {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  const name = new URL(database.url).pathname.slice(1);
  await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${state === 'up'}`);
  if (state === 'down')
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  await client.end();
}

const answers = () => database.db.surveyAnswer.findMany({ orderBy: { answeredAt: 'asc' } });
const words = 'Too slow & "late"\n</textarea><b>for weeks</b>';

test('what they wrote is in the page they get back, and counts once when it is sent again', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await page.goto(`${await linkFor('jane@acme.com')}?score=4`);
  await page.getByLabel('What is the main reason?').fill(words);
  expect(await page.getByRole('radio', { name: '4 of 10' }).isChecked()).toBe(true);
  await databaseIs('down');
  const [failed] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: 'Send' }).click(),
  ]);
  expect(failed.status()).toBe(500);
  await page.getByRole('heading', { name: 'Please try again.' }).waitFor();
  expect(await page.getByLabel('What is the main reason?').inputValue()).toBe(words);
  expect(await page.locator('b').count()).toBe(0);
  expect(written.join()).toContain('a request failed');
  expect(written.join()).not.toContain('for weeks');

  await page.getByRole('button', { name: 'Send 4' }).click();
  await page.getByRole('heading', { name: 'Please try again.' }).waitFor();
  expect(await page.getByLabel('What is the main reason?').inputValue()).toBe(words);
  await databaseIs('up');
  expect(await answers()).toEqual([]);
  await page.getByRole('button', { name: 'Send 4' }).click();
  await page.getByRole('heading', { name: 'Thank you.' }).waitFor();
  expect(await answers()).toMatchObject([{ score: 4, comment: words, respondent: 'jane@acme.com' }]);
  await page.close();
});

test('a refusal can be pressed again, and a page that could not be shown be opened again', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  const link = await linkFor('ben@acme.com');
  await databaseIs('down');
  expect((await page.goto(`${link}?score=9`))?.status()).toBe(500);
  await databaseIs('up');
  await page.getByRole('link', { name: 'Try again' }).click();
  await page.getByRole('radio', { name: '9 of 10', checked: true }).waitFor();
  await databaseIs('down');
  await page.getByRole('button', { name: 'I would rather not answer' }).click();
  await page.getByRole('heading', { name: 'Please try again.' }).waitFor();
  await databaseIs('up');
  await page.getByRole('button', { name: 'I would rather not answer' }).click();
  await page.getByRole('heading', { name: 'All right' }).waitFor();
  expect(await answers()).toHaveLength(1);
  await page.close();
});
