import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../src/db/client.ts';

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A migrated, empty database; drop it when done. Cloning takes a few milliseconds, so every file can have its own. */
export async function newDatabase(): Promise<{ url: string; db: Database; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Two clones at once collide on the template's lock: PostgreSQL waits some seconds, then gives up, so they queue here.
  for (let attempt = 1; ; attempt++) {
    try {
      await onServer(`CREATE DATABASE ${name} TEMPLATE template_migrated STRATEGY WAL_LOG`);
      break;
    } catch (cause) {
      if (attempt === 5) throw cause;
    }
  }
  const url = new URL(inject('serverUrl'));
  url.pathname = name;
  const db = openDatabase(url.href);
  const drop = async () => {
    await db.$disconnect();
    // It waits some seconds for connections that are just ending: one that is cut off then would be an error of the whole run.
    await onServer(`DROP DATABASE ${name}`).catch(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  return { url: url.href, db, drop };
}

/** A database for the tests of one file. */
export function useDatabase(): () => Database {
  let opened: Awaited<ReturnType<typeof newDatabase>> | undefined;
  beforeAll(async () => {
    opened = await newDatabase();
  });
  afterAll(() => opened?.drop());
  return () => opened!.db;
}
