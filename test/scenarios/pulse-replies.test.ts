// A manager writes back to a comment, and its author answers: neither learns more than the words.
import { beforeAll, expect, test } from 'vitest';
import { keepAnswer, newToken } from '../../src/surveys/answers.ts';
import { useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, labels, plain, words } from '../support/reading.ts';
import { addMonthlyPulse } from '../surveys/monthly-pulse.ts';

const bot = useBot();
const north = ['anna', 'marta', 'noah', 'loud', 'jonas'] as const;
const told = (who: Who) => bot().as(who).told();
const ask = (who: Who) => told(who).find(({ blocks }) => /pulse_score|pulse.done/.test(JSON.stringify(blocks)))!;
const results = (who: Who) => told(who).filter(({ text }) => /^How is work\? What/.test(text));
const news = (who: Who) => told(who).filter(({ text }) => text.startsWith('Somebody has replied to comments'));
const opens = async (who: Who, message: ReturnType<typeof ask>, label: string, seen: RegExp) => {
  const { id } = bot().as(who);
  const { actionId, value } = buttonCalled(message, label);
  await bot().sandbox.click(id, message, actionId, value);
  const view = await bot().sandbox.waitForModal(id, ({ blocks }) => seen.test(plain(JSON.stringify(blocks))));
  return { id, submit: view.submit, said: plain(JSON.stringify(view.blocks)) };
};

beforeAll(async () => {
  await bot().logged('zones or presence of members have changed');
  await addMonthlyPulse(bot().db);
});

test('who has answered finds Replies under their message, which says what it is for', async () => {
  const { sandbox, db } = bot();
  await bot().goTo('2026-04-01T09:30');
  for (const who of north) await expect.poll(() => told(who).length).toBe(1);
  // Some more than the office has.
  const { workspaceId, id, teamId } = await db.pulseRound.findFirstOrThrow();
  for (const score of [1, 2, 3, 4, 5, 5, 5])
    await keepAnswer(db, { workspaceId, id }, { token: newToken(), teamId, scores: { 'recognition.1': score } });
  const anna = bot().as('anna');
  const done = await anna.presses(ask('anna'), '2');
  expect(labels(done)).toEqual(['Add a comment', 'Change my answers', 'Replies']);
  const { actionId, value } = buttonCalled(done, 'Add a comment');
  await sandbox.click(anna.id, done, actionId, value);
  await sandbox.waitForModal(anna.id, ({ submit }) => submit === 'Save');
  expect(await sandbox.submit(anna.id, { comment: 'Too many <meetings>' })).toMatchObject({ ok: true });
  await sandbox.waitForModal(anna.id, ({ blocks }) => /Thank you/.test(JSON.stringify(blocks)));
  await sandbox.closeModal(anna.id);
  expect((await bot().as('noah').presses(ask('noah'), '4')).text).toMatch(/^Thank you/);
  const { said } = await opens('anna', ask('anna'), 'Replies', /after the survey has closed/);
  expect(said).toMatch(/3 Apr/);
  await sandbox.closeModal(anna.id);
});

test('a manager reads the comments of her team, and replies with her name', async () => {
  const { sandbox } = bot();
  await bot().goTo('2026-04-07T09:00');
  for (const who of ['marta', 'anna', 'loud'] as const) await expect.poll(() => results(who).length).toBe(1);
  expect(labels(results('anna')[0]!)).not.toContain('Read and reply to comments');
  const { id, said } = await opens('marta', results('marta')[0]!, 'Read and reply to comments', /One comment/);
  expect(said).toContain('Too many &lt;meetings&gt;');
  expect(said).not.toContain('Anna');
  const key = (await bot().db.pulseAnswer.findFirstOrThrow()).token;
  await sandbox.choose(id, 'pulse_reply_0', `reply ${key}`);
  const form = await sandbox.waitForModal(id, ({ submit }) => submit === 'Save');
  expect(JSON.stringify(form.blocks)).toContain('“Marta Lindqvist replied”');
  expect(await sandbox.submit(id, { words: ' ' })).toMatchObject({
    errors: { words: 'Write something, or close the form.' },
  });
  expect(await sandbox.submit(id, { words: 'Which ones could go?' })).toMatchObject({ ok: true });
  const kept = await sandbox.waitForModal(id, ({ blocks }) => /Your reply is kept/.test(JSON.stringify(blocks)));
  expect(JSON.stringify(kept.blocks)).toMatch(/\*Marta Lindqvist\* replied:\\n> Which ones could go\?/);
  await sandbox.closeModal(id);
});

test('everybody who was asked hears the next morning that there are replies, and under which message they are', async () => {
  await bot().goTo('2026-04-08T09:00');
  for (const who of north) await expect.poll(() => news(who).length).toBe(1);
  expect(new Set(north.map((who) => news(who)[0]!.text)).size).toBe(1);
  expect(news('noah')[0]!.text).toMatch(
    /^Somebody has replied to comments of the pulse of Apr 2026\. If you wrote one, press \*Replies\* under my message of Wed 1 Apr here\./,
  );
  // In a thread of a message of last week it would not be seen.
  for (const who of north) expect(news(who)[0]!.threadTs).toBeUndefined();
});

const remembered = async () => {
  const { db } = bot();
  const [deeds, members, homes, deliveries] = await Promise.all([
    db.handledDeed.findMany({ orderBy: { key: 'asc' } }),
    db.member.findMany({ orderBy: { id: 'asc' } }),
    db.homeTab.findMany({ orderBy: { memberId: 'asc' } }),
    db.delivery.findMany({ orderBy: { id: 'asc' } }),
  ]);
  return { deeds, members, homes, deliveries };
};

test('only the author’s own message opens them, and has a field to answer; nothing is kept of who looked', async () => {
  const { sandbox, db } = bot();
  const going = () => db.delivery.count({ where: { state: { in: ['planned', 'sending'] } } });
  await expect.poll(going).toBe(0);
  const before = await remembered();
  const noahs = await opens('noah', ask('noah'), 'Replies', /nothing here for you/);
  expect([noahs.submit, noahs.said.includes('Which ones')]).toEqual([undefined, false]);
  await sandbox.closeModal(noahs.id);
  const { id, said } = await opens('anna', ask('anna'), 'Replies', /You wrote/);
  expect(said).toMatch(/Too many &lt;meetings&gt;[\s\S]*\*Marta Lindqvist\* replied:\\n> Which ones could go\?/);
  expect(await sandbox.submit(id, { words: 'The one on Fridays' })).toMatchObject({ ok: true });
  await sandbox.waitForModal(id, ({ blocks }) => /Nobody is told that you were here/.test(JSON.stringify(blocks)));
  await sandbox.closeModal(id);
  expect(await remembered()).toEqual(before);
});

test('who never answered is led there, too, by whatever they press', async () => {
  const late = await bot().as('jonas').presses(ask('jonas'), '5');
  expect(late.text).toMatch(/^This survey has closed/);
  expect(labels(late)).toEqual(['Replies']);
});

test('who replied reads the answer the next morning, with no name and no time', async () => {
  const { sandbox } = bot();
  const { id, said } = await opens('marta', results('marta')[0]!, 'Read and reply to comments', /One comment/);
  expect(said).not.toContain('Fridays');
  await sandbox.closeModal(id);
  await bot().goTo('2026-04-09T09:00');
  const answered = () => told('marta').filter(({ text }) => text.startsWith('Whoever wrote a comment'));
  await expect.poll(() => answered().length).toBe(1);
  expect(words(answered()[0]!)).toContain('in the pulse of Apr 2026 that you replied to has answered you');
  const seen = await opens('marta', answered()[0]!, 'Read and reply to comments', /Fridays/);
  expect(seen.said).toMatch(/\*Whoever wrote the comment\*:\\n> The one on Fridays/);
  expect(seen.said).not.toContain('Anna');
});

test('the log says neither what was written nor who pressed Replies', () => {
  expect(bot().log()).not.toMatch(/meetings|Fridays|"pulse_replies"|pulse\.replies/);
});
