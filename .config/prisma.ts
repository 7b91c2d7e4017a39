import { defineConfig } from 'prisma/config';

// `prisma generate` never starts the native schema engine, yet wants a path for it; any executable will do.
// Networks that block the engine's download can generate and (through src/db/migrate.ts) migrate all the same.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: '../prisma/schema.prisma',
  migrations: { path: '../prisma/migrations' },
});
