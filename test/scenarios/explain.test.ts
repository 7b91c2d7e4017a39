import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { labels, plain, words } from '../support/reading.ts';

const bot = useBot();

test('the catalogue is shown a family at a time, with how to ask for each number', async () => {
  const anna = bot().as('anna');
  const activity = await anna.types('/kpi list');
  expect(activity.ephemeral).toBe(true);
  expect(words(activity)).toContain('*Answer rate*  How many of the calls placed were picked up.  `/kpi answer rate`');
  expect(labels(activity)).toEqual(['Leads', 'Deals', 'Revenue', 'Customers', 'Surveys']);
  const deals = await anna.presses(activity, 'Deals');
  expect(deals.ts).toBe(activity.ts);
  expect(words(deals)).toContain('*Win rate*');
  expect((await anna.types('/kpi list revenue')).text).toMatch(
    /^Revenue: 10 numbers you can ask for: Revenue, Units sold/,
  );
  expect((await anna.types('/kpi list flurb')).text).toMatch(
    /^There is no family “flurb”. There are: activity, leads,/,
  );
});

test('a number is explained: what it means, how it is made, of what, of when, compared with what', async () => {
  const anna = bot().as('anna');
  const said = await anna.types('/kpi explain win rate');
  expect(said.ephemeral).toBe(true);
  expect(plain(said.text)).toBe(
    'Win rate: 66.7 %. Anna Berger, 1–31 Mar 2026. 2 (deals won) / 3 (deals won or lost) = 66.7 %',
  );
  expect(words(said)).toContain('How many of the deals that were decided were won.');
  expect(words(said)).toContain('Counted: 1–31 Mar 2026 so far, up to 10:');
  expect(words(said)).toContain('in days of Europe/Berlin.\nCompared with 1–18 Feb 2026: 100 %. A running period');
  expect(words(said)).toMatch(/Nothing was left out\.\nNo target is set\.\nData as of 09:30 \(test\)\.$/);
  expect(labels(said)).toEqual(['Show deals won', 'Show deals won or lost', 'Back to the numbers']);

  const months = await anna.types('/kpi explain revenue this quarter by month');
  expect(words(months)).toContain('Feb 2026: $15,000 (revenue of deals won) = $15,000');
});

test('from an answer one goes to its explanation, to the records of each side, and back', async () => {
  const anna = bot().as('anna');
  const answer = await anna.types('/kpi win rate');
  const said = await anna.presses(answer, 'Explain');
  expect(said.ts).toBe(answer.ts);
  const decided = await anna.presses(said, 'Show deals won or lost');
  expect(words(decided)).toBe(
    [
      '*Win rate 66.7 %: deals won or lost*',
      'Anna Berger, 1–31 Mar 2026',
      'Fri 13 Mar · Deal 3 · by Anna Berger · lost · $4,000',
      'Thu 12 Mar · Deal 2 (Globex) · by Anna Berger · won · $8,000',
      'Thu 5 Mar · Deal 1 (Acme) · by Anna Berger · won · $12,000',
      '1–3 of 3.',
    ].join('\n'),
  );
  const won = await anna.presses(decided, 'Show deals won');
  expect(words(won)).not.toContain('lost ·');
  const explained = await anna.presses(won, 'Explanation');
  const back = await anna.presses(explained, 'Back to the numbers');
  expect(plain(back.text)).toBe(plain(answer.text));
  expect(back.ts).toBe(answer.ts);
});

test('of several numbers one says which to explain', async () => {
  const anna = bot().as('anna');
  const which = await anna.presses(await anna.types('/kpi me'), 'Explain');
  expect(labels(which)).toEqual(expect.arrayContaining(['Revenue', 'Attainment', 'Win rate']));
  const said = await anna.presses(which, 'Attainment');
  expect(words(said)).toContain('*$20,000 (revenue) / $40,000 (the target) = 50 %*');
  const other = await anna.presses(await anna.presses(said, 'Another number'), 'Win rate');
  const records = await anna.presses(other, 'Show deals won');
  const back = await anna.presses(await anna.presses(records, 'Explanation'), 'Back to the numbers');
  expect(labels(back)).toContain('Explain');
  expect(plain(back.text)).toContain('Revenue $20,000');
});

test('CSV brings the whole list as a file into one’s messages with the bot, and the answer says where', async () => {
  const anna = bot().as('anna');
  const records = await anna.types('/kpi explain revenue records');
  expect(words(records)).toContain('1–2 of 2. Together $20,000.');
  const sent = await anna.presses(records, 'CSV');
  const [, link = ''] = /The list is in <([^|]+)\|your messages with me>/.exec(words(sent)) ?? [];
  const response = await fetch(`${link}?as=${anna.id}`);
  const lines = (await response.text()).split('\r\n');
  expect(lines[0]).toContain('side,left out,day,kind,name,customer,owner,why,amount,currency,rate,rate of,counts as');
  expect(lines.slice(1)).toEqual([
    'revenue of deals won,,2026-03-12,deal,Deal 2,Globex,Anna Berger,won,8000,USD,,,8000',
    'revenue of deals won,,2026-03-05,deal,Deal 1,Acme,Anna Berger,won,12000,USD,,,12000',
    '',
  ]);
  expect((await fetch(`${link}?as=${bot().as('jonas').id}`)).status).not.toBe(200);
});

test('a rep sees the team’s total, but of its records only their own; the manager sees all', async () => {
  const anna = await bot().as('anna').types('/kpi explain team revenue records');
  expect(words(anna)).toContain('1–2 of 2. Together $23,000. 1 record of somebody else counts, too.');
  expect(words(anna)).not.toContain('$3,000');
  const jonas = await bot().as('jonas').types('/kpi explain team revenue records');
  expect(words(jonas)).toContain('None of them is yours. Together $23,000. 3 records of others count, too.');
  expect(labels(jonas)).not.toContain('CSV');
  const marta = await bot().as('marta').types('/kpi explain revenue records');
  expect(words(marta)).toContain('1–3 of 3. Together $23,000.');
  expect(words(marta)).toContain('by &lt;!channel&gt; &amp; Söhne');
});

test('a colleague’s number is not explained either', async () => {
  const said = await bot().as('jonas').types('/kpi explain Anna Berger revenue records');
  expect(said.text).toMatch(/^You can see your own numbers/);
  expect(words(said)).not.toContain('20,000');
});
