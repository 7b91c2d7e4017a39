import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../src/free-port.ts';
import { projectRoot } from '../src/project-root.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { start } from './support/process.ts';

/** As `npm run build` makes it, in a folder of its own, so that its embedded database is its own, too. */
describe('the compiled bot, as a process', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    const cache = join(projectRoot, 'node_modules/.cache');
    await mkdir(cache, { recursive: true });
    folder = await mkdtemp(join(cache, 'salespulse-build-'));
    await cp(join(projectRoot, 'package.json'), join(folder, 'package.json'));
    await cp(join(projectRoot, 'prisma'), join(folder, 'prisma'), { recursive: true });
    const compiler = join(projectRoot, 'node_modules/typescript/bin/tsc');
    const settings = ['-p', join(projectRoot, '.config/tsconfig.build.json'), '--outDir', join(folder, 'dist')];
    // The types are checked by `npm run check`; here they would take most of the time.
    await promisify(execFile)(process.execPath, [compiler, ...settings, '--noCheck']);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const startBot = (env: NodeJS.ProcessEnv) =>
    start([join(folder, 'dist/src/main.js')], { DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'info', ...env });
  const serverRuns = () => existsSync(join(folder, '.data/postgres/data/postmaster.pid'));

  it('answers, and takes its database with it when it is stopped', async () => {
    const sandbox = await startSandbox({
      team: { id: 'T1', name: 'Northwind', domain: 'northwind' },
      users: [{ id: 'U1', name: 'anna', realName: 'Anna Berger' }],
      channels: [{ id: 'C1', name: 'sales', members: ['U1', 'UBOT'] }],
      app: { id: 'A1', name: 'Salespulse', botUserId: 'UBOT' },
      commands: [{ command: '/kpi', description: '', usageHint: '', shouldEscape: true }],
    });
    const bot = startBot({
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      SLACK_API_URL: sandbox.apiUrl,
    });
    await bot.says('Salespulse is up');
    await sandbox.say('U1', 'C1', '/kpi help');
    const answer = await sandbox.waitForMessage('U1', 'C1', ({ isBot }) => isBot);
    expect(JSON.stringify(answer)).toContain('/kpi me');
    expect(serverRuns()).toBe(true);
    expect(await bot.stop()).toBe(0);
    expect(serverRuns()).toBe(false);
    await sandbox.stop();
  });

  it('takes its database with it when Slack cannot be reached', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}/api/`;
    const bot = startBot({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: nobody });
    expect(await bot.ended).toBe(1);
    expect(bot.said()).toContain('could not start');
    expect(existsSync(join(folder, '.data/postgres/data'))).toBe(true);
    expect(serverRuns()).toBe(false);
  });
});
