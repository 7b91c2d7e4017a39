import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { cast, channels, firstPerson } from '../prisma/demo/cast.ts';
import { freePort } from '../src/free-port.ts';
import { openBrowser } from './support/browser.ts';
import { type Started, start } from './support/process.ts';

describe('the demo, as a process', { timeout: 120_000 }, () => {
  let data: string;
  let demo: Started;
  let port: number;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'salespulse-demo-'));
    port = await freePort();
    demo = start(['--import', 'tsx', 'src/demo.ts', '--data', data], { PORT: String(port) });
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

  it('shows a newcomer what goes out by itself, when the page’s clock is sent to the next working morning', {
    timeout: 120_000,
  }, async () => {
    await demo.says('Ready. Open');
    const [, url] = /Ready\. Open (\S+)/.exec(demo.said()) ?? [];
    expect(url).toContain(`:${port}`);
    const anna = cast.find(({ name }) => name === firstPerson)?.slackUserId;
    const north = channels.find(({ name }) => name === 'sales-north')?.id;
    const browser = await openBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${url}?as=${anna}&channel=${north}`);
    const clock = page.getByRole('region', { name: 'Clock' });
    const digest = page
      .getByRole('log')
      .getByText(/^North, .*: /)
      .first();
    // From a Friday it is three mornings to the next that has a digest, and more over a holiday.
    for (let mornings = 0; mornings < 6 && !(await digest.isVisible()); mornings++) {
      const before = await clock.textContent();
      await clock.getByRole('button', { name: /Go to (today|tomorrow) 9:00/ }).click();
      await expect.poll(() => clock.textContent(), { timeout: 15_000 }).not.toBe(before);
      await digest.waitFor({ timeout: 20_000 }).catch(() => undefined);
    }
    expect(await digest.isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('log').getByRole('img').count(), { timeout: 20_000 }).toBeGreaterThan(0);
  });
});
