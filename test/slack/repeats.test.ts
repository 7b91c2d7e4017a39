import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { isRepeat } from '../../src/slack/repeats.ts';
import { useDatabase } from '../support/database.ts';

const db = useDatabase();
const start = Temporal.Instant.from('2026-03-18T12:00:00Z');
let workspaceId: string;

beforeEach(async () => {
  workspaceId = (await db().workspace.create({ data: { name: 'Northwind' } })).id;
});

const deed = (id: string, what = 'anna presses Undo', seconds = 0) =>
  isRepeat(db(), workspaceId, { id, what }, start.add({ seconds }));

describe('a deed', () => {
  it('is done once, however late Slack sends it again', async () => {
    expect(await deed('1')).toBe(false);
    expect(await deed('1', 'anna presses Undo', 300)).toBe(true);
  });

  it('done twice within two seconds is a double click', async () => {
    expect(await deed('1')).toBe(false);
    expect(await deed('2', 'anna presses Undo', 1)).toBe(true);
    expect(await deed('3', 'anna presses Undo', 4)).toBe(false);
  });

  it('of somebody else, or another button, is another deed', async () => {
    expect(await deed('1')).toBe(false);
    expect(await deed('2', 'ben presses Undo')).toBe(false);
    expect(await deed('3', 'anna presses Share')).toBe(false);
  });

  it('is done by one of many processes that hear of it at the same moment', async () => {
    const heard = await Promise.all(Array.from({ length: 8 }, () => deed('1')));
    expect(heard.filter((repeat) => !repeat)).toHaveLength(1);
  });

  it('may be as long as Slack lets people type, and leaves nothing of it behind', async () => {
    const words = `/log call ${'very private '.repeat(300)}`;
    expect(await deed('1', words)).toBe(false);
    const kept = await db().handledDeed.findMany({ where: { workspaceId } });
    expect(kept.length).toBe(2);
    expect(JSON.stringify(kept)).not.toContain('private');
  });

  it('is forgotten after a day', async () => {
    await deed('1');
    await deed('2', 'something else', 25 * 3600);
    expect(await db().handledDeed.count({ where: { workspaceId } })).toBe(2);
  });
});
