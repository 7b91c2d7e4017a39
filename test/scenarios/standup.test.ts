// A whole standup day of a team in three zones: one is off, one is late, one is held up.
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { SALES, useBot } from '../support/bot.ts';
import { goesLive } from '../support/live.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, imageIn, labels, words } from '../support/reading.ts';

const bot = useBot();

/** What a person sees of the bot in their messages with it. */
const told = (who: Who) => bot().as(who).told();
const questions = (who: Who) => told(who).filter(({ text }) => /^Standup of North: 3 questions/.test(text));
const answered = (who: Who) => told(who).filter(({ text }) => /^Standup of North: you have answered/.test(text));
const reminders = (who: Who) => told(who).filter(({ text }) => /^The standup of North closes at/.test(text));
const inChannel = () =>
  bot()
    .as('marta')
    .sees(SALES)
    .filter(({ isBot, ephemeral }) => isBot && !ephemeral);
const digests = () => inChannel().filter(({ text }) => text.startsWith('Standup of North, '));
const threads = () => inChannel().filter(({ threadTs }) => threadTs);

beforeAll(async () => {
  // Slack has told its zones by now; these are where the people of this story live.
  await bot().logged('zones or presence of members have changed');
  const live: Partial<Record<Who, string>> = {
    anna: 'Europe/Berlin',
    marta: 'Europe/Berlin',
    noah: 'Europe/Berlin',
    loud: 'Europe/London',
    jonas: 'America/New_York',
  };
  for (const [who, zone] of Object.entries(live))
    await bot().db.member.updateMany({ where: { slackUserId: bot().as(who as Who).id }, data: { zone } });
});

/** Presses *Answer*, fills in the form, and returns what it says, and what is said when it is handed in. */
async function answers(who: Who, question: Message, given: Record<string, string>) {
  const { sandbox } = bot();
  const { id } = bot().as(who);
  const { actionId, value } = buttonCalled(question, 'Answer');
  bot().pass({ minutes: 1 });
  await sandbox.click(id, question, actionId, value);
  const form = await sandbox.waitForModal(id, ({ submit }) => submit === 'Save');
  expect(await sandbox.submit(id, given)).toMatchObject({ ok: true });
  const view = await sandbox.waitForModal(id, ({ blocks }) => /Thank you/.test(JSON.stringify(blocks)));
  await sandbox.closeModal(id);
  return { form: JSON.stringify(form.blocks), said: JSON.stringify(view.blocks) };
}

test('a manager adds a standup, tries it, and lets it go live', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const list = await marta.types('/salespulse standup');
  expect(list.text).toBe('There is no standup yet.');
  const { actionId, value } = buttonCalled(list, 'Add a standup');
  await sandbox.click(marta.id, list, actionId, value);
  await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  expect(await sandbox.submit(marta.id, { channel: SALES })).toMatchObject({ ok: true });
  await expect.poll(() => told('marta').length).toBe(1);
  await sandbox.closeModal(marta.id);
  const [saved] = told('marta');
  expect(words(saved!)).toMatch(
    /Standup of North in <#C0SALES001> → everyone in North, each in person\nMonday to Friday/,
  );

  await marta.presses(saved!, 'Send me a test');
  const tests = () =>
    bot()
      .as('marta')
      .told(/^A test, only you see it: Standup of North: 3 questions/);
  await expect.poll(() => tests().length).toBe(1);
  const refused = await marta.presses(tests()[0]!, 'Nothing to report');
  expect(refused.text).toMatch(/^You were not asked in this standup/);
  await bot().goTo('2026-03-18T21:00');
  expect(words(await goesLive(marta, await marta.types('/salespulse standup')))).toMatch(/Next: .*09:30/);
  const off = await marta.types('/salespulse people noah off 2026-03-19');
  expect(off.text).toContain('Noah Adler is off');
});

test('the words for Change open its form, filled in, and an alert, which is a sentence, is not changed', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const opens = async (typed: string, said: RegExp) => {
    bot().pass({ minutes: 1 });
    expect(await sandbox.say(marta.id, SALES, typed)).toMatchObject({ ok: true });
    const view = await sandbox.waitForModal(marta.id, ({ blocks }) => said.test(JSON.stringify(blocks)));
    await sandbox.closeModal(marta.id);
    return view;
  };
  const form = await opens('/salespulse standup 1 edit', /What did you do yesterday/);
  expect(form).toMatchObject({ title: 'Change a standup', submit: 'Save' });
  expect(JSON.stringify(form.blocks)).toContain('09:30');
  await opens('/salespulse schedule 1 Edit', /What did you do yesterday/);
  await opens('/salespulse standup 7 edit', /There is no schedule 7/);
  const alert = await marta.types('/salespulse alert revenue below 1 this month by wed 11:00');
  expect(words(alert)).toContain('*2*');
  await opens('/salespulse standup 2 edit', /This one cannot be changed.*schedule 2 remove/);
  await marta.presses(await marta.types('/salespulse schedule 2 remove'), 'Yes, remove');
});

test('each is asked at their own 9:30, with what they logged and what today’s goals are', async () => {
  await bot().goTo('2026-03-19T09:30');
  await expect.poll(() => questions('anna').length).toBe(1);
  await expect.poll(() => questions('marta').length).toBe(1);
  const [question] = questions('anna');
  expect(question!.text).toBe('Standup of North: 3 questions, until 11:30.');
  expect(words(question!)).toContain('*Since Wed 18 Mar*: Call 1');
  expect(words(question!)).toMatch(/\*Today’s goals\*: Revenue \$[\d,.]+/);
  expect(labels(question!)).toEqual(['Answer', 'Nothing to report', 'Quieter']);
  expect([questions('jonas'), questions('loud'), questions('noah')]).toEqual([[], [], []]);
});

test('an answer is given in a form, in a thread, or with one click, and can be changed', async () => {
  const { sandbox } = bot();
  const [question] = questions('anna');
  const { actionId, value } = buttonCalled(question!, 'Answer');
  await sandbox.click(bot().as('anna').id, question!, actionId, value);
  const form = await sandbox.waitForModal(bot().as('anna').id, ({ submit }) => submit === 'Save');
  expect(JSON.stringify(form.blocks)).toContain('Call 1');
  await sandbox.closeModal(bot().as('anna').id);
  await answers('anna', question!, { q2: 'Call Acme', q3: 'none' });
  const { said } = await answers('anna', question!, { q2: 'Call <Acme>', q3: 'Legal has not signed' });
  expect(said).toContain('Until 11:30 you can change it');

  const skipped = await bot().as('marta').presses(questions('marta').at(-1)!, 'Nothing to report');
  expect(skipped.text).toBe('Standup of North: you have answered. Until 11:30 you can change it.');
  expect(words(skipped)).toContain('Nothing to report.');
  await expect.poll(() => answered('anna').map(words).join()).toContain('_What will you do today?_\nCall &lt;Acme&gt;');
  expect(answered('anna')).toHaveLength(1);
  expect(labels(answered('anna')[0]!)).toEqual(['Change my answers']);

  await bot().goTo('2026-03-19T10:30');
  await expect.poll(() => questions('loud').length).toBe(1);
  const loud = bot().as('loud').id;
  const [asked] = questions('loud');
  const replies = async (typed: string, isAnswer: RegExp, place: { threadTs?: string } = { threadTs: asked!.ts }) => {
    bot().pass({ minutes: 1 });
    await sandbox.say(loud, sandbox.dm(loud), typed, place);
    return sandbox.waitForMessage(loud, sandbox.dm(loud), (each) => each.isBot && isAnswer.test(each.text));
  };
  // Below the question, and not in its thread: that is asked about, and nothing else is said to it.
  const isAsking = /^Is this your answer to the standup of North\?$/;
  const asking = await replies('Demo with Globex', isAsking, {});
  expect(words(asking)).not.toContain('I do not know');
  const noted = await bot().as('loud').presses(asking, 'Yes, take it');
  expect(noted.text).toBe('Noted. Next: What will you do today?');
  expect(labels(noted)).toEqual(['Change my answers']);
  await expect.poll(() => answered('loud').length).toBe(1);
  // The next answer is asked about as the first was; what was none is answered as a question.
  const another = await replies('xylophone', isAsking, {});
  expect((await bot().as('loud').presses(another, 'No, it is a question')).text).toMatch(/^I do not know `xylophone`/);
  await replies('Offer to Globex\nnothing', /^Thank you/);
  await replies('and one more', /^You have answered everything/);
  await replies('flurbgrumpf', /^I do not know `flurbgrumpf`/, {});
});

test('who has not answered is reminded when most of the time is gone, and nobody else', async () => {
  await bot().goTo('2026-03-19T11:06');
  await bot().goTo('2026-03-19T12:06');
  await bot().goTo('2026-03-19T14:30');
  await expect.poll(() => questions('jonas').length).toBe(1);
  await bot().goTo('2026-03-19T16:06');
  await expect.poll(() => reminders('jonas').length).toBe(1);
  expect(reminders('jonas')[0]!.text).toBe('The standup of North closes at 11:30, and you have not answered yet.');
  expect((['anna', 'marta', 'loud', 'noah'] as const).flatMap(reminders)).toEqual([]);
  expect(digests()).toEqual([]);
});

test('when the last has had their time, the channel reads one digest: blockers first, who is missing, who is away', async () => {
  await bot().goTo('2026-03-19T16:30');
  await expect.poll(() => digests().length).toBe(1);
  const [digest] = digests();
  const read = words(digest!);
  expect(digest!.text).toBe('Standup of North, Thu 19 Mar: 3 of 4 answered; one is held up');
  expect(read).toMatch(/In the way\*\n• \*Anna Berger\*: Legal has not signed/);
  expect(read.indexOf('In the way')).toBeLessThan(read.indexOf('What did you do yesterday?'));
  expect(read).toContain('*Anna Berger*\n_What did you do yesterday?_\nCall 1');
  expect(read).toContain('Call &lt;Acme&gt;');
  expect(read).toContain('Offer to Globex');
  expect(read).toContain('Nothing to report: Marta Lindqvist');
  expect(read).toContain('Not heard from: Jonas Petersen');
  expect(read).toContain('Away: Noah Adler');
  expect(read).toMatch(/Revenue\* {2}\$23,000/);
  expect(imageIn(digest!)?.alt).toContain('Revenue');

  // Slack takes the thread and does not say so: it is looked for, and not opened twice.
  bot().sandbox.faults.next('chat.postMessage', { kind: 'lostReply' });
  await bot().goTo('2026-03-19T16:31');
  await bot().outlastsDoubt();
  await bot().logged('it had arrived');
  expect(threads()).toHaveLength(1);
  expect(threads()[0]).toMatchObject({ threadTs: digest!.ts });
  expect(threads()[0]!.text).toContain('*Anna Berger*: Legal has not signed');
});

test('who is late is added to the digest that is out, marked; what was said in time cannot be changed any more', async () => {
  await bot().goTo('2026-03-19T17:00');
  const before = inChannel().length;
  const { said, form } = await answers('jonas', questions('jonas')[0]!, { q1: 'Was on a plane', q2: 'Catch up' });
  expect(form).toContain('It closed at 11:30. What you say now is still added to the digest, marked as late');
  expect(said).toContain('marked as late.');
  await expect.poll(() => digests()[0]!.text).toContain('4 of 4 answered');
  expect(words(digests()[0]!)).toContain('*Jonas Petersen* _(late)_\n_What did you do yesterday?_\nWas on a plane');
  expect(words(digests()[0]!)).not.toContain('Not heard from');
  expect(inChannel()).toHaveLength(before);

  // The question and its reminder.
  await expect.poll(() => answered('jonas').map(labels)).toEqual([['Change my answers'], ['Change my answers']]);
  const { sandbox } = bot();
  const { id } = bot().as('anna');
  const { actionId, value } = buttonCalled(answered('anna')[0]!, 'Change my answers');
  await sandbox.click(id, answered('anna')[0]!, actionId, value);
  await sandbox.waitForModal(id, ({ blocks }) => /This standup is closed/.test(JSON.stringify(blocks)));
  await sandbox.closeModal(id);
});

test('who is out of office by their status is not asked; a weekend has no standup', async () => {
  const awayUntil = new Date('2026-03-20T20:00:00Z');
  await bot().db.member.updateMany({ where: { slackUserId: bot().as('anna').id }, data: { awayUntil } });
  await bot().goTo('2026-03-20T09:30');
  await bot().goTo('2026-03-20T14:30');
  await expect.poll(() => questions('jonas').length).toBe(1);
  await expect.poll(() => questions('noah').length).toBe(1);
  expect(questions('anna')).toEqual([]);
  await bot().goTo('2026-03-20T16:30');
  await expect.poll(() => digests().length).toBe(2);
  expect(words(digests()[1]!)).toContain('Away: Anna Berger');
  // Nobody asked him: at 10:30 the bot was not there, and by 14:30 it was too late.
  expect(words(digests()[1]!)).toContain('I could not reach: &lt;!channel&gt; &amp; Söhne');
  await bot().goTo('2026-03-21T16:30');
  await bot().goTo('2026-03-22T16:30');
  expect(questions('jonas')).toHaveLength(1);
});

test('a standup is changed in the form it has, from the next time on; who was asked answers what they were asked', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  await bot().goTo('2026-03-23T09:30');
  await expect.poll(() => questions('noah').length).toBe(2);
  const list = await marta.types('/salespulse schedule');
  const { actionId, value } = buttonCalled(list, 'Change');
  await sandbox.click(marta.id, list, actionId, value);
  const form = await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  expect(JSON.stringify(form)).toMatch(/Change a standup.*09:30.*! Is anything in your way\?/);
  expect(await sandbox.submit(marta.id, { questions: 'How was it? (1-5)', at: '10:00' })).toMatchObject({ ok: true });
  await sandbox.waitForModal(marta.id, ({ blocks }) => /Changed, from the next time on/.test(JSON.stringify(blocks)));
  await sandbox.closeModal(marta.id);

  await answers('noah', questions('noah').at(-1)!, { q1: 'Called Acme', q3: 'No contract yet' });
  await bot().goTo('2026-03-23T10:00');
  // The digest cannot be posted at first: what is in the way waits for it, and is in its thread once somebody has it tried again.
  sandbox.archive(SALES);
  await bot().goTo('2026-03-23T16:30');
  await expect.poll(() => bot().db.delivery.count({ where: { state: 'failed' } })).toBe(1);
  await bot().outlastsGathering();
  const isNews = ({ text }: Message) => /could not be sent/.test(text);
  await expect.poll(() => told('marta').filter(isNews).length).toBe(1);
  await bot().goTo('2026-03-23T16:31');
  const waits = { content: { path: ['kind'], equals: 'standup_blocker' }, state: 'held' };
  await expect.poll(() => bot().db.delivery.count({ where: waits })).toBe(1);
  sandbox.unarchive(SALES);
  await marta.presses(told('marta').find(isNews)!, 'Try again');
  await expect.poll(() => digests().length).toBe(3);
  expect(threads()).toHaveLength(1);
  await bot().goTo('2026-03-23T16:40');
  await expect.poll(() => threads().length).toBe(2);
  expect(threads()[1]).toMatchObject({ threadTs: digests().at(-1)!.ts });
  expect(threads()[1]!.text).toContain('*Noah Adler*: No contract yet');
  expect(words(digests().at(-1)!)).toMatch(/In the way\*\n• \*Noah Adler\*: No contract yet/);
  expect(told('noah').filter(({ text }) => text.includes('a question'))).toEqual([]);
  await bot().goTo('2026-03-24T10:00');
  await expect.poll(() => told('noah').at(-1)?.text).toMatch(/^Standup of North: a question, until 12:00/);
  expect(words(told('noah').at(-1)!)).toContain('How was it?');
});
