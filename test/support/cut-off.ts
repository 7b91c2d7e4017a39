import pg from 'pg';
import { expect } from 'vitest';

/**
 * Does something that reads or writes activities, and takes its database connection away in the middle: it waits for the
 * table, which is locked, and is ended while it waits.
 */
export async function cutOffDuring<T>(databaseUrl: string, deed: () => Promise<T>): Promise<T> {
  const blocker = new pg.Client({ connectionString: databaseUrl });
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE activities IN ACCESS EXCLUSIVE MODE');
  const done = deed();
  const endWaiting = () =>
    blocker.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
  await expect.poll(async () => (await endWaiting()).rowCount).toBeGreaterThan(0);
  await blocker.end();
  return done;
}
