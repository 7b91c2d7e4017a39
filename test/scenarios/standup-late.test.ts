// A standup whose window has closed: for a day what was left open can be added, and the digest marks just that.
import { beforeAll, expect, test } from 'vitest';
import { SALES, useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, plain, words } from '../support/reading.ts';
import { addStandup } from '../support/standup.ts';

const bot = useBot();
beforeAll(async () => {
  await bot().allLiveIn('Europe/Berlin');
  await addStandup(bot(), { owner: 'marta' });
});

/** The message that asked a person, or what stands in its place. */
const standupOf = (who: Who) =>
  bot()
    .as(who)
    .told(/^Standup of North/)[0]!;
const digest = () =>
  words(
    bot()
      .as('marta')
      .sees(SALES)
      .find(({ text }) => text.startsWith('Standup of North, Thu 19 Mar'))!,
  );

/** Replies in the thread under the question, and gets what is said to it. */
async function replies(who: Who, typed: string, isAnswer: RegExp): Promise<string> {
  const { sandbox } = bot();
  const { id } = bot().as(who);
  bot().pass({ minutes: 1 });
  await sandbox.say(id, sandbox.dm(id), typed, { threadTs: standupOf(who).ts });
  return (await sandbox.waitForMessage(id, sandbox.dm(id), (each) => each.isBot && isAnswer.test(each.text))).text;
}

test('whoever has said some in time adds the rest late, in the thread and in the form, and only that is marked', async () => {
  const { sandbox } = bot();
  await bot().goTo('2026-03-19T09:30');
  await expect.poll(() => (['anna', 'marta', 'noah', 'loud', 'jonas'] as const).filter(standupOf).length).toBe(5);
  await replies('anna', 'Called Acme', /^Noted\. Next: What will you do today\?$/);
  await replies('marta', 'Planned\nReviews\nnone', /^Thank you/);
  await bot().goTo('2026-03-19T10:30');
  await expect.poll(digest).toContain('*Anna Berger*\n_What did you do yesterday?_\nCalled Acme');

  expect(await replies('anna', 'Call Globex', /marked as late/)).toMatch(
    /marked as late; what you had said in time stays as it was\. Next: Is anything in your way\?$/,
  );
  await expect
    .poll(digest)
    .toContain(
      '*Anna Berger*\n_What did you do yesterday?_\nCalled Acme\n_What will you do today?_ _(late)_\nCall Globex',
    );
  await expect.poll(() => words(standupOf('anna'))).toContain('what you added after 10:30 is marked as late');

  const { id } = bot().as('anna');
  const { actionId, value } = buttonCalled(standupOf('anna'), 'Change my answers');
  bot().pass({ minutes: 1 });
  await sandbox.click(id, standupOf('anna'), actionId, value);
  const form = JSON.stringify((await sandbox.waitForModal(id, ({ submit }) => submit === 'Save')).blocks);
  expect(form).not.toContain('What did you do yesterday?');
  expect(form).toContain('Call Globex');
  expect(await sandbox.submit(id, { q3: 'Legal has not signed' })).toMatchObject({ ok: true });
  await sandbox.waitForModal(id, ({ blocks }) => /Thank you/.test(JSON.stringify(blocks)));
  await sandbox.closeModal(id);
  await expect.poll(digest).toContain('In the way*\n• *Anna Berger*: Legal has not signed');
  expect(digest()).toContain('_Is anything in your way?_ _(late)_\nLegal has not signed');

  await replies('marta', 'Lunch', /^This standup is closed; what you said cannot be changed/);
  expect(digest()).toContain('*Marta Lindqvist*\n_What did you do yesterday?_\nPlanned');
});

test('who has said nothing in time says all of it late, line by line, or that there is nothing', async () => {
  await replies('noah', 'Was on a train', /marked as late\. Next: What will you do today\?$/);
  await replies('noah', 'Catch up\nno', /marked as late\.$/);
  await expect
    .poll(digest)
    .toContain(
      '*Noah Adler* _(late)_\n_What did you do yesterday?_\nWas on a train\n_What will you do today?_\nCatch up',
    );
  const skipped = await bot().as('jonas').presses(standupOf('jonas'), 'Nothing to report');
  expect(skipped.text).toBe('Standup of North: you have answered, after it had closed.');
  await expect.poll(digest).toContain('Nothing to report: Jonas Petersen');
  await bot().goTo('2026-03-20T10:31');
  await replies('jonas', 'After all', /^This standup is closed/);
});

test('a standup that nobody was there to hold is told as such, and its day is not posted again', async () => {
  const marta = bot().as('marta');
  // The bot has not looked since the day before.
  await bot().outlastsGathering();
  const news = () => marta.told(/not asked in “Standup of North/);
  await expect.poll(() => news().length).toBe(1);
  expect(plain(news()[0]!.text)).toMatch(
    /^5 people were not asked in .*: 2026-03-20 09:30\. The next one is 23 Mar, 09:30\.$/,
  );
  expect(news()[0]!.text).not.toContain('again');
  const posted = () => marta.sees(SALES).filter(({ isBot, ephemeral }) => isBot && !ephemeral);
  const before = posted().length;
  const refused = await marta.types('/salespulse schedule 1 again 2026-03-20');
  expect(refused.text).toMatch(/^Nobody was asked in the standup of 2026-03-20/);
  expect(await marta.types('/salespulse schedule 1 again 2026-03-19')).toMatchObject({
    text: expect.stringContaining('once more?'),
  });
  expect(posted()).toHaveLength(before);
});
