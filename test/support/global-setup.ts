import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbeddedServer } from '../../src/db/embedded.ts';
import { migrate } from '../../src/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
  }
}

/** One PostgreSQL server for the whole run, with a migrated template that each test file's database is cloned from. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'salespulse-test-'));
  const server = await openEmbeddedServer(join(folder, 'postgres'), {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  });
  const client = new pg.Client({ connectionString: server.urlOf('postgres') });
  await client.connect();
  await client.query('CREATE DATABASE template_migrated');
  await client.end();
  await migrate(server.urlOf('template_migrated'));
  project.provide('serverUrl', server.urlOf('postgres'));
  return async () => {
    await server.leave();
    await rm(folder, { recursive: true, force: true });
  };
}
