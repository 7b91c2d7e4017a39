import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/client.ts';
import { bindWorkspace, ensureWorkspace } from '../../src/people/workspace.ts';
import { importText } from '../records/import/support.ts';
import { newDatabase } from '../support/database.ts';

const tokyo = { slackTeamId: 'T1', name: 'Northwind', zone: 'Asia/Tokyo' };
const lateCall = 'id,owner,type,date\n1,Anna,call,2026-03-01T20:00:00Z\n';

describe('an import while the bot starts for the first time', () => {
  let database: Awaited<ReturnType<typeof newDatabase>>;
  beforeEach(async () => {
    database = await newDatabase();
    await ensureWorkspace(database.db);
  });
  afterEach(() => database.drop());

  it('counts on the days of the zone that comes after it', async () => {
    const letGo = await lock('data_sources');
    const importing = importText(database.db, 'activities', lateCall);
    await waiting(1);
    const binding = bindWorkspace(database.db, tokyo);
    await waiting(2);
    await letGo();
    expect(await importing).toMatchObject({ inserted: 1, bad: 0 });
    await binding;
    expect(await days(database.db)).toEqual(['2026-03-02']);
  });

  it('counts on the days of the zone that comes while it waits', async () => {
    const letGo = await lock('leads');
    const binding = bindWorkspace(database.db, tokyo);
    await waiting(1);
    const importing = importText(database.db, 'activities', lateCall);
    await waiting(2);
    await letGo();
    await binding;
    expect(await importing).toMatchObject({ inserted: 1, bad: 0 });
    expect(await days(database.db)).toEqual(['2026-03-02']);
  });

  /** Keeps a table locked, so that what comes to it stops there. */
  async function lock(table: string): Promise<() => Promise<void>> {
    const blocker = new pg.Client({ connectionString: database.url });
    await blocker.connect();
    await blocker.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    return () => blocker.end();
  }

  /** Until so many connections wait for a lock. */
  async function waiting(count: number): Promise<void> {
    const watcher = new pg.Client({ connectionString: database.url });
    await watcher.connect();
    const isWaiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    await expect.poll(async () => (await watcher.query(isWaiting)).rowCount, { timeout: 10_000 }).toBe(count);
    await watcher.end();
  }
});

const days = async (db: Database) =>
  (await db.activity.findMany()).map(({ occurredOn }) => occurredOn.toISOString().slice(0, 10));
