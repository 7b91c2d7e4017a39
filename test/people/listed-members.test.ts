import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/people/directory.ts';
import { type ListedPerson, storeListed } from '../../src/people/listed-members.ts';
import { welcomeMember } from '../../src/people/member.ts';
import { membersFrom } from '../../src/people/presence.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const now = Temporal.Instant.from('2026-03-18T09:00:00Z');
let workspaceId: string;

beforeEach(async () => {
  workspaceId = (await db().workspace.create({ data: { name: 'Northwind' } })).id;
});

const listed = (slackUserId: string, more: Partial<ListedPerson> = {}): ListedPerson => ({
  ...{ slackUserId, name: `Person ${slackUserId}`, email: null, zone: 'Europe/Berlin', locale: 'de-DE' },
  ...{ isGone: false, isGuest: false, awayUntil: null },
  ...more,
});
const store = (people: ListedPerson[], at = now) => storeListed(db(), workspaceId, people, at);
const memberOf = (slackUserId: string) =>
  db().member.findUniqueOrThrow({ where: { workspaceId_slackUserId: { workspaceId, slackUserId } } });

describe('what Slack lists of its people', () => {
  it('makes reps of them, and tells of each zone that is new; told again it changes nothing', async () => {
    const people = [listed('U1', { email: 'anna@northwind.example' }), listed('U2', { zone: null })];
    const changes = await store(people);
    const anna = await memberOf('U1');
    expect(anna).toMatchObject({ name: 'Person U1', email: 'anna@northwind.example', role: 'rep', locale: 'de-DE' });
    expect(changes.find(({ memberId }) => memberId === anna.id)).toMatchObject({ zone: true, presence: true });
    expect(changes).toHaveLength(2);
    expect(await store(people)).toEqual([]);
    expect(await memberOf('U1')).toEqual(anna);
  });

  it('is stored once, however many processes read it at the same time', async () => {
    const people = Array.from({ length: 50 }, (_, index) => listed(`U${index}`));
    const changes = await Promise.all([store(people), store([...people].reverse()), store(people)]);
    expect(changes.map(({ length }) => length).sort((one, other) => one - other)).toEqual([0, 0, 50]);
    expect(await db().member.count({ where: { workspaceId } })).toBe(50);
  });

  it('changes zones, names and addresses, and tells of the zones', async () => {
    await store([listed('U1'), listed('U2')]);
    const changes = await store([listed('U1', { zone: 'Asia/Tehran', locale: null }), listed('U2', { name: 'Nina' })]);
    expect(changes).toEqual([{ memberId: (await memberOf('U1')).id, zone: true, presence: false }]);
    expect(await memberOf('U1')).toMatchObject({ zone: 'Asia/Tehran', locale: 'de-DE' });
    expect(await memberOf('U2')).toMatchObject({ name: 'Nina' });
  });

  it('deactivates who has left, from the first time it says so until they return', async () => {
    await store([listed('U1')]);
    const gone = listed('U1', { isGone: true, zone: null });
    expect(await store([gone])).toMatchObject([{ zone: false, presence: true }]);
    expect(await store([gone], now.add({ hours: 30 }))).toEqual([]);
    expect((await memberOf('U1')).deactivatedAt?.toISOString()).toBe('2026-03-18T09:00:00.000Z');
    expect(await store([listed('U1')])).toMatchObject([{ presence: true }]);
    expect((await memberOf('U1')).deactivatedAt).toBeNull();
  });

  it('brings in nobody who has left before, and no guest unless they use the bot', async () => {
    await store([listed('U1', { isGone: true }), listed('U2', { isGuest: true })]);
    expect(await db().member.count({ where: { workspaceId } })).toBe(0);
    await welcomeMember(db(), workspaceId, listed('U2'));
    await store([listed('U2', { isGuest: true, zone: 'Asia/Tehran' })]);
    expect(await memberOf('U2')).toMatchObject({ zone: 'Asia/Tehran' });
  });

  it('tells until when somebody is out of office', async () => {
    await store([listed('U1')]);
    const awayUntil = now.add({ hours: 48 });
    expect(await store([listed('U1', { awayUntil })])).toMatchObject([{ zone: false, presence: true }]);
    expect(await store([listed('U1', { awayUntil })])).toEqual([]);
    const { members } = await loadDirectory(db(), workspaceId);
    expect(members.map((member) => Temporal.Instant.from(member.awayUntil ?? '').toString())).toEqual([
      '2026-03-20T09:00:00Z',
    ]);
    await store([listed('U1')]);
    expect((await memberOf('U1')).awayUntil).toBeNull();
  });
});

describe('people of an import', () => {
  const imported = (name: string, more: { email?: string; role?: string } = {}) =>
    db().member.create({ data: { workspaceId, name, ...more } });

  it('are found in the list by their address, else reps by their name, and keep the name they came with', async () => {
    const anna = await imported('A. Berger', { email: 'Anna@Northwind.example', role: 'manager' });
    const ben = await imported('Ben Stein');
    const marta = await imported('Marta Lind', { role: 'manager' });
    await store([
      listed('U1', { name: 'Anna', email: 'anna@northwind.example' }),
      listed('U2', { name: 'ben stein' }),
      listed('U3', { name: 'Marta Lind' }),
    ]);
    expect(await memberOf('U1')).toMatchObject({ id: anna.id, name: 'A. Berger', role: 'manager' });
    expect(await memberOf('U2')).toMatchObject({ id: ben.id, name: 'Ben Stein', zone: 'Europe/Berlin' });
    expect((await memberOf('U3')).id).not.toBe(marta.id);
  });

  it('are nobody of the list where two could be meant', async () => {
    const ben = await imported('Ben Stein');
    await store([listed('U1', { name: 'Ben Stein' }), listed('U2', { name: 'Ben Stein' })]);
    expect((await db().member.findFirstOrThrow({ where: { id: ben.id } })).slackUserId).toBeNull();
    expect(await db().member.count({ where: { workspaceId } })).toBe(3);
  });
});

describe('who is only in the list', () => {
  it('is no admin by that: the first who uses the bot is', async () => {
    await db().member.create({ data: { workspaceId, name: 'Ben', email: 'ben@northwind.example' } });
    await store([listed('U1'), listed('U2'), listed('U3', { email: 'ben@northwind.example' })]);
    expect(await welcomeMember(db(), workspaceId, listed('U3'))).toMatchObject({ role: 'admin', name: 'Ben' });
    expect(await welcomeMember(db(), workspaceId, listed('U1'))).toMatchObject({ role: 'rep' });
    expect((await memberOf('U2')).role).toBe('rep');
  });

  it('counts as a seller once they use the bot or somebody says where they belong', async () => {
    await store([listed('U1'), listed('U2'), listed('U3')]);
    await welcomeMember(db(), workspaceId, listed('U1'));
    const { id: memberId } = await memberOf('U2');
    await db().membership.create({ data: { workspaceId, memberId, job: 'ae' } });
    const there = membersFrom(await loadDirectory(db(), workspaceId), '2026-03-18');
    expect(there.map(({ slackUserId }) => slackUserId)).toEqual(['U1', 'U2']);
  });
});
