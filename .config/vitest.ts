import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, and mostly waits: bots that are killed, a demo, years hour by hour. */
const longest = ['chaos/', 'demo.test', 'build.test', 'schedule/plan', 'schedule/moving', 'targets/replay', 'kpi/constant', 'prisma/demo'];

/** Begins with what takes longest, so that in the end nobody waits for one file. A fresh clone knows no times of its own. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => longest.some((part) => moduleId.includes(`/test/${part}`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // One more than the processors that two of them would fill: half of the time a test waits for the clock or for Slack's limits.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Each process loads the product once instead of once for each of some 200 files: minutes of a run. What a file leaves
    // behind would show in the next one; every file has a database, a sandbox and a bot of its own.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a busy machine takes its time for is waited for.
    expect: { poll: { timeout: 15_000 } },
  },
});
