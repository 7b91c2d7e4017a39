// Who is in Slack is known to the bot: from its list at the start, and from what it hears.
import { expect, test } from 'vitest';
import { useBot } from '../support/bot.ts';

const bot = useBot();

const memberOf = (slackUserId: string) => bot().db.member.findFirst({ where: { slackUserId } });
const tell = (person: object) =>
  fetch(`${bot().sandbox.url}sandbox/person`, { method: 'POST', body: JSON.stringify(person) });

test('people who have never used the bot are members all the same, as Slack knows them', async () => {
  const { id } = bot().as('nina');
  await expect.poll(() => memberOf(id)).toMatchObject({ name: 'Nina Neumann', role: 'rep', known: 'listed' });
  await bot().as('nina').types('/kpi me');
  expect(await memberOf(id)).toMatchObject({ role: 'rep', known: 'met' });
});

test('who joins, moves, goes on vacation, leaves and returns is known at once', async () => {
  const id = 'U0ZOE00001';
  await tell({ id, realName: 'Zoe Smith', email: 'zoe@northwind.example', tz: 'Asia/Tehran', locale: 'fa-IR' });
  await expect.poll(() => memberOf(id)).toMatchObject({ name: 'Zoe Smith', zone: 'Asia/Tehran', locale: 'fa-IR' });
  await tell({ id, tz: 'Europe/Lisbon' });
  await expect.poll(() => memberOf(id)).toMatchObject({ zone: 'Europe/Lisbon' });
  await tell({ id, statusEmoji: ':palm_tree:', statusText: 'Vacationing', statusExpiration: 1_774_000_000 });
  await expect.poll(() => memberOf(id)).toMatchObject({ awayUntil: new Date(1_774_000_000_000) });
  await tell({ id, deleted: true });
  await expect.poll(async () => (await memberOf(id))?.deactivatedAt).not.toBeNull();
  await tell({ id, deleted: false });
  await expect.poll(async () => (await memberOf(id))?.deactivatedAt).toBeNull();
});

test('when the last admin leaves Slack, the manager is admin within a minute, and is told so', async () => {
  const { sofia, marta } = { sofia: bot().as('sofia'), marta: bot().as('marta') };
  await bot().db.member.updateMany({ where: { slackUserId: sofia.id }, data: { role: 'admin' } });
  await tell({ id: sofia.id, deleted: true });
  await expect.poll(async () => (await memberOf(sofia.id))?.deactivatedAt).not.toBeNull();
  await bot().goTo('2026-03-18T12:00');
  const told = await bot().sandbox.waitForMessage(marta.id, bot().sandbox.dm(marta.id), ({ isBot }) => isBot);
  expect(told.text).toMatch(/^\*Sofia Marino\*, the last admin of Salespulse here, has left, so you are its admin now/);
  expect(await memberOf(marta.id)).toMatchObject({ role: 'admin' });
});
