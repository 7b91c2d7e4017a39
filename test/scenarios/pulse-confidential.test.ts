// A confidential survey from its setting up to its results: everybody it asks is told who reads what, and nobody else does.
import { beforeAll, expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';
import { goesLive } from '../support/live.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, labels, plain, words } from '../support/reading.ts';

const bot = useBot();
const all = ['anna', 'marta', 'noah', 'loud', 'jonas', 'sofia'] as const;
const told = (who: Who) => bot().as(who).told();
const asks = (who: Who) =>
  told(who).filter(({ blocks }) => /:bust_in_silhouette: Confidential/.test(JSON.stringify(blocks)));
const reminders = (who: Who) => told(who).filter(({ text }) => text.startsWith('The questions above are open'));
const results = (who: Who) => told(who).filter(({ text }) => /^How is work\? What/.test(text));
const modal = async (who: Who, seen: RegExp) => {
  const { id } = bot().as(who);
  const view = await bot().sandbox.waitForModal(id, ({ blocks }) => seen.test(plain(JSON.stringify(blocks))));
  await bot().sandbox.closeModal(id);
  return plain(JSON.stringify(view.blocks));
};
const opensForm = async (who: Who) => {
  const person = bot().as(who);
  const list = await person.types('/pulse');
  const { actionId, value } = buttonCalled(list, 'Add a survey');
  await bot().sandbox.click(person.id, list, actionId, value);
  await bot().sandbox.waitForModal(person.id, ({ submit }) => submit === 'Save');
  return person;
};

beforeAll(async () => {
  await bot().allLiveIn('Europe/Berlin');
  await bot().db.member.updateMany({ where: { slackUserId: bot().as('sofia').id }, data: { role: 'admin' } });
});

test('who leads a team is not offered to read its answers by person', async () => {
  const { sandbox } = bot();
  const marta = await opensForm('marta');
  expect(await sandbox.submit(marta.id, { mode: 'confidential' })).toMatchObject({
    errors: { mode: expect.stringMatching(/^You lead this team/) },
  });
  await sandbox.closeModal(marta.id);
});

test('an admin sets it up, and the list says that it is confidential', async () => {
  const { sandbox } = bot();
  const sofia = await opensForm('sofia');
  expect(await sandbox.submit(sofia.id, { mode: 'confidential', questions: '1', open: '3' })).toMatchObject({
    ok: true,
  });
  await expect.poll(() => told('sofia').length).toBe(1);
  await sandbox.closeModal(sofia.id);
  const [saved] = told('sofia');
  expect(words(saved!)).toContain('Pulse of everyone, one question, confidential');
  await sofia.presses(saved!, 'Send me a test');
  await expect.poll(() => asks('sofia').length).toBe(1);
  expect(words(asks('sofia')[0]!)).toContain('you read those of people whom you do not lead');
  await goesLive(sofia, saved!);
});

test('each question says who reads the answer, and so does the end', async () => {
  await bot().goTo('2026-04-01T09:30');
  for (const who of ['anna', 'marta', 'noah', 'loud', 'jonas'] as const)
    await expect.poll(() => asks(who).length).toBe(1);
  const promise = 'You read it (`/pulse mine`), and Sofia Marino, whose survey this is; nobody else, not your manager';
  const [ask] = asks('anna');
  expect(words(ask!)).toContain(promise);
  expect(words(ask!)).not.toContain('Anonymous: nobody');
  const done = await bot().as('anna').presses(ask!, '2');
  expect(words(done)).toContain(promise);
  expect(labels(done)).toEqual(['Add a comment', 'Change my answers']);
  const { sandbox } = bot();
  const { id } = bot().as('anna');
  const { actionId, value } = buttonCalled(done, 'Add a comment');
  await sandbox.click(id, done, actionId, value);
  const form = await sandbox.waitForModal(id, ({ submit }) => submit === 'Save');
  expect(JSON.stringify(form.blocks)).toContain('kept with your answer and your name');
  expect(await sandbox.submit(id, { comment: 'Too many <meetings>' })).toMatchObject({ ok: true });
  expect(await modal('anna', /Thank you/)).not.toContain('without your name');
  for (const who of ['marta', 'noah', 'loud'] as const)
    expect((await bot().as(who).presses(asks(who)[0]!, '4')).text).toMatch(/^Thank you/);
  expect(await bot().db.pulseAnswer.count()).toBe(0);
});

test('who has answered is not reminded, as the table says', async () => {
  await bot().goTo('2026-04-03T09:30');
  await expect.poll(() => reminders('jonas').length).toBe(1);
  expect(reminders('jonas')[0]!.text).not.toContain('nobody sees');
  expect((await bot().as('jonas').presses(asks('jonas')[0]!, '5')).text).toMatch(/^Thank you/);
  const waiting = () =>
    bot().db.delivery.count({
      where: { content: { path: ['kind'], equals: 'pulse_reminder' }, state: { in: ['planned', 'sending'] } },
    });
  await expect.poll(waiting).toBe(0);
  expect((['anna', 'marta', 'noah', 'loud'] as const).flatMap(reminders)).toEqual([]);
  expect((await bot().as('sofia').types('/pulse results')).text).toBe('No survey has closed yet.');
});

test('when it closes all read the results, and single answers stay', async () => {
  await bot().goTo('2026-04-06T09:00');
  for (const who of all) await expect.poll(() => results(who).length).toBe(1);
  // 2, 4, 4, 4 and 5 of five.
  const [annas] = results('anna');
  expect(words(annas!)).toMatch(/What 5 of 6 answered[\s\S]*Satisfaction 70 of 100/);
  expect(words(annas!)).toContain('A confidential survey.');
  expect(words(results('sofia')[0]!)).not.toContain('meetings');
  expect(await bot().db.pulseNamedAnswer.count()).toBe(5);
  const late = await bot().as('sofia').presses(asks('sofia').at(-1)!, '1');
  expect([late.text, labels(late)]).toEqual([expect.stringContaining('`/pulse mine` shows what you said'), []]);
});

test('its owner reads the answers by person, and nobody else', async () => {
  const { sandbox } = bot();
  const sofia = bot().as('sofia');
  await sandbox.say(sofia.id, sandbox.dm(sofia.id), '/pulse answers');
  const seen = await modal('sofia', /5 of 6 answered/);
  expect(seen).toMatch(/\*Anna Berger\*[^*]*\*2\*[\s\S]*Too many &lt;meetings&gt;/);
  expect(seen).toContain('promised that nobody reads this but you');
  const marta = bot().as('marta');
  await sandbox.say(marta.id, sandbox.dm(marta.id), '/pulse answers');
  expect(await modal('marta', /nothing here for you/)).not.toContain('Anna');
  expect(labels(results('marta')[0]!)).not.toContain('Answers by person');
  const message = results('sofia')[0]!;
  const { actionId, value } = buttonCalled(message, 'Answers by person');
  await sandbox.click(sofia.id, message, actionId, value);
  expect(await modal('sofia', /5 of 6 answered/)).toMatch(/\*Anna Berger\*/);
});

test('everybody reads their own, and what is kept of them', async () => {
  const mine = words(await bot().as('anna').types('/pulse mine'));
  expect(mine).toMatch(/the pulse of Apr 2026\*, read by you and Sofia Marino[\s\S]*\*2\*[\s\S]*meetings/);
  expect((await bot().as('sofia').types('/pulse mine')).text).toMatch(/^Nothing is kept with your name/);
  const short = await bot().as('anna').types('/pulse privacy');
  const full = await bot().as('anna').presses(short, 'Column by column');
  expect(words(full)).toContain('`pulse_named_answers`');
  expect(words(await bot().as('anna').presses(full, 'In short'))).toBe(words(short));
});
