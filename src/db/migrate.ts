import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { migrateJobTables } from './job-tables.ts';
import { noFilters, withSchemaEngine } from './schema-engine.ts';

export const migrationsFolder = join(projectRoot, 'prisma', 'migrations');

/**
 * Brings the database at `url` to the newest schema with Prisma's own engine, in its WebAssembly form: the native one
 * is downloaded from a place that many networks block. The job queue's own tables are brought along. Returns the names of the migrations applied.
 * The engine takes Prisma's advisory lock: of several processes that start at once, one migrates and the rest wait.
 */
export async function migrate(url: string): Promise<string[]> {
  const migrationsList = await migrationsOnDisk();
  const applied = await withSchemaEngine(
    url,
    async (engine) => (await engine.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames,
  );
  await migrateJobTables(url);
  return applied;
}

async function migrationsOnDisk() {
  const entries = await readdir(migrationsFolder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const contentOf = (name: string) => readFile(join(migrationsFolder, name, 'migration.sql'), 'utf8');
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8').catch(() => null),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: await contentOf(name) } },
      })),
    ),
  };
}
