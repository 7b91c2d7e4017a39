import { beforeAll, expect, test } from 'vitest';
import { SALES, useBot } from '../support/bot.ts';
import { labels, plain, words } from '../support/reading.ts';

const bot = useBot();

/** The stories go on from one to the next: Noah is the admin. */
beforeAll(async () => {
  const { db } = bot();
  const noah = await db.member.findFirstOrThrow({ where: { name: 'Noah Adler' } });
  await db.member.update({
    where: { workspaceId_id: { workspaceId: noah.workspaceId, id: noah.id } },
    data: { role: 'admin' },
  });
});

test('a manager sees their people, by attainment, and a rep their own row alone', async () => {
  const answer = await bot().as('marta').types('/kpi leaderboard');
  expect(answer.text).toMatch(
    /^Leaderboard of North, 1–31 Mar 2026 so far: 1\. Anna Berger\s+50\s%\s+\$20,000 of \$40,000\.$/,
  );
  expect(words(answer)).toContain('1. Anna Berger  50 %  $20,000 of $40,000 · own best');
  expect(words(answer)).toMatch(
    /\*(1 person without a target is|[2-9] people without a target are) not ranked\*: &lt;!channel&gt; &amp; Söhne \$3,000\n/,
  );
  expect(words(answer)).not.toContain('Sofia');
  const own = await bot().as('anna').types('/kpi leaderboard');
  expect(plain(own.text)).toBe('Anna Berger, 1–31 Mar 2026 so far: Revenue 50 %  $20,000 of $40,000 · own best');
  expect(words(own)).toContain('The leaderboard is private here, so you see your own row alone.');
  expect(words(own)).not.toMatch(/Sofia|Jonas/);
  expect(labels(own)).toEqual(['Last period', 'This quarter']);
  expect((await bot().as('anna').presses(own, 'Last period')).text).toMatch(/^Anna Berger, 1–28 Feb 2026: Revenue /);
  expect((await bot().as('anna').types('/kpi leaderboard publish')).text).toMatch(/^Only an admin/);
});

test('published without amounts, a rep sees ranks and shares, and their own numbers', async () => {
  await bot().as('noah').types('/kpi leaderboard publish ranks');
  const answer = await bot().as('jonas').types('/kpi leaderboard');
  expect(words(answer)).toContain('1. Anna Berger  50 %');
  expect(words(answer)).not.toContain('$');
  expect(words(answer)).toContain('Sofia Marino');
  expect(words(await bot().as('anna').types('/kpi leaderboard'))).toContain('$20,000 of $40,000 · own best ← you');
});

test('published with amounts, equals share a place', async () => {
  await bot().as('noah').types('/kpi leaderboard publish');
  const answer = await bot().as('jonas').types('/kpi leaderboard deals won');
  expect(words(answer)).toContain(
    '1. Anna Berger  2 · own best\n2. &lt;!channel&gt; &amp; Söhne  1\n2. Sofia Marino  1\n4. Jonas Petersen  0 · best 1 (Feb 2026) ← you',
  );
});

test('shared, it shows what is published, whoever shares it', async () => {
  const noah = bot().as('noah');
  await noah.types('/kpi leaderboard publish ranks');
  await noah.presses(await noah.types('/kpi leaderboard'), 'Share to channel');
  const shared = await bot().sandbox.waitForMessage(
    bot().as('jonas').id,
    SALES,
    ({ username }) => username === 'Noah Adler',
  );
  expect(words(shared)).toContain('1. Anna Berger  50 %');
  expect(words(shared)).not.toContain('$');
  await noah.types('/kpi leaderboard publish');
});

test('who hides is in no list and no count, and colleagues see no amounts from which theirs could be told', async () => {
  expect((await bot().as('sofia').types('/kpi leaderboard hide me')).text).toMatch(
    /^From now on you are on no leaderboard/,
  );
  expect(words(await bot().as('noah').types('/kpi leaderboard'))).toContain('1 person is hidden by their own wish.');
  for (const who of ['jonas', 'noah', 'marta'] as const) {
    const answer = await bot().as(who).types('/kpi leaderboard revenue');
    expect(words(answer) + answer.text, who).not.toMatch(/Sofia|9,000/);
    expect(words(answer).includes('$20,000'), who).toBe(who === 'noah');
  }
  expect(words(await bot().as('sofia').types('/kpi leaderboard'))).toContain('You are on no leaderboard.');
  await bot().as('noah').types('/kpi leaderboard unpublish');
  expect((await bot().as('sofia').types('/kpi leaderboard')).text).toMatch(
    /not ranked, because you are hidden by your own wish$/,
  );
  await bot().as('noah').types('/kpi leaderboard publish');
  await bot().as('sofia').types('/kpi leaderboard show me');
  expect(words(await bot().as('jonas').types('/kpi leaderboard'))).toContain('Sofia Marino $9,000');
});

test.for([
  ['/kpi leaderboard voicemails', /^Voicemails left is neither good nor bad/],
  ['/kpi leaderboard revenue by team', /^A leaderboard is of one number/],
  ['/kpi leaderboard Sofia', /^A leaderboard is of one number/],
  ['/kpi leaderboard flurbgrumpf', /^I do not know `flurbgrumpf`/],
] as const)('%s is answered with what to ask instead', async ([typed, said]) => {
  expect((await bot().as('noah').types(typed)).text).toMatch(said);
});
