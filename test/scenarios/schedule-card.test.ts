// Schedules in their forms, and on their cards: what stands on one may be over, such as in one's messages, while it went live in the dialog.
import { expect, test } from 'vitest';
import { app, SALES, useBot } from '../support/bot.ts';
import { goesLive } from '../support/live.ts';
import { buttonCalled, labels, plain, words } from '../support/reading.ts';
import { fillsSchedule } from '../support/schedule-form.ts';

const bot = useBot();
const told = (who: 'marta' | 'anna') => bot().as(who).told();
const saidOn = (view: { blocks: unknown }) => plain(JSON.stringify(view.blocks));

/** Opens *Add a schedule* or *Add a standup* as Marta, who manages North. */
async function opens(kind: 'schedule' | 'standup') {
  const marta = bot().as('marta');
  const list = await marta.types(`/salespulse ${kind}`);
  const { actionId, value } = buttonCalled(list, `Add a ${kind}`);
  await bot().sandbox.click(marta.id, list, actionId, value);
  await bot().sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
}

/** Fills it in, and returns the card that she is sent. */
async function adds(kind: 'schedule' | 'standup', given: Record<string, string>) {
  const { sandbox } = bot();
  const { id } = bot().as('marta');
  await opens(kind);
  const before = told('marta').length;
  const submitted = await fillsSchedule(sandbox, id, given.to === 'person' ? given : { channel: SALES, ...given });
  expect(submitted).toMatchObject({ ok: true });
  await expect.poll(() => told('marta').length).toBe(before + 1);
  await sandbox.closeModal(id);
  return told('marta').at(-1)!;
}

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
  expect(words(card!)).toContain('Not live');
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
    expect(words(await marta.presses(card, label))).toMatch(/has changed meanwhile, so I did nothing[\s\S]*Not live/);
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
  await sandbox.waitForHome(marta.id, (home) => !saidOn(home).includes('Not live'));
});

test('the form can say a date of the month, in one zone, for one person, and *Change* opens it as it is', async () => {
  const { sandbox, db } = bot();
  const marta = bot().as('marta');
  const saved = await adds('schedule', {
    ...{ what: 'digest', to: 'person', person: bot().as('anna').id, rhythm: 'date', date: '3', at: '08:00' },
    zone: 'Europe/Berlin',
  });
  expect(words(saved)).toContain(
    'Daily digest of North → Anna Berger\non the 3rd of each month, or the working day before at 08:00 (Europe/Berlin)',
  );

  const { actionId, value } = buttonCalled(saved, 'Change');
  await sandbox.click(marta.id, saved, actionId, value);
  const form = await sandbox.waitForModal(
    marta.id,
    ({ title, submit }) => title === 'Change a schedule' && submit === 'Save',
  );
  const filledIn = JSON.stringify(form.blocks);
  expect(filledIn).toContain(`"initial_user":"${bot().as('anna').id}"`);
  expect(filledIn).toContain('"initial_value":"3"');
  expect(filledIn).toMatch(/"initial_option":\{[^}]*\}[^}]*"value":"Europe\/Berlin"/);
  const wanted = { to: 'channel', channel: SALES, at: '10:00' };
  const refused = await fillsSchedule(sandbox, marta.id, { ...wanted, date: '40' });
  expect(refused).toMatchObject({ errors: { date: 'Write a number from 1 to 31.' } });
  expect(await fillsSchedule(sandbox, marta.id, { ...wanted, rhythm: 'days_second' })).toMatchObject({ ok: true });
  const shown = await sandbox.waitForModal(marta.id, ({ blocks }) =>
    JSON.stringify(blocks).includes('Changed, from the next'),
  );
  expect(JSON.stringify(shown.blocks)).toMatch(/Monday to Friday, every 2nd week unless it is a holiday at 10:00/);
  await sandbox.closeModal(marta.id);
  const { recurrence, audience } = await db.schedule.findFirstOrThrow({ orderBy: { number: 'desc' } });
  expect(recurrence).toMatchObject({ on: { weekdays: [1, 2, 3, 4, 5], every: 2 }, workingDaysOnly: true });
  expect(audience).toEqual({ to: 'channel', channelId: SALES });
});

test('the form shows the fields that matter for what is chosen in it, and what was filled in stays', async () => {
  const { sandbox } = bot();
  const { id } = bot().as('marta');
  await opens('schedule');
  const fields = () => Object.keys(sandbox.modal(id)!.values).join(' ');
  const chooses = async (field: string, value: string) => {
    const { hash: before } = sandbox.modal(id)!;
    await sandbox.choose(id, field, value);
    await sandbox.waitForModal(id, ({ hash }) => hash !== before);
    return fields();
  };
  expect(fields()).toBe('what about to channel rhythm at holidays zone people');
  expect(await chooses('what', 'sheet')).toBe('what about rhythm at holidays zone');
  expect(await chooses('what', 'morning')).toBe('what about whom rhythm at holidays zone');
  expect(await chooses('whom', 'person')).toBe('what about whom person rhythm at holidays zone');
  expect(await chooses('what', 'reminder')).toBe('what words about to channel rhythm at holidays zone');
  expect(await chooses('rhythm', 'date')).toContain('rhythm at date holidays');
  expect(await chooses('rhythm', 'days_third')).toContain('rhythm at days holidays');
  expect(await chooses('rhythm', 'month_last')).toContain('rhythm at zone');
  expect(await sandbox.submit(id, { words: 'Call Acme' })).toMatchObject({ errors: { channel: 'Choose a channel.' } });
  expect(await chooses('to', 'person')).toBe('what words about to person rhythm at zone');
  expect(await chooses('what', 'digest')).toBe('what about to person rhythm at zone people');
  await chooses('what', 'reminder');
  expect(sandbox.modal(id)!.values).toMatchObject({ words: { words: 'Call Acme' } });

  // What was chosen only just before *Save* may call for what is not there yet: it is asked for, and nothing is lost.
  expect(await sandbox.submit(id, { to: 'channel', at: '17:00' })).toMatchObject({ ok: true });
  const asking = await sandbox.waitForModal(id, ({ values }) => Boolean(values.channel));
  expect(asking).toMatchObject({ submit: 'Save', values: { words: { words: 'Call Acme' }, at: { at: '17:00' } } });
  await sandbox.closeModal(id);
});

test('a manager has people of their teams reminded, and nobody else', async () => {
  const { sandbox, db } = bot();
  const marta = bot().as('marta');
  const before = await db.schedule.count();
  const wanted = { what: 'reminder', words: 'Call Acme', to: 'person', rhythm: 'workdays', at: '16:00' };
  await opens('schedule');
  await fillsSchedule(sandbox, marta.id, { ...wanted, person: bot().as('sofia').id });
  await sandbox.waitForModal(marta.id, (view) => saidOn(view).includes('the people of their teams'));
  await sandbox.submit(marta.id, { person: app.botUserId });
  const again = await sandbox.waitForModal(marta.id, (view) => saidOn(view).includes('this is a bot'));
  expect(again).toMatchObject({ submit: 'Save', values: { words: { words: 'Call Acme' }, at: { at: '16:00' } } });
  expect(await db.schedule.count()).toBe(before);
  const told = bot().as('marta').told().length;
  await sandbox.submit(marta.id, { person: bot().as('anna').id });
  await expect.poll(() => marta.told().length).toBe(told + 1);
  await sandbox.closeModal(marta.id);
  expect(words(marta.told().at(-1)!)).toContain('Reminder: Call Acme → Anna Berger');
});

test('who adds to a channel what it gets already of the same day is told, before and when it goes live', async () => {
  const marta = bot().as('marta');
  const digest = await adds('schedule', { channel: SALES, what: 'digest' });
  const standup = await adds('standup', { channel: SALES });
  // The digest rests.
  expect(words(standup)).not.toContain('already gets');
  await goesLive(marta, digest);
  const question = await marta.presses(standup, 'Go live');
  const note = (what: string, at: string) =>
    `<#${SALES}> already gets “${what}” at ${at}, which tells of the same day.`;
  expect(words(question)).toContain(note('Daily digest of North', '09:00'));
  await marta.presses(question, 'Yes, go live');
  const another = await adds('schedule', { channel: SALES, what: 'digest', at: '12:00' });
  expect(words(another)).toContain(note(`Standup of North in <#${SALES}>`, '09:30'));
});
