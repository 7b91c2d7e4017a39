import { beforeEach, describe, expect, it } from 'vitest';
import { welcomeMember } from '../../src/people/member.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
let workspaceId: string;

beforeEach(async () => {
  workspaceId = (await db().workspace.create({ data: { name: 'Northwind' } })).id;
  // Somebody has been here before: the first person is made an admin.
  await db().member.create({ data: { workspaceId, slackUserId: 'U0', name: 'Olga', role: 'admin' } });
});

const welcome = (slackUserId: string, name: string, email: string | null = null) =>
  welcomeMember(db(), workspaceId, { slackUserId, name, email, zone: 'Europe/Berlin', locale: 'en-US' });
const imported = (name: string, more: { email?: string; role?: string } = {}) =>
  db().member.create({ data: { workspaceId, name, ...more } });

describe('somebody who uses the bot for the first time', () => {
  it('is the person of an import who has their e-mail address', async () => {
    const anna = await imported('A. Berger', { email: 'Anna@Northwind.example', role: 'manager' });
    expect(await welcome('U1', 'Anna', 'anna@northwind.example')).toMatchObject({
      id: anna.id,
      role: 'manager',
      slackUserId: 'U1',
    });
  });

  it.each([
    ['anna_berger@northwind.example', 'anna.berger@northwind.example'],
    ['%@northwind.example', 'anna@northwind.example'],
    ['back\\slash@northwind.example', 'backslash@northwind.example'],
  ])('is no one whose address is only like theirs: %s is not %s', async (theirs, other) => {
    const manager = await imported('A. Berger', { email: other, role: 'manager' });
    expect(await welcome('U1', 'Anna', theirs)).toMatchObject({
      role: 'rep',
      id: expect.not.stringMatching(manager.id),
    });
    const same = await imported('B. Berger', { email: theirs, role: 'manager' });
    expect(await welcome('U2', 'Anna', theirs.toUpperCase())).toMatchObject({ id: same.id });
  });

  it('is by name a rep of an import of whom no address is known', async () => {
    const ben = await imported('Ben Berger');
    expect(await welcome('U1', 'ben berger')).toMatchObject({ id: ben.id });
  });

  it('is by name nobody with rights, and nobody who has an address of their own: a name is anyone’s to take', async () => {
    const marta = await imported('Marta Lind', { role: 'manager' });
    const carl = await imported('Carl Stein', { email: 'carl@northwind.example' });
    expect(await welcome('U1', 'Marta Lind')).toMatchObject({ role: 'rep', id: expect.not.stringMatching(marta.id) });
    expect(await welcome('U2', 'Carl Stein', 'other@northwind.example')).toMatchObject({
      id: expect.not.stringMatching(carl.id),
    });
  });

  it('is nobody of an import when two could be meant', async () => {
    const twins = [await imported('Ben Berger'), await imported('Ben Berger')];
    const { id } = await welcome('U1', 'Ben Berger');
    expect(twins.map((twin) => twin.id)).not.toContain(id);
  });

  it('is one member, however many messages arrive at once', async () => {
    const welcomed = await Promise.all(Array.from({ length: 5 }, () => welcome('U1', 'Anna')));
    expect(new Set(welcomed.map(({ id }) => id)).size).toBe(1);
  });

  it('is not kept waiting by an import under way', async () => {
    await db().$transaction(async (tx) => {
      await tx.customer.create({ data: { workspaceId, source: 'crm', externalId: '1', name: 'Acme' } });
      expect(await welcome('U1', 'Anna')).toMatchObject({ slackUserId: 'U1' });
    });
  });

  it('is the admin when nobody was there before', async () => {
    const empty = (await db().workspace.create({ data: { name: 'New' } })).id;
    const both = ['U1', 'U2'].map((slackUserId) =>
      welcomeMember(db(), empty, { slackUserId, name: slackUserId, email: null, zone: null, locale: null }),
    );
    expect((await Promise.all(both)).map(({ role }) => role).sort()).toEqual(['admin', 'rep']);
  });
});
