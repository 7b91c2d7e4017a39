import { afterEach, describe, expect, it } from 'vitest';
import { bindWorkspace, calendarSettings, ensureWorkspace } from '../../src/people/workspace.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
afterEach(() => db().workspace.deleteMany());

const slack = { slackTeamId: 'T1', name: 'Northwind', zone: 'Asia/Tokyo' };

describe('the workspace', () => {
  it('is one, even when two processes ask at once', async () => {
    const [one, two] = await Promise.all([ensureWorkspace(db()), ensureWorkspace(db())]);
    expect(one.id).toBe(two.id);
    expect([one.currency, calendarSettings(one).zone, one.slackTeamId]).toEqual(['USD', 'UTC', null]);
  });

  it('that was imported into is claimed by the first Slack workspace, with its name and zone', async () => {
    const imported = await ensureWorkspace(db());
    const bound = await bindWorkspace(db(), slack);
    expect(bound).toMatchObject({ id: imported.id, ...slack });
  });

  it('of another Slack workspace is another one', async () => {
    const first = await bindWorkspace(db(), slack);
    const second = await bindWorkspace(db(), { ...slack, slackTeamId: 'T2' });
    expect(second.id).not.toBe(first.id);
    expect((await bindWorkspace(db(), slack)).id).toBe(first.id);
  });

  it('keeps what was set in it when the bot starts again', async () => {
    const { id } = await bindWorkspace(db(), slack);
    await db().workspace.update({ where: { id }, data: { zone: 'Europe/Berlin' } });
    expect((await bindWorkspace(db(), slack)).zone).toBe('Europe/Berlin');
  });

  it('counts instants on the days of its new zone, and leaves dates alone', async () => {
    const { id: workspaceId } = await ensureWorkspace(db());
    const memberId = (await db().member.create({ data: { workspaceId, name: 'Anna' } })).id;
    const activity = { workspaceId, memberId, source: 'test', type: 'call', occurredOn: new Date('2026-03-01') };
    await db().activity.createMany({
      data: [
        { ...activity, externalId: 'instant', occurredAt: new Date('2026-03-01T20:00Z'), occurredHour: 20 },
        { ...activity, externalId: 'date' },
      ],
    });
    await bindWorkspace(db(), slack);
    const stored = await db().activity.findMany({ orderBy: { externalId: 'desc' } });
    expect(stored.map(({ occurredOn, occurredHour }) => [occurredOn.toISOString().slice(0, 10), occurredHour])).toEqual(
      [
        ['2026-03-02', 5],
        ['2026-03-01', null],
      ],
    );
  });
});
