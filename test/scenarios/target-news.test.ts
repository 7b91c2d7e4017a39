import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../src/sandbox/protocol.ts';
import { importText } from '../records/import/support.ts';
import { useBot } from '../support/bot.ts';
import { labels, words } from '../support/reading.ts';

const bot = useBot();
afterEach(() => bot().sandbox.faults.clear());

/** The message with these words in somebody's messages with the bot. */
const inMessagesOf = (who: 'anna' | 'jonas' | 'marta', said: RegExp): Promise<Message> => {
  const { id } = bot().as(who);
  return bot().sandbox.waitForMessage(id, bot().sandbox.dm(id), (message) => said.test(words(message)));
};

test('a person is told of a new target, understands it, and the manager hears that they want to talk', async () => {
  const { anna, marta } = { anna: bot().as('anna'), marta: bot().as('marta') };
  await marta.types('/target set revenue 50600 this month for Anna');
  const told = await inMessagesOf('anna', /changed your revenue target/);
  expect(words(told)).toBe(
    '*Marta Lindqvist* changed your revenue target for 1–31 Mar 2026: *$50,600*, it was $40,000.\nThat is $2,300 for each of the 22 working days of 1–31 Mar 2026.',
  );
  expect(labels(told)).toEqual(['Understood', 'Let’s talk', 'Quieter']);

  const understood = await anna.presses(told, 'Understood');
  expect(understood.ts).toBe(told.ts);
  expect(words(understood)).toMatch(/You understood it \(10:\d\d\)\.$/);
  expect(labels(understood)).toEqual(['Let’s talk']);

  const talking = await anna.presses(understood, 'Let’s talk');
  expect(words(talking)).toMatch(/You told Marta Lindqvist that you would like to talk about it \(10:\d\d\)\.$/);
  expect(labels(talking)).toEqual([]);
  expect(words(await inMessagesOf('marta', /would like to talk/))).toContain(
    '*Anna Berger* would like to talk with you',
  );
});

test('a target that Slack does not let us tell of stands, and who set it hears so', async () => {
  bot().sandbox.faults.next('chat.postMessage', { kind: 'error', error: 'user_disabled' });
  const marta = bot().as('marta');
  await marta.types('/target set calls 30 this week for Jonas');
  await bot().outlastsGathering();
  const said = /“A message” could not be sent to .*They are not in this Slack any more/s;
  await bot().sandbox.waitForMessage(marta.id, bot().sandbox.dm(marta.id), (message) => said.test(words(message)));
  expect(words(await bot().as('jonas').types('/kpi calls me this week'))).toContain('of 30');
});

test('a team’s target is told to each of its people once', async () => {
  const marta = bot().as('marta');
  const set = await marta.types('/target set revenue 300k per quarter for team North');
  expect(words(set)).toContain('Jonas Petersen');
  const told = await inMessagesOf('jonas', /targets of \*North\*/);
  const all = bot().as('jonas').sees(told.channel);
  expect(all.filter((message) => words(message).includes('*North*'))).toHaveLength(1);
});

test('who has a target from an import is told of it within a minute', async () => {
  const file = 'kpi,member,period,value\nrevenue,Sofia Marino,2026-03,70000\nrevenue,Sofia Marino,2026-04,72000\n';
  expect(await importText(bot().db, 'targets', file)).toMatchObject({ inserted: 2, bad: 0 });
  await bot().goTo('2026-03-18T12:00');
  const { id } = bot().as('sofia');
  const told = await bot().sandbox.waitForMessage(id, bot().sandbox.dm(id), ({ isBot }) => isBot);
  expect(words(told)).toContain('set your revenue targets from 1 Mar – 30 Apr 2026');
  expect(words(told)).toContain('*$70,000*');
  expect(words(await bot().as('sofia').presses(told, 'Understood'))).toContain('You understood it');
  expect(await importText(bot().db, 'targets', file)).toMatchObject({ unchanged: 2 });
  await bot().goTo('2026-03-18T12:01');
  expect(
    bot()
      .sandbox.messages(id, told.channel)
      .filter(({ isBot }) => isBot),
  ).toHaveLength(1);
});

test('a team’s target from an import is told to its people and its manager, once each, and to nobody else', async () => {
  const about = (who: 'anna' | 'jonas' | 'marta' | 'sofia') => {
    const { id } = bot().as(who);
    const all = bot().sandbox.messages(id, bot().sandbox.dm(id));
    return all.filter((message) => message.isBot && words(message).includes('the revenue target of *North*')).length;
  };
  const counts = () => (['anna', 'jonas', 'marta', 'sofia'] as const).map(about);
  const file = 'kpi,team,period,value\nrevenue,North,2026-04,90000\n';
  expect(await importText(bot().db, 'targets', file)).toMatchObject({ inserted: 1, problems: [] });
  await bot().goTo('2026-03-18T12:02');
  await expect.poll(counts).toEqual([1, 1, 1, 0]);
});

test('nobody hears of a target on a Sunday: it waits for their own next morning at work', async () => {
  await bot().goTo('2026-03-22T15:00');
  const { id } = bot().as('jonas');
  const told = () =>
    bot()
      .as('jonas')
      .sees(bot().sandbox.dm(id))
      .filter((message) => /meetings held/i.test(words(message)));
  await bot().as('marta').types('/target set meetings 33 next month for Jonas');
  // In London it is eight.
  await bot().goTo('2026-03-23T09:00');
  expect(told()).toEqual([]);
  await bot().goTo('2026-03-23T10:00');
  await bot().sandbox.waitForMessage(id, bot().sandbox.dm(id), (message) => /meetings held/i.test(words(message)));
});
