import { expect, test } from 'vitest';
import { SALES, useBot } from '../support/bot.ts';
import { goesLive } from '../support/live.ts';
import { buttonCalled, expectDrawing, imageIn, shown, words } from '../support/reading.ts';

const bot = useBot();

const told = (who: 'marta' | 'anna' | 'jonas' | 'sofia') => bot().as(who).told();

test('a manager asks for last month’s review and sees the team by person, with a picture', async () => {
  const marta = bot().as('marta');
  const answer = await shown(marta, await marta.types('/kpi report review'));
  expect(answer.ephemeral).toBe(true);
  expect(answer.text).toMatch(/^Monthly review · North, 1–28 Feb 2026: Revenue \$22,000/);
  expect(words(answer)).toContain('Anna Berger  ');
  expect(words(answer)).toContain('no data on where it is heading');
  await expectDrawing(imageIn(answer)!.url!);
});

test('a rep sees their own, of the team no person, and of others nothing', async () => {
  const own = await bot().as('anna').types('/kpi report review');
  expect(own.text).toMatch(/^Monthly review · Anna Berger, 1–28 Feb 2026: Revenue \$15,000/);
  const team = await bot().as('jonas').types('/kpi report review team');
  expect(team.text).toMatch(/^Monthly review · North/);
  expect(words(team)).not.toContain('Anna');
  expect((await bot().as('jonas').types('/kpi report review Anna Berger')).text).toMatch(/^You can see your own/);
  expect((await bot().as('jonas').types('/kpi report products South')).text).toMatch(/^You can see your own/);
});

test.for([
  ['/kpi report review last quarter', /^Quarterly review: nothing is recorded|^Quarterly review · North/],
  ['/kpi report review last week', /^A review is of a month or quarter that is over/],
  ['/kpi report review this quarter', /^A review is of a month or quarter that is over/],
  ['/kpi report products', /^Products of North, up to Feb 2026: none rising and none falling/],
] as const)('%s is answered', async ([typed, said]) => {
  expect((await bot().as('marta').types(typed)).text).toMatch(said);
});

test('one schedule sends everybody in the team their own rows, and a channel the products', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const adds = async (given: Record<string, string>) => {
    const list = await marta.types('/salespulse schedule');
    const { actionId, value } = buttonCalled(list, 'Add a schedule');
    await sandbox.click(marta.id, list, actionId, value);
    await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
    const before = told('marta').length;
    expect(await sandbox.submit(marta.id, given)).toMatchObject({ ok: true });
    await expect.poll(() => told('marta').length).toBe(before + 1);
    await sandbox.closeModal(marta.id);
    return told('marta').at(-1)!;
  };
  const saved = await adds({ what: 'month_review', to: 'people', rhythm: 'month_first', at: '09:00', people: 'yes' });
  expect(words(saved)).toMatch(/Monthly review of North → everyone in North, each in person/);
  await goesLive(marta, saved);
  const products = await adds({ what: 'product_review', channel: SALES, rhythm: 'month_first', at: '09:00' });
  expect(words(products)).toMatch(/Products rising or falling of North → <#C0SALES001>/);
  await goesLive(marta, products);

  await bot().goTo('2026-04-01T09:00');
  // People get theirs at nine by their own clocks, which are those of UTC.
  await bot().goTo('2026-04-01T11:00');
  const review = (who: 'marta' | 'anna' | 'jonas' | 'sofia') => told(who).filter(({ text }) => /review ·/.test(text));
  await expect
    .poll(() => [review('anna'), review('jonas'), review('marta')].map((all) => all.length))
    .toEqual([1, 1, 1]);
  expect(review('anna')[0]?.text).toMatch(/^Monthly review · Anna Berger, 1–31 Mar 2026: Revenue \$20,000 of \$40,000/);
  expect(words(review('anna')[0]!)).not.toContain('Jonas');
  expect(words(review('anna')[0]!)).toContain('*Targets*: 0 of 1 met');
  expect(review('jonas')[0]?.text).toMatch(/^Monthly review · Jonas Petersen/);
  expect(words(review('jonas')[0]!)).not.toContain('Anna');
  expect(words(review('marta')[0]!)).toContain('Anna Berger');
  expect(words(review('marta')[0]!)).toContain('Jonas Petersen');
  expect(review('sofia')).toEqual([]);
  const posted = () => marta.sees(SALES).filter(({ isBot, ephemeral }) => isBot && !ephemeral);
  await expect
    .poll(() => posted().map(({ text }) => text))
    .toEqual(['Products of North, up to Mar 2026: none rising and none falling three months in a row.']);
});

test('which products rise or fall can be shared to the channel', async () => {
  const marta = bot().as('marta');
  const own = await marta.types('/kpi report products');
  expect(own.ephemeral).toBe(true);
  const shared = await marta.presses(own, 'Share to channel');
  expect(bot().as('jonas').sees(SALES)).toContainEqual(shared);
  expect(words(shared)).toMatch(/^Shared by Marta.*\n\*Products of North, up to Mar 2026/);
});
