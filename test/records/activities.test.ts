import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/people/workspace.ts';
import { recordActivity, removeActivity } from '../../src/records/activities.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const at = (time: string) => Temporal.Instant.from(time);
const instant = (date: Date | null | undefined) => date?.toISOString() ?? null;

let workspace: Workspace;
let memberId: string;
let leadId: string;

beforeEach(async () => {
  workspace = await db().workspace.create({ data: { name: 'Northwind', zone: 'America/New_York' } });
  const of = { workspaceId: workspace.id };
  memberId = (await db().member.create({ data: { ...of, name: 'Anna' } })).id;
  const lead = { ...of, source: 'test', externalId: '1', name: 'Lena', createdOn: new Date('2026-03-01') };
  leadId = (await db().lead.create({ data: lead })).id;
});

const log = (time: string, facts: object = {}) =>
  recordActivity(db(), workspace, { memberId, type: 'call', occurred: { at: at(time) }, loggedAt: at(time), ...facts });
const lead = () => db().lead.findFirstOrThrow({ where: { workspaceId: workspace.id, id: leadId } });

describe('a logged activity', () => {
  it("counts on the workspace's day and hour", async () => {
    const id = await log('2026-03-08T03:30Z');
    const stored = await db().activity.findFirstOrThrow({ where: { workspaceId: workspace.id, id } });
    expect(instant(stored.occurredOn)).toBe('2026-03-07T00:00:00.000Z');
    expect(stored.occurredHour).toBe(22);
  });

  it('known only by its date has no hour', async () => {
    const id = await log('2026-03-08T03:30Z', { occurred: { on: Temporal.PlainDate.from('2026-03-05') } });
    const stored = await db().activity.findFirstOrThrow({ where: { workspaceId: workspace.id, id } });
    expect([instant(stored.occurredOn), stored.occurredAt, stored.occurredHour]).toEqual([
      '2026-03-05T00:00:00.000Z',
      null,
      null,
    ]);
  });

  it('is stored once when Slack asks for the same deed twice', async () => {
    const first = await log('2026-03-08T12:00Z', { key: 'deed' });
    expect(await log('2026-03-08T12:00Z', { key: 'deed' })).toBe(first);
    expect(await db().activity.count({ where: { workspaceId: workspace.id } })).toBe(1);
  });

  it('says when Slack was last heard', async () => {
    await log('2026-03-08T12:00Z');
    const where = { workspaceId_name: { workspaceId: workspace.id, name: 'slack' } };
    const source = await db().dataSource.findUnique({ where });
    expect(instant(source?.lastReceivedAt)).toBe('2026-03-08T12:00:00.000Z');
  });
});

describe("a lead's first contact and first reply", () => {
  const outbound = { direction: 'outbound', outcome: 'unanswered' };
  const inbound = { type: 'email', direction: 'inbound' };

  it('come from the first outbound activity and the first answer after it', async () => {
    await log('2026-03-02T09:00Z', { ...inbound, leadId });
    await log('2026-03-02T10:00Z', { ...outbound, leadId });
    await log('2026-03-02T11:00Z', { ...outbound, outcome: 'answered', leadId });
    await log('2026-03-02T12:00Z', { ...inbound, leadId });
    const { firstContactedAt, firstRepliedAt } = await lead();
    expect([instant(firstContactedAt), instant(firstRepliedAt)]).toEqual([
      '2026-03-02T10:00:00.000Z',
      '2026-03-02T11:00:00.000Z',
    ]);
  });

  it('move back when an earlier activity turns up late', async () => {
    await log('2026-03-02T10:00Z', { ...outbound, leadId });
    await log('2026-03-02T08:00Z', { ...outbound, leadId });
    expect(instant((await lead()).firstContactedAt)).toBe('2026-03-02T08:00:00.000Z');
  });

  it('stay as they were given', async () => {
    const where = { workspaceId_id: { workspaceId: workspace.id, id: leadId } };
    const given = { firstContactedAt: new Date('2026-03-02T07:00Z'), firstContactedOn: new Date('2026-03-02') };
    await db().lead.update({ where, data: given });
    await log('2026-03-02T06:00Z', { ...outbound, leadId });
    expect(instant((await lead()).firstContactedAt)).toBe('2026-03-02T07:00:00.000Z');
  });

  it('are what they were before, once the activity is taken back', async () => {
    await log('2026-03-02T10:00Z', { ...outbound, leadId });
    const early = await log('2026-03-02T08:00Z', { ...outbound, leadId });
    expect(await removeActivity(db(), workspace.id, early, memberId)).toBe(true);
    expect(instant((await lead()).firstContactedAt)).toBe('2026-03-02T10:00:00.000Z');
  });
});

describe('taking an activity back', () => {
  it('is for who logged it, once', async () => {
    const id = await log('2026-03-02T10:00Z');
    const other = (await db().member.create({ data: { workspaceId: workspace.id, name: 'Ben' } })).id;
    expect(await removeActivity(db(), workspace.id, id, other)).toBe(false);
    expect(await removeActivity(db(), workspace.id, id, memberId)).toBe(true);
    expect(await removeActivity(db(), workspace.id, id, memberId)).toBe(false);
  });
});
