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
