// A survey among the other things that one gets unasked, and on Home: neither may tell who has answered.
import { beforeAll, expect, test } from 'vitest';
import { addSchedule } from '../../src/schedule/schedule.ts';
import { useBot } from '../support/bot.ts';
import type { Who } from '../support/office.ts';
import { buttonCalled, labels, plain, words } from '../support/reading.ts';

const bot = useBot();
const north = ['anna', 'marta', 'noah', 'loud', 'jonas'] as const;
const told = (who: Who) => bot().as(who).told();
const asks = (who: Who) => bot().as(who).asked();
const reminders = (who: Who) => told(who).filter(({ text }) => text.startsWith('The questions above are open'));
const messagesADay = (dailyMessages: number) => bot().db.workspace.updateMany({ data: { dailyMessages } });
const lapsed = () => bot().db.delivery.count({ where: { topic: 'pulse', state: 'skipped', reason: 'enough' } });

beforeAll(async () => {
  const { db } = bot();
  await bot().allLiveIn('Europe/Berlin');
  const { workspaceId, id: teamId } = await db.team.findFirstOrThrow({ where: { name: 'North' } });
  const whose = { scope: 'team' as const, teamIds: [teamId] };
  await addSchedule(
    db,
    workspaceId,
    {
      what: { kind: 'pulse', instrument: 'pulse', whose, howMany: 1, openDays: 4 },
      audience: { to: 'team', teamId },
      recurrence: {
        on: { kind: 'weekly', weekdays: [1], every: 1 },
        at: '09:30',
        from: '2026-03-18',
        workingDaysOnly: false,
      },
      zone: null,
      ownerId: null,
    },
    new Date('2026-03-18T09:00:00Z'),
  );
});

test('it asks also on a day that has no place left, as it has a window; its ask has no more than its buttons', async () => {
  await messagesADay(0);
  await bot().goTo('2026-03-23T09:30');
  for (const who of north) await expect.poll(() => asks(who).length).toBe(1);
  expect(labels(asks('anna')[0]!)).toEqual(['1', '2', '3', '4', '5', 'Tomorrow', 'Not this time']);
  const sent = () => bot().db.delivery.count({ where: { topic: 'pulse', state: 'sent' } });
  await expect.poll(sent).toBe(north.length);
});

test('Home tells who is asked that it is open, and the same before and after they have answered', async () => {
  const { sandbox, db } = bot();
  const opens = async (who: Who) => {
    const { id } = bot().as(who);
    sandbox.openApp(id, 'home');
    const view = await sandbox.waitForHome(id);
    return { hash: view.hash, said: plain(JSON.stringify(view.blocks)) };
  };
  const before = await opens('anna');
  expect(before.said).toMatch(/A pulse is open until .*27 Mar.*09:30\. You answer it in our messages/);
  expect((await opens('sofia')).said).not.toContain('A pulse is open');
  const tabs = () => db.homeTab.findMany({ orderBy: { memberId: 'asc' } });
  const noted = await tabs();
  // In the same minute, as a month's pace moves on with each.
  const [ask] = asks('anna');
  const { actionId, value } = buttonCalled(ask!, '4');
  expect(await sandbox.click(bot().as('anna').id, ask!, actionId, value)).toMatchObject({ ok: true });
  await expect.poll(() => told('anna').some(({ text }) => text.startsWith('Thank you'))).toBe(true);
  expect(await opens('anna')).toEqual(before);
  // Somebody else's Home is made after it.
  await opens('noah');
  expect((await tabs()).filter(({ memberId }) => noted.some((each) => each.memberId === memberId))).toEqual(noted);
  expect(await opens('anna')).toEqual(before);
});

test('its ask takes a place of the day, and its reminder lapses where none is left', async () => {
  await messagesADay(1);
  await bot().as('marta').types('/target set calls made 50 next month for Jonas');
  await expect.poll(() => bot().db.delivery.count({ where: { topic: 'target', state: 'kept' } })).toBe(1);
  await messagesADay(0);
  await bot().goTo('2026-03-25T09:00');
  const put = await bot().as('noah').presses(asks('noah')[0]!, 'Tomorrow');
  expect(words(put)).toMatch(/I shall come back to it .*26 Mar.*09:00/);
  await bot().goTo('2026-03-25T09:30');
  await expect.poll(lapsed).toBe(3);
  expect(north.flatMap(reminders)).toEqual([]);
});

test('where there is a place it comes, not to who has left meanwhile, once a day to who put it off till then, with Quieter, which stops it for a week', async () => {
  await messagesADay(5);
  const held = (who: Who) =>
    bot().db.delivery.count({
      where: { recipient: bot().as(who).id, state: 'held', content: { path: ['kind'], equals: 'pulse_reminder' } },
    });
  expect([await held('noah'), await held('marta'), await held('loud')]).toEqual([1, 1, 1]);
  const gone = { slackUserId: bot().as('loud').id };
  await bot().db.member.updateMany({ where: gone, data: { deactivatedAt: new Date('2026-03-25T12:00:00Z') } });
  await bot().goTo('2026-03-26T09:30');
  for (const who of ['noah', 'marta'] as const) await expect.poll(() => reminders(who).length).toBe(1);
  const isWaiting = {
    content: { path: ['kind'], equals: 'pulse_reminder' },
    state: { in: ['held', 'planned', 'sending'] },
  };
  await expect.poll(() => bot().db.delivery.count({ where: isWaiting })).toBe(0);
  expect([...reminders('anna'), ...reminders('loud')]).toEqual([]);
  const { sandbox } = bot();
  const { id } = bot().as('noah');
  const [reminder] = reminders('noah');
  const { actionId, value } = buttonCalled(reminder!, 'Quieter');
  await sandbox.click(id, reminder!, actionId, value);
  const form = await sandbox.waitForModal(id, ({ submit }) => submit === 'Save');
  expect(JSON.stringify(form.blocks)).toContain('No reminders of surveys for a week');
  expect(await sandbox.submit(id, { wish: 'pause pulse' })).toMatchObject({ ok: true });
  await sandbox.waitForModal(id, ({ blocks }) => /nothing reminds you of a survey/.test(JSON.stringify(blocks)));
});
