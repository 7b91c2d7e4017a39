import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../project-root.ts';
import { type Database, openDatabase } from './client.ts';
import { openEmbeddedServer } from './embedded.ts';
import { migrate } from './migrate.ts';

export interface OpenDatabase {
  db: Database;
  url: string;
  close(): Promise<void>;
}

export interface Where {
  /** A PostgreSQL address; without one the embedded server in `dataFolder` is used. */
  databaseUrl: string | undefined;
  dataFolder?: string;
  /** Called before each step that takes a while. */
  onStep?: (step: 'server' | 'migrate') => void;
}

export const defaultDataFolder = join(projectRoot, '.data');

/** The database, there and up to date: the given one or one on the embedded server. */
export async function openReadyDatabase({
  databaseUrl,
  dataFolder = defaultDataFolder,
  onStep = () => undefined,
}: Where): Promise<OpenDatabase> {
  if (databaseUrl) {
    onStep('migrate');
    await migrate(databaseUrl);
    const db = openDatabase(databaseUrl);
    return { db, url: databaseUrl, close: () => db.$disconnect() };
  }
  onStep('server');
  const server = await openEmbeddedServer(join(dataFolder, 'postgres'));
  const url = server.urlOf('salespulse');
  try {
    await createDatabase(server.urlOf('postgres'), 'salespulse');
    onStep('migrate');
    await migrate(url);
  } catch (cause) {
    await server.leave();
    throw cause;
  }
  const db = openDatabase(url);
  const close = async () => {
    await db.$disconnect();
    await server.leave();
  };
  return { db, url, close };
}

/** Creates the database unless it is there; another process may be doing the same right now. */
async function createDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`).catch(unlessItExists);
  } finally {
    await client.end();
  }
}

function unlessItExists(cause: { code?: string }): void {
  // 42P04 duplicate_database; 23505: both processes inserted into pg_database at the same moment
  if (cause.code !== '42P04' && cause.code !== '23505') throw cause;
}
