// Questions of one's own, from their typing to their results and to another wording; and why somebody gave a score.
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, labels, words } from '../support/reading.ts';

const bot = useBot();
const north = ['anna', 'marta', 'noah', 'loud', 'jonas'] as const;

const told = (who: Who) => bot().as(who).told();
const asks = (who: Who) => bot().as(who).asked();
const ask = async (who: Who, nth = 0): Promise<Message> => {
  await expect.poll(() => asks(who).length).toBeGreaterThan(nth);
  return asks(who)[nth]!;
};

/** The form that a button of a message opens. */
const opens = async (who: Who, message: Message, label: string) => {
  const { sandbox } = bot();
  const { id } = bot().as(who);
  const { actionId, value } = buttonCalled(message, label);
  bot().pass({ minutes: 1 });
  await sandbox.click(id, message, actionId, value);
  return sandbox.waitForModal(id, ({ submit }) => submit === 'Save');
};

const submits = (who: Who, fields: Record<string, string>) => bot().sandbox.submit(bot().as(who).id, fields);

/** Writes into the form that a button of the ask opens; the ask has gone on to the next by then. */
const writes = async (who: Who, message: Message, label: string, comment: string): Promise<Message> => {
  const { sandbox } = bot();
  const { id } = bot().as(who);
  await opens(who, message, label);
  const before = JSON.stringify(message);
  expect(await submits(who, { comment })).toMatchObject({ ok: true });
  await sandbox.waitForModal(id, ({ blocks }) => /Thank you/.test(JSON.stringify(blocks)));
  await sandbox.closeModal(id);
  return sandbox.waitForMessage(
    id,
    message.channel,
    (each) => each.ts === message.ts && JSON.stringify(each) !== before,
  );
};

beforeAll(async () => {
  await bot().allLiveIn('Europe/Berlin');
});

test('what is wrong with the questions is said line by line, and what was typed stays', async () => {
  const { sandbox } = bot();
  const list = await bot().as('marta').types('/pulse');
  await opens('marta', list, 'Add a survey');
  const fields = { instrument: 'own', open: '3' };
  const refused = async (written: string, instrument = 'own') => {
    const said = await submits('marta', { ...fields, instrument, written });
    return said.ok ? 'taken' : String(said.errors?.written);
  };
  expect(await refused('')).toMatch(/^Write one to 5 questions, one a line\. There are none now/);
  expect(await refused('How was it? (5-1)\nWhere? (office | )')).toMatch(/^Line 1: a scale .* Line 2: a choice /);
  expect(await refused('What helps?\nHow was it? (1-5')).toMatch(/^Line 2: a scale .*: How was it\? \(1-5\)$/);
  expect(await refused('1\n2\n3\n4\n5\n6')).toContain('There are 6 now');
  expect(await refused('What else?', 'pulse')).toContain('Choose “Own questions” there');
  const written = 'Where do you like to work? (office | home | both)\nHow was March? (1-5)\nWhat would help?';
  expect(await refused(written)).toBe('taken');
  await expect.poll(() => told('marta').length).toBe(1);
  await sandbox.closeModal(bot().as('marta').id);
  const [saved] = told('marta');
  expect(words(saved!)).toMatch(/Own questions to North, 3 questions → everyone in North, each in person/);
  await bot().as('marta').presses(saved!, 'Send me a test');
  expect(words(await ask('marta'))).toContain('Where do you like to work? (office | home | both)');
  const question = await bot().as('marta').presses(saved!, 'Go live');
  expect(words(question)).toContain('There are fewer than 8 of them, so nobody would read what they write');
  await bot().as('marta').presses(question, 'Yes, go live');
});

test('a choice and a scale are one click, words are up to each, and all can be changed', async () => {
  await bot().goTo('2026-04-01T09:30');
  const first = await ask('anna');
  expect(first.text).toContain('3 questions to you');
  expect(first.text).toContain('Questions to North: “Where do you like to work?” and 2 more, from Marta Lindqvist.');
  expect(labels(first)).toEqual(['office', 'home', 'both', 'Tomorrow', 'Not this time']);
  const second = await bot().as('anna').presses(first, 'home');
  expect(labels(second)).toEqual(['1', '2', '3', '4', '5']);
  expect(words(second)).toContain('1 = least, 5 = most');
  const third = await bot().as('anna').presses(second, '4');
  expect(words(third)).toContain('*3 of 3*  What would help?');
  expect(labels(third)).toEqual(['Write an answer', 'Leave it out']);
  const done = await writes('anna', third, 'Write an answer', 'A <quiet> room');
  expect(words(done)).toMatch(/Thank you, that was all[\s\S]*\*home\*[\s\S]*\*4\*[\s\S]*> A &lt;quiet&gt; room/);
  expect(await bot().db.pulseAnswer.findMany()).toMatchObject([{ comment: null }]);

  const again = await bot().as('anna').presses(done, 'Change my answers');
  const changed = await bot()
    .as('anna')
    .presses(await bot().as('anna').presses(again, 'both'), '5');
  expect(words(changed)).toContain('> A &lt;quiet&gt; room');
  expect(words(await bot().as('anna').presses(changed, 'Go on'))).toMatch(/\*both\*[\s\S]*\*5\*/);
});

const answers = async (who: Who, nth: number, presses: readonly string[]) => {
  let message = await ask(who, nth);
  for (const label of presses) message = await bot().as(who).presses(message, label);
  return words(message);
};

test('who has only words left out is not reminded', async () => {
  expect(await answers('noah', 0, ['both', '1'])).toContain('What would help?');
  expect(await answers('marta', 1, ['both', '3', 'Leave it out'])).toContain('Thank you');
  expect(await answers('loud', 0, ['both', '5', 'Leave it out'])).toContain('Thank you');
  expect(await answers('jonas', 0, ['both', '5', 'Leave it out'])).toContain('Thank you');
  await bot().goTo('2026-04-03T09:30');
  const left = () => bot().db.delivery.count({ where: { content: { path: ['kind'], equals: 'pulse_reminder' } } });
  await expect
    .poll(async () => {
      await bot().goTo('2026-04-03T09:31');
      return left();
    })
    .toBe(0);
  expect(north.flatMap(told).filter(({ text }) => text.startsWith('The questions above are open'))).toEqual([]);
});

const results = (who: Who) => told(who).filter(({ text }) => text.startsWith('Our own questions'));

test('everybody reads how many gave each answer, but not where all gave the same; words of five nobody', async () => {
  await bot().goTo('2026-04-06T09:30');
  for (const who of ['anna', 'marta'] as const) await expect.poll(() => results(who).length).toBe(1);
  const read = words(results('marta')[0]!);
  expect(read).toContain('what 5 of 5 in North answered (100 %)');
  expect(read).toContain('*Where do you like to work?*\n_Not shown: fewer than 5 answered it, or all of them alike._');
  expect(read).toContain('*3.8* on a scale from 1 to 5\nHow many gave each: *1*: 1× · *3*: 1× · *5*: 3×');
  expect(read).not.toContain('quiet');
  expect(await bot().db.pulseAnswer.findMany()).toEqual([]);
  expect(await bot().db.pulseText.findMany()).toEqual([]);
});

test('in other words it is another question: its answers are not compared with those before, and that is said', async () => {
  const { sandbox } = bot();
  const list = await bot().as('marta').types('/salespulse schedule');
  const form = await opens('marta', list, 'Change');
  expect(JSON.stringify(form.blocks)).toContain('How was March? (1-5)');
  const written = 'How was your month? (1-5)\nWhere do you like to work? (office | home | both)';
  // The second Friday of those is the first of May.
  const rhythm = { rhythm: 'days_third', weekday: '5' };
  expect(await submits('marta', { written, ...rhythm })).toMatchObject({ ok: true });
  const changed = await sandbox.waitForModal(bot().as('marta').id, ({ blocks }) =>
    /Changed, from the next/.test(JSON.stringify(blocks)),
  );
  expect(JSON.stringify(changed.blocks)).toContain('Friday, every 3rd week at 09:30');
  await sandbox.closeModal(bot().as('marta').id);
  await bot().goTo('2026-05-01T09:30');
  for (const who of north)
    expect(await answers(who, who === 'marta' ? 2 : 1, ['4', who === 'anna' ? 'office' : 'home'])).toContain(
      'Thank you',
    );
  await bot().goTo('2026-05-04T09:31');
  await expect.poll(() => results('anna').length).toBe(2);
  const read = words(results('anna')[1]!);
  expect(read).toContain('• office: *1* of 5\n• home: *4* of 5\n• both: *0* of 5');
  expect(read).toContain('The questions have changed since Apr 2026: only what was asked then, too, is compared.');
});
