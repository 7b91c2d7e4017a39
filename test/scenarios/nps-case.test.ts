// Unhappy customers are followed up: one to its solution, one past its owner; a happy one is asked for a reference.
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, labels, words } from '../support/reading.ts';

const bot = useBot();

beforeAll(async () => {
  await bot().allLiveIn('Europe/Berlin');
});

const told = (who: Who, about: RegExp) => bot().as(who).told(about);
const comes = async (who: Who, about: RegExp, times = 1): Promise<Message> => {
  await expect.poll(() => told(who, about).length).toBe(times);
  return told(who, about).at(-1)!;
};
const answers = async (typed: string, fields: Record<string, string>) => {
  const { text } = await bot().as('anna').types(typed);
  const link = /http[^`\s]+/.exec(text)?.[0] ?? '';
  const sent = await fetch(link, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  expect(sent.status).toBe(303);
};
const solves = async (who: Who, message: Message, solution: string) => {
  const { sandbox } = bot();
  const person = bot().as(who);
  const { actionId, value } = buttonCalled(message, 'Solved');
  await sandbox.click(person.id, message, actionId, value);
  await sandbox.waitForModal(person.id, ({ submit }) => submit === 'Save');
  expect(await sandbox.submit(person.id, { words: solution })).toMatchObject({ ok: true });
  const view = await sandbox.waitForModal(person.id, ({ blocks }) => /solved after/.test(JSON.stringify(blocks)));
  await sandbox.closeModal(person.id);
  return JSON.stringify(view.blocks);
};

/** What a case says, wherever it was told, once it is solved: nothing is left to press. */
const endsFor = async (who: Who, about: RegExp, solved: RegExp, times = 1) => {
  await expect.poll(() => told(who, about).length).toBe(times);
  for (const copy of told(who, about)) {
    expect(words(copy)).toMatch(solved);
    expect(words(copy)).not.toContain('will call');
    expect(labels(copy)).toEqual([]);
  }
};

test('the owner hears of an unhappy customer at once: who, how many, their words, and what they said before', async () => {
  await answers('/nps link Acme Jane Doe', { score: '4', comment: 'Support is <slow>\nfor weeks' });
  const case_ = await comes('anna', /is unhappy/);
  expect(case_.text).toBe('Jane Doe of Acme is unhappy: 4 of 10');
  expect(words(case_)).toContain('> Support is &lt;slow&gt;\n> for weeks');
  expect(words(case_)).toContain('It is their first answer.');
  expect(labels(case_).slice(0, 2)).toEqual(['I’ll call', 'Solved']);
  expect(told('marta', /unhappy|solved/)).toEqual([]);
});

test('what is open after a day is told again, and what is solved never', async () => {
  await bot().goTo('2026-03-19T10:30');
  const reminder = await comes('anna', /^Still open since/);
  expect(reminder.text).toMatch(/^Still open since 18 Mar, 10:0\d: Jane Doe of Acme gave 4 of 10$/);
  const called = await bot().as('anna').presses(reminder, 'I’ll call');
  expect(words(called)).toMatch(/Anna Berger will call, said 10:3\d\./);
  expect(labels(called)).not.toContain('I’ll call');

  expect(await solves('anna', called, 'A person of their own & a credit')).toMatch(
    /Jane Doe of Acme: solved after 24 h/,
  );
  const solved = /Solved by Anna Berger, 10:3\d: A person of their own &amp; a credit/;
  await endsFor('anna', /^Solved: Jane Doe of Acme gave 4 of 10$/, solved, 2);
  const seen = await bot().as('marta').types('/nps Acme');
  expect(words(seen)).toMatch(
    /\*4 of 10\* · 18 Mar 2026 · Jane Doe · solved 10:3\d: A person of their own &amp; a credit/,
  );
  await bot().goTo('2026-03-25T12:00');
  await bot().db.$queryRaw`SELECT 1`;
  await expect
    .poll(() => bot().db.delivery.groupBy({ by: ['state'], _count: true, where: { cause: { startsWith: 'answer' } } }))
    .toEqual(expect.arrayContaining([{ state: 'skipped', _count: 2 }]));
  expect(told('anna', /^Still open since/)).toEqual([]);
  expect(told('marta', /^Nobody has solved/)).toEqual([]);
});

test('the numbers know it', async () => {
  const loop = await bot().as('anna').types('/kpi me detractor_follow_up this month');
  expect(loop.text).toMatch(/Time to close the loop.*1 d|24/);
  const nps = await bot().as('anna').types('/kpi me nps this month');
  expect(nps.text).toMatch(/−100|-100/);
});

test('a customer’s words can be typed in, and say so', async () => {
  const noted = await bot().as('anna').types('/nps record Globex 3 too slow, too dear');
  expect(noted.text).toBe(
    'Noted for Globex, as typed in by you: 3 of 10. That opens a case: Anna Berger gets a message about it.',
  );
  const case_ = await comes('anna', /^Globex is unhappy: 3 of 10/);
  expect(words(case_)).toContain('> too slow, too dear');
  expect(words(case_)).toContain('Typed in by Anna Berger.');
  expect(words(await bot().as('anna').types('/nps Globex'))).toContain('typed in by Anna Berger · open');
  for (const [typed, why] of [
    ['slow', 'Which number, from 0 to 10?'],
    ['11', '11 is not on the scale. Which whole number, from 0 to 10?'],
    ['4,5 slow', '4,5 is not on the scale. Which whole number, from 0 to 10?'],
    ['4.5', '4.5 is not on the scale.'],
    ['6/5', '6/5 is not on the scale. Which whole number, from 1 to 5?'],
  ] as const)
    expect((await bot().as('anna').types(`/nps record Globex ${typed}`)).text).toContain(why);
  expect((await bot().as('anna').types('/nps')).text).toBe(
    [
      '*Open cases*, the oldest first\n*3 of 10* · Globex · you, since 25 Mar',
      'One was asked by a personal link in the last 90 days: 1 answered (100\u00a0%).',
    ].join('\n'),
  );
  expect((await bot().as('marta').types('/nps')).text).toContain('*3 of 10* · Globex · Anna Berger, since 25 Mar\n');
});

test('a case older than what is listed is counted, not left out', async () => {
  const { db } = bot();
  const { workspaceId, id: customerId } = await db.customer.findFirstOrThrow({ where: { name: 'Globex' } });
  const answer = { source: 'import', instrument: 'nps', score: 2, respondent: 'Old Joe', externalId: 'old' };
  await db.surveyAnswer.create({ data: { workspaceId, customerId, ...answer, answeredOn: new Date('2025-06-01') } });
  const { text } = await bot().as('anna').types('/nps');
  expect(text).toContain('· you, since 25 Mar\nOne case from more than 90 days ago is open, too: `/nps Acme` shows');
  await db.surveyAnswer.deleteMany({ where: { externalId: 'old' } });
});

test('what its owner leaves for two reminders goes to the manager, who can solve it', async () => {
  await bot().goTo('2026-03-26T12:30');
  await comes('anna', /^Still open since .*Globex/);
  // That somebody will call solves nothing.
  const called = await bot()
    .as('anna')
    .presses(told('anna', /^Globex is unhappy/)[0]!, 'I’ll call');
  expect(words(called)).toMatch(/Anna Berger will call, said 12:3\d\./);
  // A day later it is Friday; the day after that is Monday at nine.
  await bot().goTo('2026-03-27T13:00');
  await comes('anna', /^Still open since .*Globex/, 2);
  await bot().goTo('2026-03-28T14:00');
  expect(told('marta', /^Nobody has solved/)).toEqual([]);
  await bot().goTo('2026-03-30T09:00');
  const escalated = await comes('marta', /^Nobody has solved/);
  expect(escalated.text).toMatch(/Globex gave 3 of 10\. It is with Anna Berger\./);
  expect(words(escalated)).toContain('Anna Berger will call, said 26 Mar');
  expect(labels(escalated)).toContain('Solved');
  await solves('marta', escalated, 'Visited them');
  const solved = /Solved by Marta Lindqvist, 09:0\d: Visited them/;
  await endsFor('anna', /^Solved: Globex gave 3/, solved, 3);
  await endsFor('marta', /^Solved: Globex gave 3/, solved);
  expect(words(await bot().as('anna').types('/nps Globex'))).toContain('Visited them');
  expect((await bot().as('anna').types('/nps')).text).toMatch(/^No customer of yours waits/);
});

test('a happy customer is one click from being asked for a reference', async () => {
  await answers('/nps link Acme ben@acme.com', { score: '10', comment: '' });
  const happy = await comes('anna', /would recommend you/);
  expect(happy.text).toBe('ben@acme.com of Acme would recommend you: 10 of 10');
  const noted = await bot().as('anna').presses(happy, 'Ask for a reference');
  expect(words(noted)).toContain('Anna Berger asks for a reference: it is a next step for 31 Mar.');
  const steps = await bot().db.activity.findMany({ where: { nextStep: { not: null } } });
  expect(steps).toMatchObject([{ nextStep: 'ask ben@acme.com of Acme for a reference' }]);
});

test('an open case goes with its customer to who sees to them from now on: list, buttons, reminders, and the manager', async () => {
  await bot().as('anna').types('/nps record Globex 2');
  const case_ = await comes('anna', /^Globex is unhappy: 2 of 10/);
  const [sofia, jonas] = await Promise.all(
    (['sofia', 'jonas'] as const).map((who) =>
      bot().db.member.findFirstOrThrow({ where: { slackUserId: bot().as(who).id } }),
    ),
  );
  await bot().db.customer.updateMany({ where: { name: 'Globex' }, data: { ownerId: sofia!.id } });
  await bot().db.team.updateMany({ where: { name: 'South' }, data: { managerId: jonas!.id } });
  const refused = await bot().as('anna').presses(case_, 'I’ll call');
  expect(refused.text).toBe('Globex is a customer of Sofia Marino: this is for them, their managers and admins.');
  expect(await bot().db.surveyAnswer.count({ where: { score: 2, callAt: null } })).toBe(1);
  expect((await bot().as('anna').types('/nps')).text).toMatch(/^No customer of yours waits/);
  expect((await bot().as('sofia').types('/nps')).text).toContain('*2 of 10* · Globex · you, since 30 Mar');

  await bot().goTo('2026-03-31T12:00');
  await comes('sofia', /^Still open since .*Globex gave 2/);
  await bot().goTo('2026-04-01T12:30');
  await comes('sofia', /^Still open since .*Globex gave 2/, 2);
  await bot().goTo('2026-04-02T13:00');
  const escalated = await comes('jonas', /^Nobody has solved .*Globex gave 2/);
  expect(escalated.text).toMatch(/It is with Sofia Marino\.$/);
  expect(told('anna', /Globex gave 2/)).toEqual([]);
  expect(told('marta', /Globex gave 2/)).toEqual([]);
});

test('solved, it stays with whose it was when they answered, as the numbers do', async () => {
  await solves('jonas', told('jonas', /^Nobody has solved .*Globex gave 2/)[0]!, 'A visit by both');
  // The list of the customer's answers is for who sees to them now.
  expect(words(await bot().as('sofia').types('/nps Globex'))).toContain('A visit by both');
  await endsFor('anna', /^Solved: Globex gave 2/, /Solved by Jonas Petersen/);
  await endsFor('sofia', /^Solved: Globex gave 2/, /Solved by Jonas Petersen/, 2);
  const loops = (who: Who) => bot().as(who).types('/kpi me detractor_follow_up march 2026');
  expect((await loops('sofia')).text).toMatch(/Time to close the loop no data/);
  expect((await loops('anna')).text).toMatch(/Time to close the loop \d+ h/);
});

test('a customer does not wait for who is on holiday: their manager hears, and they are reminded when they are back', async () => {
  await bot().goTo('2026-04-07T10:00');
  await bot().as('anna').types('/salespulse people off 2026-04-08..2026-04-21');
  await bot().as('anna').types('/nps record Acme 1');
  await bot().goTo('2026-04-10T09:30');
  expect(told('marta', /^Nobody has solved .*Acme gave 1/)).toEqual([]);
  await bot().goTo('2026-04-10T12:00');
  await comes('marta', /^Nobody has solved .*Acme gave 1 of 10\. It is with Anna Berger\./);
  expect(told('anna', /^Still open since .*Acme gave 1/)).toEqual([]);
  await bot().goTo('2026-04-22T09:00');
  await comes('anna', /^Still open since .*Acme gave 1/);
});

test('a manager who is away is passed by for an admin, and so is one who has gone; where there is nobody it is the owner’s again', async () => {
  const { db } = bot();
  const noah = { where: { slackUserId: bot().as('noah').id } };
  await db.member.updateMany({ ...noah, data: { role: 'admin' } });
  await bot().goTo('2026-05-04T10:00');
  await bot().as('marta').types('/salespulse people off 2026-05-06..2026-05-22');
  await bot().as('anna').types('/nps record Acme 2');
  await bot().goTo('2026-05-07T12:00');
  const toAdmin = await comes('noah', /^Nobody has solved .*Acme gave 2 of 10\. It is with Anna Berger\./);
  expect(told('marta', /Acme gave 2/)).toEqual([]);
  await solves('noah', toAdmin, 'Called them');

  // Planned for who is there when it is told of; by then she has left.
  await bot().goTo('2026-05-25T10:00');
  await bot().as('anna').types('/nps record Acme 3');
  await db.member.updateMany({
    where: { slackUserId: bot().as('marta').id },
    data: { deactivatedAt: new Date('2026-05-26T10:00:00Z') },
  });
  await bot().goTo('2026-05-28T12:00');
  await comes('noah', /^Nobody has solved .*Acme gave 3 of 10/);
  expect(told('marta', /Acme gave 3/)).toEqual([]);

  await db.member.updateMany({ ...noah, data: { role: 'rep' } });
  await bot().as('anna').types('/nps record Acme 0');
  await bot().goTo('2026-06-02T14:00');
  await comes('anna', /^Nobody has solved .*Acme gave 0 of 10\. It is with Anna Berger\./);
});

test('what was passed on to somebody comes back with the customer, and is not lost between the two', async () => {
  const { db } = bot();
  const owns = async (who: Who) => {
    const { id: ownerId } = await db.member.findFirstOrThrow({ where: { slackUserId: bot().as(who).id } });
    await db.customer.updateMany({ where: { name: 'Globex' }, data: { ownerId } });
  };
  await bot().goTo('2026-06-08T10:00');
  await bot().as('anna').types('/salespulse people off 2026-06-09..2026-06-09');
  await bot().as('sofia').types('/nps record Globex 1');
  await comes('sofia', /^Globex is unhappy: 1 of 10/);
  await owns('anna');
  // The reminder is hers now, and waits for her next day at work; by then the customer is Sofia's again.
  await bot().goTo('2026-06-09T12:00');
  await expect.poll(() => db.delivery.count({ where: { state: 'held', recipient: bot().as('anna').id } })).toBe(1);
  await owns('sofia');
  await bot().goTo('2026-06-10T09:30');
  await comes('sofia', /^Still open since .*Globex gave 1/);
  expect(told('anna', /Globex gave 1/)).toEqual([]);
});
