import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, it } from 'vitest';
import { planNewAdmins } from '../../src/schedule/new-admin.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const now = Temporal.Instant.from('2026-03-18T09:00:00Z');
const left = new Date('2026-03-18T08:00:00Z');
let workspaceId: string;

beforeEach(async () => {
  workspaceId = (await db().workspace.create({ data: { name: 'Northwind' } })).id;
});

/** Somebody, with the first day of their first job. */
async function member(name: string, more: { role?: string; left?: Date; since?: string; known?: string } = {}) {
  const { role = 'rep', since, known = 'met' } = more;
  const { id } = await db().member.create({
    data: { workspaceId, name, slackUserId: `U${name}`, role, known, deactivatedAt: more.left ?? null },
  });
  if (since) await db().membership.create({ data: { workspaceId, memberId: id, startsOn: new Date(since) } });
  return id;
}
const admins = async () => {
  const there = await db().member.findMany({ where: { workspaceId, role: 'admin', deactivatedAt: null } });
  return there.map(({ name }) => name);
};
const told = async () => {
  const all = await db().delivery.findMany({ where: { workspaceId } });
  return all.map(({ recipient }) => recipient);
};

it('the manager who has been there for longest takes the place of the last admin, and is told once by any number of processes', async () => {
  await member('Olga', { role: 'admin', left });
  await member('Ben', { since: '2020-01-01' });
  await member('Nora', { role: 'manager', since: '2024-05-01' });
  await member('Maria', { role: 'manager', since: '2023-01-01' });
  await member('Gone', { role: 'manager', since: '2019-01-01', left });
  await Promise.all(Array.from({ length: 5 }, () => planNewAdmins(db(), now)));
  expect(await admins()).toEqual(['Maria']);
  expect(await told()).toEqual(['UMaria']);
  await planNewAdmins(db(), now.add({ hours: 1 }));
  expect(await told()).toHaveLength(1);
});

it('where there is no manager it is the first who uses the bot, before those whom only Slack lists', async () => {
  await member('Olga', { role: 'admin', left });
  await member('Listed', { known: 'listed' });
  await member('Anna');
  await member('Ben');
  await planNewAdmins(db(), now);
  expect(await admins()).toEqual(['Anna']);
});

it.each([
  ['another admin is there', async () => member('Omar', { role: 'admin' })],
  ['nobody else is there', async () => member('Gone', { left })],
])('nothing happens where %s', async (_, somebody) => {
  await member('Olga', { role: 'admin', left });
  await somebody();
  const before = await admins();
  await planNewAdmins(db(), now);
  expect(await admins()).toEqual(before);
  expect(await told()).toEqual([]);
});

it('a workspace that never had an admin waits for its first user', async () => {
  await member('Maria', { role: 'manager' });
  await planNewAdmins(db(), now);
  expect(await admins()).toEqual([]);
});
