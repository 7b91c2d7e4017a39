// Customers are asked how satisfied they are: by a link, or as somebody types it in; and who is not is followed up.
import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { words } from '../support/reading.ts';

const bot = useBot();
const linkIn = (said: string) => /http\S+?(?=[`\s]|$)/.exec(said)?.[0] ?? '';
const sends = (link: string, fields: Record<string, string>) =>
  fetch(link, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const told = (about: RegExp) => bot().as('anna').told(about);

test('the page asks for one of five, with words at both ends', async () => {
  const given = await bot().as('anna').types('/nps csat Acme Jane Doe');
  expect(given.text).toMatch(/^A link to ask Jane Doe of Acme how satisfied they are, good until 17 Apr/);
  const page = await (await fetch(linkIn(given.text))).text();
  expect(page).toContain('<title>How satisfied are you with Northwind?</title>');
  expect([...page.matchAll(/name="score" value="(\d+)"/g)].map(([, score]) => score)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
  expect(page).toContain('1 = not at all satisfied');
  expect(page).toContain('5 = very satisfied');
});

test('a second question takes the place of the first: nobody has two links', async () => {
  const csat = linkIn((await bot().as('anna').types('/nps csat link Acme jane doe')).text);
  const other = await bot().as('anna').types('/nps link Acme jane doe');
  expect(other.text).toMatch(/The one of 18 Mar, which asks the other question, does not work any more\./);
  expect((await fetch(csat)).status).toBe(410);
  const back = await bot().as('anna').types('/nps link csat Acme jane doe');
  expect((await fetch(linkIn(other.text))).status).toBe(410);
  expect(linkIn(back.text)).not.toBe(csat);
});

test('who is not satisfied is a case like any other', async () => {
  const link = linkIn((await bot().as('anna').types('/nps csat Acme jane doe')).text);
  expect((await sends(link, { score: '2', comment: 'Late again' })).status).toBe(303);
  await expect.poll(() => told(/is unhappy/).length).toBe(1);
  const [case_] = told(/is unhappy/);
  expect(case_?.text).toBe('jane doe of Acme is unhappy: 2 of 5');
  expect(words(case_!)).toContain('> Late again');
  expect((await bot().as('anna').types('/nps')).text).toContain('*2 of 5* · jane doe of Acme');
});

test('an answer to one question is a rest from both', async () => {
  const anna = bot().as('anna');
  expect((await anna.types('/nps link Acme jane doe')).text).toBe(
    'jane doe of Acme answered on 18 Mar: how satisfied they are. After an answer nobody is asked anything for 90 days, so that it does not become a burden: from 16 Jun on there can be a link. What they tell you until then goes in with `/nps record Acme 8`; `/nps Acme` shows what they said.',
  );
  // So is one who has said how likely they are to recommend us left in peace about how satisfied they are.
  const link = linkIn((await anna.types('/nps link Globex ben@globex.com')).text);
  expect((await sends(link, { score: '9' })).status).toBe(303);
  expect((await anna.types('/nps csat Globex ben@globex.com')).text).toMatch(
    /^ben@globex\.com of Globex answered on 18 Mar: how likely they are to recommend you\. .* from 16 Jun on .* `\/nps csat record Globex 4`/,
  );
  await bot().db.surveyAnswer.deleteMany({ where: { score: 9 } });
});

test('what one was told can be typed in, in the words one would guess', async () => {
  const anna = bot().as('anna');
  for (const typed of [
    'csat record Globex 4 quick help',
    'record csat Globex 4',
    'record Globex csat 4',
    'record Globex 4/5',
  ])
    expect((await anna.types(`/nps ${typed}`)).text, typed).toBe(
      'Noted for Globex, as typed in by you: 4 of 5 (satisfaction).',
    );
  expect((await anna.types('/nps csat record Globex 6')).text).toMatch(
    /^6 is not on the scale\. Which whole number, from 1 to 5\?/,
  );
  expect((await anna.types('/nps record Globex 7/10')).text).toBe('Noted for Globex, as typed in by you: 7 of 10.');
  const rows = await bot().db.surveyAnswer.groupBy({
    by: ['instrument', 'score'],
    _count: true,
    where: { source: 'slack' },
  });
  expect(rows).toEqual(
    expect.arrayContaining([
      { instrument: 'csat', score: 4, _count: 4 },
      { instrument: 'nps', score: 7, _count: 1 },
    ]),
  );
});

test('history and numbers tell them apart', async () => {
  const globex = words(await bot().as('anna').types('/nps Globex'));
  expect(globex).toContain('*4 of 5* (satisfaction) · 18 Mar 2026 · typed in by Anna Berger');
  expect(globex).toContain('*7 of 10* · 18 Mar 2026');
  // Four of five were satisfied; the one who gave 7 of 10 was asked something else.
  const csat = await bot().as('anna').types('/kpi me csat this month');
  expect(csat.text).toMatch(/80/);
});
