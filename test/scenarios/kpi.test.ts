import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { SALES, useBot } from '../support/bot.ts';
import { expectDrawing, imageIn, labels, plain, shown, words } from '../support/reading.ts';

const bot = useBot();

test('a rep asks /kpi me and gets their numbers against target, alone, in words and in a picture', async () => {
  const anna = bot().as('anna');
  const answer = await shown(anna, await anna.types('/kpi me'));

  expect(answer.ephemeral).toBe(true);
  expect(answer.text).toBe(
    'Anna Berger, 1–31 Mar 2026 so far: Revenue $20,000 of $40,000, behind pace; Attainment 50\u00a0%; Deals won 2.',
  );
  expect(words(answer).split('\n')[0]).toBe(`*${plain(answer.text)}*`);
  expect(words(answer)).toContain('*Revenue*  $20,000 · ▲ 33 % better\n▰▰▰▰▰▱▱▱▱▱ 50 % of $40,000 · behind pace');
  expect(words(answer)).toContain('*Win rate*  66.7 % · 2 of 3 · ▼ 33 pts worse');
  expect(words(answer)).toContain('Compared with 1–18 Feb 2026.\nData as of 09:30 (test).');
  expect(labels(answer)).toEqual(['Last period', 'This quarter', 'By week', 'Explain', 'Numbers', 'Share to channel']);

  const image = imageIn(answer)!;
  expect(plain(image.alt)).toMatch(
    /^Line chart: Revenue · Anna Berger, 1–31 Mar 2026. Actual \(18 Mar\) \$20K\. Projected \$\S+ Target \$40K\.$/,
  );
  await expectDrawing(image.url!);
});

test('nobody else in the channel sees a private answer', async () => {
  const { ts } = await bot().as('anna').types('/kpi me last month');
  expect(bot().as('anna').sees()).toContainEqual(expect.objectContaining({ ts }));
  expect(bot().as('jonas').sees()).not.toContainEqual(expect.objectContaining({ ts }));
});

test('the buttons show another period or breakdown in place of the answer', async () => {
  const anna = bot().as('anna');
  const answer = await anna.types('/kpi revenue me');

  const february = await anna.presses(answer, 'Last period');
  expect(february).toMatchObject({ ts: answer.ts, ephemeral: true, edited: true });
  expect(february.text).toBe('Anna Berger, 1–28 Feb 2026: Revenue $15,000.');

  const january = await anna.presses(february, 'Last period');
  expect(january.text).toBe('Anna Berger, 1–31 Jan 2026: Revenue $0.');

  const quarter = await anna.presses(january, 'This quarter');
  expect(quarter.text).toMatch(/^Anna Berger, 1 Jan – 31 Mar 2026 so far: Revenue \$35,000/);
  expect(labels(quarter)).toEqual(['Last period', 'By week', 'Explain', 'Numbers', 'Share to channel']);

  const weeks = await anna.presses(quarter, 'By week');
  expect(words(weeks)).toContain('\n2 Mar  *$12,000*\n9 Mar  *$8,000*\n');
  expect(weeks.ts).toBe(answer.ts);
});

test('several numbers over time have a paragraph each', async () => {
  const anna = bot().as('anna');
  const weeks = await anna.presses(await anna.types('/kpi me'), 'By week');
  expect(words(weeks)).toMatch(/\*Revenue\* {2}\*\$20,000\* \/ \$40,000 {2}(▲|▼) [\d.]+ %\n/);
  expect(words(weeks)).toContain('\n1 Mar *$0* · 2 Mar *$12,000* · 9 Mar *$8,000* · 16 Mar *$0*');
  expect(words(weeks)).toContain('\n1 Mar *–* · 2 Mar *100 %* (1 of 1) · 9 Mar *50 %* (1 of 2) · 16 Mar *–*');
});

test('sharing posts the answer for all to see, under the name of who shares it, with its picture', async () => {
  const anna = bot().as('anna');
  const answer = await anna.types('/kpi revenue me');
  await anna.presses(answer, 'Share to channel');

  const shared = await bot().sandbox.waitForMessage(bot().as('jonas').id, SALES, ({ isBot }) => isBot);
  expect(shared.ephemeral).toBe(false);
  expect(shared.username).toBe('Anna Berger');
  expect(shared.text).toMatch(/^Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000/);
  expect(words(shared)).toMatch(/^Shared by Anna Berger\n/);
  expect(words(shared)).toContain('Data as of');
  expect(labels(shared)).toEqual([]);
  const { fileId, alt } = imageIn(shared)!;
  expect(alt).toMatch(/^Line chart: Revenue · Anna Berger, .*Actual \(18 Mar\) \$20K\./);
  await expectDrawing(`${bot().sandbox.url}sandbox/file/${fileId}?as=${bot().as('jonas').id}`);
});

test('somebody for whom nothing is recorded is told so and how to start', async () => {
  const answer = await bot().as('noah').types('/kpi me');
  expect(answer.text).toMatch(/^Nothing is recorded yet for Noah Adler\. This is not a 0/);
  expect(words(answer)).toContain('`/log call Acme answered 12m`');
  expect(words(answer)).toMatch(/\nData as of 09:30 \(test\)\.$/);
  expect(imageIn(answer)).toBeUndefined();
});

test('somebody who did nothing this month sees a 0, which is another thing than nothing recorded', async () => {
  const answer = await bot().as('jonas').types('/kpi me');
  expect(answer.text).toMatch(/^Jonas Petersen, 1–31 Mar 2026 so far: Revenue \$0; Deals won 0/);
  expect(words(answer)).toContain('*Win rate*  –');
});

test('somebody the bot has never met is welcomed with the name Slack knows', async () => {
  const answer = await bot().as('nina').types('/kpi me');
  expect(answer.text).toMatch(/^Nothing is recorded yet for Nina Neumann\./);
});

test.for([
  ['/kpi revenu me', 'I do not know `revenu`. Did you mean `revenue`?'],
  ['/kpi Ana', 'I do not know `Ana`. Did you mean `anna`?'],
  ['/kpi flurbgrumpf', 'I do not know `flurbgrumpf`. `help` shows examples that work.'],
  ['/kpi me today yesterday', /^`today` and `yesterday` are different periods\./],
  ['/kpi pipeline by hour', /^Pipeline cannot be broken down by hour\. It can by: /],
  ['/forecast', 'I do not know /forecast. I know /kpi'],
] as const)('%s is answered with what was not understood, and what would be', async ([typed, said]) => {
  const answer = await bot().as('marta').types(typed);
  expect(answer.ephemeral).toBe(true);
  if (typeof said === 'string') expect(answer.text.startsWith(said), answer.text).toBe(true);
  else expect(answer.text).toMatch(said);
});

test.for([
  ['/kpi revnue tem last moth', 'revenue team last month', /^North, 1–28 Feb 2026: Revenue /],
  ['/kpi leaderbord', 'leaderboard', /^Leaderboard of North/],
  ['/kpi report call', 'report calls', /^Calls(:| ·)/],
  ['/kpi explain win rat', 'explain win rate', /^Win rate/],
  ['/kpi team deals', 'deals won (a number)', /^North, .*: Deals won/],
  [
    '/kpi team revenue vs last quarter',
    'team revenue vs last quarter this quarter',
    /^North, 1 Jan – 31 Mar 2026 so far/,
  ],
] as const)('%s has a button for what may have been meant', async ([typed, label, said]) => {
  const marta = bot().as('marta');
  const answer = await marta.types(typed);
  expect((await marta.presses(answer, label)).text).toMatch(said);
});

test('who is the best is told by the leaderboard, the largest by a number by that number', async () => {
  const marta = bot().as('marta');
  expect((await marta.types('/kpi who is my best rep?')).text).toMatch(/^Leaderboard of North/);
  expect((await marta.types('/kpi leaderboard by deals won')).text).toMatch(/^Leaderboard of North.*Anna Berger {2}2/);
  expect(words(await marta.types('/kpi team top 1 reps by revenue'))).toContain('Anna Berger  *$20,000*');
});

test('two people side by side are seen by who may see each of them', async () => {
  const answer = await bot().as('marta').types('/kpi revenue Anna Berger vs Jonas Petersen');
  expect(words(answer)).toContain('Anna Berger  *$20,000');
  for (const [who, typed] of [
    ['jonas', '/kpi revenue Anna Berger vs Jonas Petersen'],
    ['marta', '/kpi revenue Anna Berger vs Sofia Marino'],
  ] as const)
    expect((await bot().as(who).types(typed)).text).toMatch(/^You can see your own (numbers|people)/);
});

test('what a person typed comes back without effect, were it a call to everybody', async () => {
  for (const typed of ['<!channel> *bold*', '<!here|here>', '<https://example.com|click>', '&lt;!everyone&gt;']) {
    const answer = await bot().as('anna').types(`/kpi ${typed}`);
    expect(answer.text).toMatch(/^I do not know /);
    expect(answer.text + words(answer)).not.toMatch(/<[!@h]/);
  }
});

test('a name in the data that looks like a call to everybody is only shown', async () => {
  const ask = await bot().as('marta').types('/kpi team revenue by rep');
  await bot().as('marta').presses(ask, 'Share to channel');
  await bot().as('loud').types('/kpi me');
  const said = JSON.stringify([...bot().as('marta').sees(), ...bot().as('loud').sees()].map((message) => message.text));
  const blocks = [...bot().as('marta').sees(), ...bot().as('loud').sees()].map(words).join('\n');
  expect(blocks).toContain('&lt;!channel&gt; &amp; Söhne  *$3,000*');
  expect(said + blocks).not.toContain('<!channel>');
});

test('every example in the help is understood', async () => {
  const marta = bot().as('marta');
  const help = await marta.types('/kpi help');
  const examples = [...words(help).matchAll(/`([^`]+)`/g)].flatMap(([, example]) => (example ? [example] : []));
  const questions = examples.filter((example) => !/^\/(?!kpi)/.test(example));
  expect(questions.length).toBeGreaterThan(20);
  for (const example of questions) {
    const { text } = await marta.types(example.startsWith('/kpi') ? example : `/kpi team ${example}`);
    expect
      .soft(text, example)
      .toMatch(
        /^(North|Marta Lindqvist|Nothing is recorded yet for|Leaderboard of North|The weekly reports|Whose sheet\?|Monthly review|\w+: \d+ numbers|Win rate)/,
      );
  }
});

test('an empty /kpi and /kpi help say the same', async () => {
  const anna = bot().as('anna');
  expect(words(await anna.types('/kpi'))).toBe(words(await anna.types('/kpi help')));
});

test('the address of a picture is no good when altered, or a day later', async () => {
  const anna = bot().as('anna');
  const answer = await shown(anna, await anna.types('/kpi me'));
  const { url = '' } = imageIn(answer) ?? {};
  const last = url.at(-5);
  const forged = `${url.slice(0, -5)}${last === 'A' ? 'B' : 'A'}.png`;
  const later = url.replace(/\/(\d+)\//, (_, seconds) => `/${Number(seconds) + 60}/`);
  for (const address of [forged, later, `${bot().address}/charts/`]) expect((await fetch(address)).status).toBe(404);

  await expectDrawing(url);
  bot().pass(Temporal.Duration.from({ hours: 25 }));
  expect((await fetch(url)).status).toBe(404);
});

test('two breakdowns are one within the other, and a filter is said in the answer', async () => {
  const marta = bot().as('marta');
  const months = await marta.types('/kpi team revenue ytd by customer by month');
  expect(words(months)).toContain('Acme  *$27,000*\n• Jan 2026  *$0*\n• Feb 2026  *$15,000*\n• Mar 2026  *$12,000*');
  const calls = await marta.types('/kpi team activities where type = call');
  expect(calls.text).toBe('North · Call, 1–31 Mar 2026 so far: Activities logged 2.');
});

test('a rep cannot see a colleague by filtering the team', async () => {
  const answer = await bot().as('jonas').types('/kpi team revenue for Anna Berger');
  expect(answer.text).toMatch(/^You can see your own numbers/);
  const own = await bot().as('anna').types('/kpi team revenue for Anna Berger');
  expect(own.text).toMatch(/^North · Anna Berger, 1–31 Mar 2026 so far: Revenue \$20,000\./);
});
