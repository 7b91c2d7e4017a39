/** A small workspace with the real Bolt app in it, for the sandbox's own tests. */
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts';

export const ADA = 'U0ADA00001';
export const BEN = 'U0BEN00001';
export const BOT = 'U0BOT00001';
export const SALES = 'C0SALES001';
export const ELSEWHERE = 'C0ELSE0001';
export const ATTIC = 'C0ATTIC001';

export const WORKSHOP: SandboxOptions = {
  team: { id: 'T0TEAM0001', name: 'Acme', domain: 'acme' },
  app: { id: 'A0APP00001', name: 'Salespulse', botUserId: BOT },
  users: [
    { id: ADA, name: 'ada', realName: 'Ada Lovelace', email: 'ada@acme.test', tz: 'Europe/London', isAdmin: true },
    { id: BEN, name: 'ben', realName: 'Ben Franklin', email: 'ben@acme.test', tz: 'America/New_York' },
  ],
  channels: [
    { id: SALES, name: 'sales', members: [ADA, BEN, BOT] },
    { id: ELSEWHERE, name: 'elsewhere', members: [ADA] },
    { id: ATTIC, name: 'attic', members: [ADA, BOT], archived: true },
  ],
  commands: [{ command: '/kpi', description: 'Numbers', usageHint: 'me', shouldEscape: true }],
};

/** A sandbox that stops when the test is over. */
export async function openSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ ...WORKSHOP, ...options });
  onTestFinished(() => sandbox.stop());
  return sandbox;
}

/** The bot's own client: no retries, so that each test sees the first answer. */
export function clientOf(sandbox: Sandbox, token = sandbox.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: silent,
  });
}

/**
 * The real Bolt over Socket Mode, with its listeners, connected. A machine busy starting a browser answers pings late:
 * only a test that waits for Bolt's return wants a short `pingTimeoutMs`.
 */
export async function connectBolt(
  sandbox: Sandbox,
  listen: (app: App) => void,
  { pingTimeoutMs = 10_000 } = {},
): Promise<App> {
  const clientOptions = { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: sandbox.appToken,
    clientPingTimeout: pingTimeoutMs,
    installerOptions: { clientOptions },
    logger: silent,
  });
  const app = new App({ token: sandbox.botToken, receiver, logger: silent, clientOptions });
  listen(app);
  await app.start();
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}

const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
