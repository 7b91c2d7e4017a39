// `npm run migration -- name`: writes the next migration from what prisma/schema.prisma has changed since the last commit.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project-root.ts';
import { openEmbeddedServer } from './embedded.ts';
import { migrationsFolder } from './migrate.ts';
import { noFilters, withSchemaEngine } from './schema-engine.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name))
  throw new Error('name the migration in small letters: npm run migration -- add_days_off');

const schemaOf = (content: string) => ({
  tag: 'schemaDatamodel' as const,
  files: [{ path: 'schema.prisma', content }],
});
const committed = () => {
  try {
    return schemaOf(
      execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], {
        cwd: projectRoot,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch {
    return { tag: 'empty' as const };
  }
};

const to = schemaOf(await readFile(join(projectRoot, 'prisma', 'schema.prisma'), 'utf8'));
// Comparing two schema files reads no database; the engine connects to one all the same.
const server = await openEmbeddedServer(join(projectRoot, '.data', 'postgres'));
const { stdout } = await withSchemaEngine(server.urlOf('postgres'), (engine) =>
  engine.diff({ from: committed(), to, script: true, exitCode: null, filters: noFilters }),
);

await server.leave();

const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
const folder = join(migrationsFolder, `${stamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'migration.sql'), stdout ?? '');
await writeFile(
  join(migrationsFolder, 'migration_lock.toml'),
  '# Which database the migrations are for.\nprovider = "postgresql"\n',
);
process.stdout.write(`${folder}\n`);
