// A customer is asked with a personal link, answers once, and is followed up until it is solved.
import { expect, test } from 'vitest';
import { questionRow } from '../../src/mail/customer-letter.ts';
import { useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';

const bot = useBot();

const linkIn = (said: string) => /http\S+?(?=[`\s]|$)/.exec(said)?.[0] ?? '';
const asks = async (typed: string, who: Who = 'anna') => linkIn((await bot().as(who).types(typed)).text);
const sends = (link: string, fields: Record<string, string>) =>
  fetch(link, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const answers = () => bot().db.surveyAnswer.findMany({ orderBy: { answeredAt: 'asc' } });

let acme = '';

test('a rep gets a link for their customer, and the same one while it is open', async () => {
  const given = await bot().as('anna').types('/nps link Acme Jane Doe');
  expect(given.text).toMatch(/^A link for Jane Doe of Acme, good until 17 Apr, for one answer\./);
  acme = linkIn(given.text);
  expect(acme.startsWith(`${bot().address}/nps/`)).toBe(true);
  const again = await bot().as('anna').types('/nps link acme jane doe');
  expect(again.text).toMatch(/^The link that jane doe of Acme was given on 18 Mar is still open/);
  expect(linkIn(again.text)).toBe(acme);
});

test('a customer of somebody else is for their manager, not for a colleague', async () => {
  expect((await bot().as('jonas').types('/nps link Acme')).text).toBe(
    'Acme is a customer of Anna Berger: this is for them, their managers and admins.',
  );
  expect((await bot().as('jonas').types('/nps Acme')).text).toMatch(/^Acme is a customer of Anna Berger/);
  expect((await bot().as('marta').types('/nps Acme')).text).toMatch(/^Acme has not answered anything yet/);
  expect((await bot().as('anna').types('/nps link Glober')).text).toBe(
    'I know no customer called “Glober”. Did you mean Globex?',
  );
});

test('programs that look at links record nothing, however many numbers they open', async () => {
  for (const score of ['0', '6', '10', '11', 'x']) expect((await fetch(`${acme}?score=${score}`)).status).toBe(200);
  expect((await fetch(acme, { method: 'HEAD' })).status).toBe(200);
  expect((await fetch(acme, { method: 'PUT' })).status).toBe(405);
  expect(await answers()).toEqual([]);
});

test('the page may load nothing, run nothing, be framed by nobody, and be kept by nobody', async () => {
  const page = await fetch(`${acme}?score=3`);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await page.text()).not.toMatch(/<script|src=|@import|url\(/);
});

test('what is no answer is refused kindly', async () => {
  for (const score of ['', '11', '-1', '3.5']) {
    const refused = await sends(acme, { score });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Nothing was recorded yet: choose a number');
  }
  expect((await sends(acme, { score: '3', comment: 'x'.repeat(40_000) })).status).toBe(400);
  expect(await answers()).toEqual([]);
});

test('an answer is counted once, also when it is sent twice at once', async () => {
  const comment = 'Support is <slow> & rude\r\nfor weeks';
  const sent = await Promise.all([1, 2, 3].map(() => sends(acme, { score: '4', comment })));
  expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
  const said = { score: 4, comment: 'Support is <slow> & rude\nfor weeks' };
  const whose = { source: 'link', instrument: 'nps', respondent: 'Jane Doe', typedById: null };
  expect(await answers()).toMatchObject([{ ...said, ...whose }]);
  const after = await fetch(acme);
  expect(await after.text()).toContain('Thank you. Your answer has arrived.');
  expect((await sends(acme, { score: '10' })).status).toBe(303);
  expect((await sends(acme, { decline: 'yes' })).status).toBe(303);
  expect(await answers()).toMatchObject([{ score: 4 }]);
});

test('who has answered is not asked again for 90 days', async () => {
  expect((await bot().as('anna').types('/nps link Acme jane doe')).text).toMatch(
    /^Jane Doe of Acme answered on 18 Mar: how likely they are to recommend you\. .* for 90 days, .*: from 16 Jun on/,
  );
  expect((await bot().as('anna').types('/nps link Acme')).text).toMatch(/^Jane Doe of Acme answered on 18 Mar/);
  expect(await asks('/nps link Acme ben@acme.com')).toContain('/nps/');
  expect((await bot().as('anna').types('/nps link Acme ben@acme.com')).text).toMatch(
    /Somebody there answered on 18 Mar: should that be who you ask, wait\./,
  );
});

test('who would rather not is not asked for 30 days, and may think better of it', async () => {
  const link = await asks('/nps link Globex');
  expect((await sends(link, { decline: 'yes' })).status).toBe(303);
  expect(await (await fetch(link)).text()).toContain('All right, we do not ask you again for a while.');
  expect((await bot().as('anna').types('/nps link Globex')).text).toMatch(
    /^Globex would rather not say on 18 Mar how likely they are .* for 30 days: from 17 Apr on/,
  );
  expect(await (await fetch(`${link}?score=9`)).text()).toMatch(/value="9" required aria-label="9 of 10" checked/);
});

test('a forged link leads to a page that says what to do, and guessing is slowed down', async () => {
  const forged = `${acme.slice(0, -1)}${acme.endsWith('A') ? 'B' : 'A'}`;
  const answer = await fetch(forged);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('Open it again from the message it came in');
  const guesses = await Promise.all(Array.from({ length: 25 }, (_, n) => fetch(`${bot().address}/nps/${n}`)));
  expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  expect((await fetch(acme)).status).toBe(200);
});

test('the row for an e-mail holds eleven links to the page, each with its number chosen', async () => {
  const anna = bot().as('anna');
  const given = await anna.types('/nps email Acme mail@acme.com');
  expect(given.text).toMatch(/^A row of numbers for mail@acme.com of Acme is in our messages as a file/);
  const row = questionRow({ workspace: 'A & B', address: `${bot().address}/nps/x`, instrument: 'nps' });
  const links = [...row.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(links).toEqual(Array.from({ length: 11 }, (_, score) => `${bot().address}/nps/x?score=${score}`));
  expect(row).toContain('recommend A &amp; B to');
  expect(row).toContain('<html lang="en" dir="ltr">');
  const files = bot()
    .sandbox.messages(anna.id, bot().sandbox.dm(anna.id))
    .flatMap((message) => message.files ?? []);
  expect(files.map(({ title }) => title)).toEqual(['mail@acme.com of Acme']);
});

test('who sees to them reads how many of those who were asked have answered', async () => {
  // Jane has answered, Globex would rather not, Ben and the one of the row for an e-mail have not said anything yet.
  const counted =
    /4 were asked by a personal link in the last 90 days: 1 answered \(25.%\), 1 would rather not, 2 can still answer\.$/;
  expect((await bot().as('anna').types('/nps')).text).toMatch(counted);
  expect((await bot().as('marta').types('/nps')).text).toMatch(counted);
  expect((await bot().as('jonas').types('/nps')).text).not.toMatch(/asked by a personal link/);
  // A link that another takes the place of has asked nobody.
  await bot().as('anna').types('/nps csat Acme ben@acme.com');
  expect((await bot().as('anna').types('/nps')).text).toMatch(counted);
});

test('after 30 days a link has expired, and says whom to ask', async () => {
  const link = await asks('/nps link Acme late@acme.com');
  await bot().goTo('2026-04-18T10:00');
  const late = await fetch(link);
  expect(late.status).toBe(410);
  expect(await late.text()).toContain('ask whoever sent it to you for a new one');
  expect((await sends(link, { score: '2' })).status).toBe(410);
  expect(await answers()).toHaveLength(1);
});
