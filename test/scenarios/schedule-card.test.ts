// What stands on a card of a schedule may be over: the card in one's messages, while it went live in the dialog.
import { expect, test } from 'vitest';
import { SALES, useBot } from '../support/bot.ts';
import { buttonCalled, labels, plain, words } from '../support/reading.ts';

const bot = useBot();
const told = (who: 'marta' | 'anna') => bot().as(who).told();
const saidOn = (view: { blocks: unknown }) => plain(JSON.stringify(view.blocks));

test('the dialog of a new schedule is called after what it shows: the form, then the schedule, then its question', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  const list = await marta.types('/salespulse schedule');
  const { actionId, value } = buttonCalled(list, 'Add a schedule');
  await sandbox.click(marta.id, list, actionId, value);
  const form = await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  expect(form.title).toBe('Add a schedule');
  expect(await sandbox.submit(marta.id, { channel: SALES, what: 'digest' })).toMatchObject({ ok: true });
  const saved = await sandbox.waitForModal(marta.id, (view) => saidOn(view).includes('not live yet'));
  expect(saved.title).toBe('Schedule');
  await sandbox.choose(marta.id, 'schedule_live');
  const question = await sandbox.waitForModal(marta.id, (view) => saidOn(view).includes('Let it go live'));
  expect(question.title).toBe('Schedule');
  await sandbox.choose(marta.id, 'schedule_live_yes');
  await sandbox.waitForModal(marta.id, (view) => saidOn(view).includes('Next: '));
  await sandbox.closeModal(marta.id);
});

test('the card in one’s messages, which says that it rests, says how it stands when it is pressed, and does nothing', async () => {
  const marta = bot().as('marta');
  await expect.poll(() => told('marta').length).toBe(1);
  const [card] = told('marta');
  expect(words(card!)).toContain('Paused');
  const { liveSince } = await bot().db.schedule.findFirstOrThrow();
  const now = await marta.presses(card!, 'Go live');
  expect(now.ts).toBe(card!.ts);
  expect(words(now)).toMatch(/^\*It is live already\. This is how it stands:\*[\s\S]*Next: /);
  expect(labels(now)).toContain('Pause');
  expect((await bot().db.schedule.findFirstOrThrow()).liveSince).toEqual(liveSince);
});

test('nothing is sent or removed from a card that says what is no longer so', async () => {
  const marta = bot().as('marta');
  const first = await marta.types('/salespulse schedule 1');
  const second = await marta.types('/salespulse schedule 1');
  const third = await marta.types('/salespulse schedule 1');
  const asking = await marta.types('/salespulse schedule 1 now');
  await marta.types('/salespulse schedule 1 pause');
  for (const [card, label] of [
    [second, 'Remove'],
    [third, 'Send now'],
    [asking, 'Yes, send'],
  ] as const)
    expect(words(await marta.presses(card, label))).toMatch(/has changed meanwhile, so I did nothing[\s\S]*Paused/);
  const paused = await marta.presses(first, 'Pause');
  expect(paused.text).toMatch(/^It is paused already/);
  expect(await bot().db.schedule.count()).toBe(1);
  expect(await bot().db.delivery.count()).toBe(0);
  await marta.presses(await marta.types('/salespulse schedule 1 resume'), 'Yes, go live');
  expect((await marta.types('/salespulse schedule 1 resume')).text).toMatch(/^It is live already/);
  const asked = await marta.presses(await marta.types('/salespulse schedule 1'), 'Remove');
  expect(asked.text).toMatch(/^Remove it\?/);
  await marta.presses(asked, 'Not now');
  const removed = await marta.presses(await marta.types('/salespulse schedule 1 remove'), 'Yes, remove');
  expect(removed.text).toMatch(/^Removed/);
  expect((await marta.types('/salespulse schedule 1 log')).text).toMatch(/^Nothing of/);
  expect((await marta.presses(paused, 'Go live')).text).toMatch(/^This schedule is not there any more/);
});

test('what goes to several people asks for how many, and what goes to oneself alone does not ask', async () => {
  const marta = bot().as('marta');
  const alone = await marta.types('/salespulse alert revenue below 1 this month by wed 11:00');
  expect(labels(await marta.presses(alone, 'Pause'))).toContain('Go live');
  expect((await marta.presses(await marta.types('/salespulse schedule 2'), 'Go live')).text).toBe('Live.');
  const { sandbox } = bot();
  const list = await marta.types('/salespulse schedule');
  const { actionId, value } = buttonCalled(list, 'Add a schedule');
  await sandbox.click(marta.id, list, actionId, value);
  await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  const before = told('marta').length;
  await sandbox.submit(marta.id, { what: 'morning' });
  await expect.poll(() => told('marta').length).toBe(before + 1);
  await sandbox.closeModal(marta.id);
  expect((await marta.types('/salespulse schedule 3 now')).text).toBe('Send to 5 people now?');
  expect((await marta.types('/salespulse schedule 3 resume')).text).toMatch(/^Let it go live, and send to 5 people/);
});

test('from Home the question comes into one’s messages, and Home shows what came of it', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  sandbox.openApp(marta.id, 'home');
  await sandbox.waitForHome(marta.id, (home) => saidOn(home).includes('Morning message'));
  const before = told('marta').length;
  await sandbox.chooseAtHome(marta.id, 'schedule_live');
  await expect.poll(() => told('marta').length).toBe(before + 1);
  const question = told('marta').at(-1)!;
  expect(question.text).toMatch(/^Let it go live/);
  await marta.presses(question, 'Yes, go live');
  await sandbox.waitForHome(marta.id, (home) => !saidOn(home).includes('Paused'));
});
