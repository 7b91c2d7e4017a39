// A pulse of a team of eight in three zones, from its setting up to its results: nobody learns who said what.
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { useBot } from '../support/bot.ts';
import { goesLive } from '../support/live.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, labels, words } from '../support/reading.ts';
import { type AnyRow, everything, keepJobs } from '../surveys/everything.ts';

const bot = useBot();

const told = (who: Who) => bot().as(who).told();
const asks = (who: Who) => bot().as(who).asked();
const reminders = (who: Who) => told(who).filter(({ text }) => text.startsWith('The questions above are open'));

beforeAll(async () => {
  await bot().logged('zones or presence of members have changed');
  await keepJobs(bot().db);
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

test('a manager sets up a pulse for her team, sees what it asks, and lets it go live', async () => {
  const { sandbox } = bot();
  const marta = bot().as('marta');
  expect((await marta.types('/pulse help')).blocks).toHaveLength(4);
  const list = await marta.types('/pulse');
  expect(list.text).toBe('No survey is open.');
  const { actionId, value } = buttonCalled(list, 'Add a survey');
  await sandbox.click(marta.id, list, actionId, value);
  await sandbox.waitForModal(marta.id, ({ submit }) => submit === 'Save');
  expect(await sandbox.submit(marta.id, { questions: '2', open: '3' })).toMatchObject({ ok: true });
  await expect.poll(() => told('marta').length).toBe(1);
  await sandbox.closeModal(marta.id);
  const [saved] = told('marta');
  expect(words(saved!)).toMatch(/Pulse of North, 2 questions → everyone in North, each in person/);

  // Who would be asked does not see it as long as it rests.
  expect(words(await bot().as('anna').types('/pulse'))).not.toContain('Pulse of North');
  expect(words(await bot().as('anna').types('/salespulse schedule'))).not.toContain('Pulse of North');

  await marta.presses(saved!, 'Send me a test');
  await expect.poll(() => asks('marta').length).toBe(1);
  const preview = asks('marta')[0]!;
  expect(words(preview)).toContain(
    'This is what 5 people get. It is a preview: nobody was asked, and it has no buttons.',
  );
  expect(labels(preview)).toEqual([]);
  expect(await bot().db.pulseRound.count()).toBe(0);
  expect(words(await goesLive(marta, saved!))).toMatch(/Next: .*1 Apr.*09:30/);
  expect(words(await bot().as('anna').types('/pulse'))).toContain('Pulse of North, 2 questions');
});

test('each is asked at their own 9:30, one question at a time, with the promise on each', async () => {
  await bot().goTo('2026-04-01T09:30');
  await expect.poll(() => asks('anna').length).toBe(1);
  expect([asks('loud'), asks('jonas')]).toEqual([[], []]);
  const [first] = asks('anna');
  expect(first!.text).toMatch(
    /^How is work\? 2 questions, until 6 Apr, 09:00\. Pulse of North, from Marta Lindqvist\./,
  );
  expect(words(first!)).toContain('1 of 2');
  expect(labels(first!)).toEqual(['1', '2', '3', '4', '5', 'Tomorrow', 'Not this time']);

  const second = await bot().as('anna').presses(first!, '4');
  expect(words(second)).toContain('2 of 2');
  expect(words(second)).toContain('Anonymous: nobody sees who said what');
  const done = await bot().as('anna').presses(second, '2');
  expect(words(done)).toMatch(/Thank you, that was all[\s\S]*\*4\*[\s\S]*\*2\*/);
});

test('until it closes an answer can be changed, and have a comment', async () => {
  const { sandbox } = bot();
  const anna = bot().as('anna');
  const [done] = asks('anna');
  const again = await anna.presses(done!, 'Change my answers');
  expect(words(again)).toMatch(/1 of 2[\s\S]*Your answer so far: 4/);
  expect(labels(again)).toEqual(['1', '2', '3', '4', '5', 'Done', 'Replies']);
  const second = await anna.presses(again, '5');
  expect(words(second)).toMatch(/2 of 2[\s\S]*Your answer so far: 2/);
  const first = await anna.presses(second, 'Back');
  expect(words(first)).toMatch(/1 of 2[\s\S]*Your answer so far: 5/);
  const changed = await anna.presses(first, 'Done');
  expect(words(changed)).toMatch(/Thank you[\s\S]*\*5\*[\s\S]*\*2\*/);
  const writes = async (comment: string, seen: RegExp) => {
    const { actionId, value } = buttonCalled(changed, 'Add a comment');
    await sandbox.click(anna.id, changed, actionId, value);
    const form = await sandbox.waitForModal(anna.id, ({ submit }) => submit === 'Save');
    expect(await sandbox.submit(anna.id, { comment })).toMatchObject({ ok: true });
    await sandbox.waitForModal(anna.id, ({ blocks }) => seen.test(JSON.stringify(blocks)));
    await sandbox.closeModal(anna.id);
    return JSON.stringify(form.blocks);
  };
  const form = await writes('', /You have written nothing/);
  expect(form).toContain('is read, in random order, by admins and by who leads North, and only where 8 or more');
  await writes('Less haste', /without your name/);
  await writes('', /What you wrote is taken back/);
  await writes('More <time> please', /without your name/);
  const rows = await bot().db.pulseAnswer.findMany();
  expect(rows).toMatchObject([{ comment: 'More <time> please' }]);
  expect(Object.values(rows[0]!.scores as object).sort()).toEqual([2, 5]);
});

const north = ['anna', 'marta', 'noah', 'loud', 'jonas'] as const;

/** All that stands in the database about people, and by which transactions: none of it may come from answering. */
const ofPeople = async () => {
  const members = await bot().db.member.findMany();
  const people = members.flatMap(({ id, slackUserId }) => [id, slackUserId ?? id]);
  const rows = await everything(bot().db);
  return rows.filter(({ row }) => people.some((person) => row.includes(person)));
};

/** The word that stands in somebody's message. Its fingerprints, and what they have said in words, lead to their answer. */
const wordOf = (who: Who): string => /\\"token\\":\\"([\w-]+)/.exec(JSON.stringify(asks(who).at(-1)))![1]!;
const fingerprint = (of: string) => createHash('sha256').update(of).digest('base64url');
let clues: string[] = [];
const findClues = () => {
  const own = north.map(wordOf);
  clues = ['More <time>', ...own.flatMap((word) => [word, fingerprint(word), fingerprint(`comment:${word}`)])];
};
const leading = (rows: readonly AnyRow[]) => rows.filter(({ row }) => clues.some((clue) => row.includes(clue)));

const answersAll = async (who: Who, ask: Message, given: readonly string[]) => {
  let message = ask;
  for (const score of given) message = await bot().as(who).presses(message, score);
  return words(message);
};

let declined: Message;

test('one puts it off, one declines, others answer at their own time, one begins to change what they said', async () => {
  const later = await bot().as('noah').presses(asks('noah')[0]!, 'Tomorrow');
  expect(words(later)).toMatch(/I shall come back to it .*2 Apr.*09:00/);
  expect(labels(later).slice(0, 5)).toEqual(['1', '2', '3', '4', '5']);
  await expect.poll(() => asks('marta').length).toBe(2);
  declined = await bot().as('marta').presses(asks('marta').at(-1)!, 'Not this time');
  expect(declined.text).toContain('Nobody is told');
  const again = await bot().as('anna').presses(asks('anna')[0]!, 'Change my answers');
  expect(words(again)).toContain('1 of 2');

  await bot().goTo('2026-04-01T10:30');
  await expect.poll(() => asks('loud').length).toBe(1);
  // What has been sent is written down.
  const onTheWay = () => bot().db.delivery.count({ where: { state: { in: ['planned', 'sending'] } } });
  await expect.poll(onTheWay).toBe(0);
  const before = await ofPeople();
  expect(await answersAll('loud', asks('loud')[0]!, ['5', '4'])).toContain('Thank you');
  expect(await ofPeople()).toEqual(before);
  await bot().goTo('2026-04-01T15:30');
  await expect.poll(() => asks('jonas').length).toBe(1);
  expect(await answersAll('jonas', asks('jonas')[0]!, ['1', '2'])).toContain('Thank you');
});

test('who put it off is reminded the next morning instead, who has answered or declined never', async () => {
  await bot().goTo('2026-04-02T09:00');
  await expect.poll(() => reminders('noah').length).toBe(1);
  expect(reminders('noah')[0]!.text).toContain('until 6 Apr, 09:00: Pulse of North, from Marta Lindqvist.');
  expect(reminders('noah')[0]!.threadTs).toBe(asks('noah')[0]!.ts);
  await bot().goTo('2026-04-03T15:30');
  const left = () => bot().db.delivery.count({ where: { content: { path: ['kind'], equals: 'pulse_reminder' } } });
  // Which reminders were sent and which were needless is forgotten.
  await expect
    .poll(async () => {
      await bot().goTo('2026-04-03T15:31');
      return left();
    })
    .toBe(0);
  expect(reminders('noah')).toHaveLength(1);
  expect((['anna', 'marta', 'loud', 'jonas'] as const).flatMap(reminders)).toEqual([]);
  expect(await answersAll('noah', asks('noah')[0]!, ['4', '4'])).toContain('Thank you');
  const first = await bot().as('marta').presses(declined, 'Take part after all');
  expect(await answersAll('marta', first, ['3', '3'])).toContain('Thank you, that was all');
});

test('while it is open nothing in the database leads from an answer to a person, and no transaction wrote both', async () => {
  findClues();
  const rows = await everything(bot().db);
  expect(rows.filter(({ table }) => table === 'every_job').length).toBeGreaterThan(0);
  const answers = rows.filter(({ table }) => table === 'pulse_answers');
  expect(answers).toHaveLength(north.length);
  expect(leading(answers)).toHaveLength(north.length);
  expect(leading(rows)).toHaveLength(north.length);
  expect(answers.filter(({ row }) => north.map(wordOf).some((word) => row.includes(word)))).toEqual([]);
  expect(new Set(answers.map(({ xmin }) => xmin)).size).toBe(1);
  const written = answers[0]!.xmin;
  const people = await ofPeople();
  expect(people.length).toBeGreaterThan(0);
  const tells = ({ table, xmin, xmax }: AnyRow) => table === 'pulse_answers' || [xmin, xmax].includes(written);
  expect(people.filter(tells)).toEqual([]);
});

test('while it is open nobody sees numbers of it', async () => {
  const seen = await bot().as('marta').types('/pulse results');
  expect(seen.text).toBe('No survey has closed yet.');
});

test('after it has closed everybody who was asked reads the same, and the single answers are gone', async () => {
  await bot().goTo('2026-04-06T09:00');
  const results = (who: Who) => told(who).filter(({ text }) => /^How is work\? What/.test(text));
  for (const who of ['anna', 'noah', 'marta'] as const) await expect.poll(() => results(who).length).toBe(1);
  const [annas] = results('anna');
  // (5 + 3 + 5 + 1 + 4) + (2 + 3 + 4 + 2 + 4) of 10 answers: a mean of 3.3.
  expect(words(annas!)).toMatch(/What 5 of 5 in North answered \(100 %\)\*\n\*Satisfaction 58 of 100\*/);
  expect(words(annas!)).toContain('Pulse of North, from Marta Lindqvist.');
  expect(words(annas!)).not.toContain('More');
  const rows = await everything(bot().db);
  expect(rows.filter(({ table }) => table === 'pulse_answers')).toEqual([]);
  expect(leading(rows)).toEqual([]);
  expect(words(await bot().as('marta').types('/pulse results'))).toContain('Satisfaction 58 of 100');

  const late = await bot().as('jonas').presses(asks('jonas')[0]!, 'Change my answers');
  expect(late.text).toMatch(/^This survey has closed \(Pulse of North, from Marta Lindqvist\)/);
});

test('nothing of it stands in the log: neither words, nor what leads to them, nor which button was pressed', () => {
  expect(bot().log()).not.toMatch(/More <time>|pulse_|pulse\\.comment/);
  expect(clues.filter((clue) => bot().log().includes(clue))).toEqual([]);
});
