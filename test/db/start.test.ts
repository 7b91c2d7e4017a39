import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openReadyDatabase } from '../../src/db/open.ts';
import { useDatabase } from '../support/database.ts';

describe('the embedded database', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'salespulse-embedded-'));
  afterAll(() => rm(dataFolder, { recursive: true, force: true }));

  it('comes up, migrated, for two that start at once, and stays up for the one that remains', async () => {
    const [one, two] = await Promise.all([
      openReadyDatabase({ databaseUrl: undefined, dataFolder }),
      openReadyDatabase({ databaseUrl: undefined, dataFolder }),
    ]);
    await one.db.workspace.create({ data: { name: 'Northwind' } });
    await one.close();
    expect(await two.db.workspace.findMany({ select: { name: true } })).toEqual([{ name: 'Northwind' }]);
    await two.close();
    await expect(two.db.workspace.count()).rejects.toThrow();
  });

  it('keeps what was written when it is started again', async () => {
    const again = await openReadyDatabase({ databaseUrl: undefined, dataFolder });
    expect(await again.db.workspace.count()).toBe(1);
    await again.close();
  });
});

describe('the schema', () => {
  const db = useDatabase();

  it('refuses a won deal without the day it was won', async () => {
    const { id: workspaceId } = await db().workspace.create({ data: { name: 'Northwind' } });
    const deal = { workspaceId, source: 'test', externalId: '1', name: 'Chairs', status: 'won' };
    await expect(db().deal.create({ data: deal })).rejects.toThrow(/deals_closed_when_not_open/);
  });
});
