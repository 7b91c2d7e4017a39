import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Each process loads the product once instead of once for each of some 200 files: minutes of a run. What a file leaves
    // behind would show in the next one; every file has a database, a sandbox and a bot of its own.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What a busy machine takes its time for is waited for.
    expect: { poll: { timeout: 15_000 } },
  },
});
