// After a won deal customers are asked by themselves: their owner gets the link, each turn once, whatever happens.
import { beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { planDue } from '../../src/schedule/plan.ts';
import { useBot } from '../support/bot.ts';
import { people, type Who } from '../support/office.ts';
import { labels, words } from '../support/reading.ts';

const bot = useBot();
beforeAll(async () => {
  await bot().allLiveIn('Europe/Berlin');
  const { db } = bot();
  await db.member.updateMany({ where: { slackUserId: people.noah.id }, data: { role: 'admin' } });
});

const asks = (who: Who = 'anna') =>
  bot()
    .as(who)
    .told(/ was won /);
const comes = async (about: RegExp): Promise<Message> => {
  await expect.poll(() => asks().filter(({ text }) => about.test(text)).length).toBe(1);
  return asks().find(({ text }) => about.test(text))!;
};
/** All that is due has gone. */
const settled = () =>
  expect.poll(() => bot().db.delivery.count({ where: { state: { in: ['planned', 'sending'] } } })).toBe(0);
const linkIn = (said: string) => /http\S+?(?=[`\s]|$)/.exec(said)?.[0] ?? '';
const links = () => bot().db.customerLink.findMany({ orderBy: { askedAt: 'asc' } });

async function wins(customer: string, day: string) {
  const { db } = bot();
  const { workspaceId, id: customerId } = await db.customer.findFirstOrThrow({ where: { name: customer } });
  const { id: ownerId } = await db.member.findFirstOrThrow({ where: { slackUserId: people.anna.id } });
  const closed = { status: 'won', closedOn: new Date(`${day}T00:00Z`), closedAt: new Date(`${day}T11:00Z`) };
  const whose = { customerId, ownerId, closedOwnerId: ownerId };
  await db.deal.create({
    data: { workspaceId, source: 'test', externalId: `${customer} ${day}`, name: 'More', ...closed, ...whose },
  });
}

test('it is off until an admin switches it on', async () => {
  expect((await bot().as('anna').types('/nps schedule on')).text).toMatch(/is for admins to say/);
  expect((await bot().as('noah').types('/nps schedule')).text).toMatch(/`\/nps schedule on` asks them by themselves/);
  const on = await bot().as('noah').types('/nps schedule on');
  expect(on.text).toMatch(/^From now on owners get a link for each customer whose turn it is\./);
  expect(words(on)).toContain('Asks customers after a won deal how likely they are to recommend you');
  expect(words(await bot().as('noah').types('/salespulse schedule'))).toContain('Asks customers after a won deal');
  // What was won before is not made up for.
  await bot().goTo('2026-03-19T09:00');
  await settled();
  expect(await links()).toEqual([]);
});

test('the morning after a won deal its owner gets a link for the customer', async () => {
  await wins('Globex', '2026-03-19');
  await bot().goTo('2026-03-19T18:00');
  await bot().goTo('2026-03-20T08:59');
  await settled();
  expect(asks()).toEqual([]);
  await bot().goTo('2026-03-20T09:00');
  const ask = await comes(/^Globex was won yesterday: here is a link to ask Globex with\./);
  expect(labels(ask)).toContain('Not now');
  expect((await fetch(linkIn(ask.text))).status).toBe(200);
  expect(asks('marta')).toEqual([]);
});

test('each turn comes once, however often and by however many it is looked for', async () => {
  const { db, sandbox } = bot();
  const { Temporal } = await import('temporal-polyfill');
  const now = Temporal.Instant.fromEpochMilliseconds(sandbox.now());
  await db.schedule.updateMany({ data: { nextAt: new Date(now.epochMilliseconds), plannedThrough: new Date(0) } });
  await Promise.all([1, 2, 3].map(() => planDue(db, now, undefined, 'link')));
  await bot().goTo('2026-03-20T11:00');
  await bot().goTo('2026-03-23T09:00');
  await settled();
  expect(asks()).toHaveLength(1);
  expect(await links()).toHaveLength(1);
});

test('*Not now* ends the link until the next turn', async () => {
  const [ask] = asks();
  const link = linkIn(ask!.text);
  const left = await bot().as('anna').presses(ask!, 'Not now');
  expect(left.text).toBe('All right, Globex is not asked this time.');
  expect((await fetch(link)).status).toBe(410);
  await bot().goTo('2026-03-24T09:00');
  await settled();
  expect(await links()).toHaveLength(1);
});

test('30 days after, on the next working day', async () => {
  // Acme was won on 5 March; 4 April is a Saturday.
  await bot().goTo('2026-04-03T09:00');
  await bot().goTo('2026-04-04T12:00');
  await settled();
  expect(asks().filter(({ text }) => text.startsWith('Acme'))).toEqual([]);
  await bot().goTo('2026-04-06T09:00');
  await comes(/^Acme was won 32 days ago/);
});

test('then every 90 days; what came up while the bot was away for months is made up for once, if it is not too old', async () => {
  // Acme's turn was on 3 July, a Friday; that of Globex on 18 April. It is a Sunday.
  await bot().goTo('2026-07-05T12:00');
  await settled();
  expect(asks()).toHaveLength(1);
  await bot().goTo('2026-07-06T09:00');
  const ask = await comes(/^Acme was won 123 days ago/);
  await bot().goTo('2026-07-07T09:00');
  await settled();
  expect(asks()).toHaveLength(2);
  const body = new URLSearchParams({ score: '8' });
  expect((await fetch(linkIn(ask.text), { method: 'POST', body, redirect: 'manual' })).status).toBe(303);
});

test('who has answered has a rest, and is asked when it is over', async () => {
  // Acme's turn is on 1 October; the answer of 7 July is a rest until 5 October.
  await bot().goTo('2026-10-02T09:00');
  await settled();
  expect(asks().filter(({ text }) => /^Acme was won 2\d\d days/.test(text))).toEqual([]);
  await bot().goTo('2026-10-05T09:00');
  await comes(/^Acme was won 214 days ago/);
});

test('an owner whose customer has answered before their working day begins is handed no link', async () => {
  const { db } = bot();
  const { recurrence } = await db.schedule.findFirstOrThrow();
  await db.schedule.updateMany({ data: { recurrence: { ...(recurrence as object), at: '08:00' } } });
  await wins('Globex', '2026-10-05');
  await bot().goTo('2026-10-06T08:00');
  const { id } = (await links()).at(-1)!;
  const turn = async () => (await db.delivery.findFirstOrThrow({ where: { cause: `customer ${id}` } })).state;
  expect(await turn()).toBe('held');
  await bot().as('anna').types('/nps record Globex 9 by phone');
  await bot().goTo('2026-10-06T09:00');
  await expect.poll(turn).toBe('skipped');
  expect(asks().filter(({ text }) => /^Globex was won yesterday/.test(text))).toEqual([]);
});

test('it can be tried out, and is not sent by hand', async () => {
  const noah = bot().as('noah');
  expect((await noah.types('/salespulse schedule 1 now')).text).toMatch(/^Each customer has their own day/);
  await noah.types('/salespulse schedule 1 test');
  const { sandbox } = bot();
  const tests = () => sandbox.messages(noah.id, sandbox.dm(noah.id)).filter(({ text }) => /turn today/.test(text));
  await expect.poll(() => tests().length).toBe(1);
  expect(await links()).toHaveLength(5);
});

test('switched off it asks nobody', async () => {
  expect((await bot().as('noah').types('/nps schedule off')).text).toMatch(/not asked by themselves any more/);
  await wins('Globex', '2026-10-06');
  await bot().goTo('2026-10-07T09:00');
  await bot().goTo('2026-10-08T09:00');
  await settled();
  expect(await links()).toHaveLength(5);
});
