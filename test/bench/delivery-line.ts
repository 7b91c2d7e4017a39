import { setTimeout as pause } from 'node:timers/promises';
import { createApp } from '../../src/app.ts';
import { systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { gather } from './crowd.ts';
import type { Finding } from './report.ts';
import type { Stage } from './stage.ts';

const GOAL = 0.95;
/** As many as the bot brings to Slack on its own account. */
const CHARTS_A_MINUTE = 75;

interface Flow {
  /** MESSAGES_PER_MINUTE. */
  perMinute: number;
  /** How long is counted. */
  seconds: number;
  /** Whether Slack's own limits hold. */
  rateLimits: boolean;
  /** Whether each gets numbers and a chart of their own. */
  own?: boolean;
}

/** The setting as it comes, with Slack's own limits, all with one chart or each with their own; and what one process can do where Slack allows more. */
export const flows: readonly Flow[] = [
  { perMinute: 285, seconds: 25, rateLimits: true },
  { perMinute: 285, seconds: 40, rateLimits: true, own: true },
  { perMinute: 1_200, seconds: 10, rateLimits: false },
];

/** How much of what Slack allows a bot uses that has more to send than it may: digests to everyone, each with its chart. */
export async function deliveryFindings(
  stage: Stage,
  { perMinute, seconds, rateLimits, own = false }: Flow,
): Promise<Finding[]> {
  const wanted = Math.ceil((perMinute / 60) * (seconds + 10));
  const { db, url, slack, addDigest, close } = await gather(
    stage,
    `deliveries_${perMinute}${own ? '_own' : ''}`,
    wanted,
    own ? 'rep' : 'admin',
  );
  const sandbox = await startSandbox({ ...slack, rateLimits });
  const log = createLog('warn');
  const config = readConfig({
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    PORT: '0',
    LISTEN_HOST: '127.0.0.1',
    MESSAGES_PER_MINUTE: String(perMinute),
  });
  const app = createApp({ config, db, databaseUrl: url, clock: systemClock, log, commands: [] });
  const posts = () => sandbox.calls.filter(({ method }) => method === 'chat.postMessage');
  try {
    await addDigest({ to: 'everyone' });
    await app.start();
    const giveUp = performance.now() + 20_000;
    while (posts().length === 0 && performance.now() < giveUp) await pause(10);
    // What fits in at once after a rest is over by then.
    await pause(2_000);
    const [before, begin] = [posts().length, performance.now()];
    await pause(seconds * 1000);
    const sent = posts().length - before;
    const allowed = own ? CHARTS_A_MINUTE : perMinute;
    const share = sent / ((allowed / 60_000) * (performance.now() - begin));
    if (posts().length >= wanted) throw new Error('there was not enough to send');
    const all = posts();
    const drawn = all.filter(({ arguments: { blocks } }) => JSON.stringify(blocks).includes('"type":"image"')).length;
    const what = own
      ? `deliveries, each its own chart, ${allowed} files a minute`
      : `deliveries, ${perMinute} a minute allowed`;
    return [
      {
        what,
        found: `${(share * 100).toFixed(1)} % of the allowance used (${((share * allowed) / 60).toFixed(2)} a second)`,
        goal: { words: `at least ${GOAL * 100} %`, isMet: share >= GOAL },
      },
      {
        what: `${what}, with their chart`,
        found: `${drawn} of ${all.length}`,
        goal: { words: 'all', isMet: drawn === all.length },
      },
    ];
  } finally {
    await app.stop();
    await sandbox.stop();
    await close();
  }
}
