import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Started, start } from './support/process.ts';

describe('the demo, as a process', { timeout: 120_000 }, () => {
  let data: string;
  let demo: Started;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'salespulse-demo-'));
    demo = start(['--import', 'tsx', 'src/demo.ts', '--data', data]);
  });
  afterEach(async () => {
    await demo.stop();
    await rm(data, { recursive: true, force: true });
  });
  const serverRuns = () => existsSync(join(data, 'postgres/data/postmaster.pid'));

  it('takes its database with it when it is stopped while that is still coming up', async () => {
    await demo.says('Starting PostgreSQL');
    expect(await demo.stop()).toBe(0);
    expect(serverRuns()).toBe(false);
    expect(demo.said()).toContain('Stopped.');
  });

  it('cannot be cleared away by another one while it runs, and takes its database with it while it makes its team', async () => {
    await demo.says('The demo team');
    const second = start(['--import', 'tsx', 'src/demo.ts', '--data', data, '--fresh']);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Another demo is running on ${data}`);
    expect(serverRuns()).toBe(true);
    expect(await demo.stop()).toBe(0);
    expect(serverRuns()).toBe(false);
    expect(demo.said()).not.toMatch(/error/i);
  });
});
