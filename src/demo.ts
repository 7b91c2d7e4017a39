// `npm run demo`: a local Slack, a demo team and the real bot, with nothing but Node. Nothing leaves this machine.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import { cast, channels, company } from '../prisma/demo/cast.ts';
import { seedDemo } from '../prisma/demo/seed.ts';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { defaultDataFolder, openReadyDatabase } from './db/open.ts';
import { Problem } from './errors.ts';
import { freePort } from './free-port.ts';
import { problemText, text } from './language/text.ts';
import { createLog } from './log.ts';
import { stopOnSignal } from './orderly-stop.ts';
import { buildPage } from './sandbox/page/build.ts';
import { type Sandbox, startSandbox } from './sandbox/sandbox.ts';

const folder = join(defaultDataFolder, 'demo');
const say = (line: string) => console.log(line);
const BOT = { id: 'A01SALESPUL', name: 'Salespulse', botUserId: 'U01SALESPUL' };

async function demo(): Promise<void> {
  if (process.argv.includes('--fresh')) {
    say(text('demo.fresh'));
    await rm(folder, { recursive: true, force: true });
  }
  const database = await openReadyDatabase({
    databaseUrl: undefined,
    dataFolder: folder,
    onStep: (step) => say(text(`demo.${step}`)),
  });
  say(text('demo.seed'));
  const now = systemClock();
  const today = now.toZonedDateTimeISO(company.zone).toPlainDate();
  await seedDemo(database.db, { today, now, slackTeamId: company.slackTeamId });

  say(text('demo.sandbox'));
  const sandbox = await startLocalSlack();
  say(text('demo.bot'));
  const port = await freePort();
  const config = readConfig({
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  });
  const log = createLog(config.logLevel);
  const app = createApp({ config, db: database.db, clock: systemClock, log, commands });
  stopOnSignal(async () => {
    say(text('demo.stopping'));
    await app.stop();
    await sandbox.stop();
    await database.close();
    say(text('demo.stopped'));
  }, log);
  await app.start();
  say(text('demo.ready', { url: sandbox.url }));
}

/** On the same port each time, so that the page's address stays good; on any other when that is taken. */
async function startLocalSlack(): Promise<Sandbox> {
  const options = {
    team: { id: company.slackTeamId, name: company.name, domain: company.slackDomain },
    users: cast.map(({ slackUserId, name, email, title, zone, locale }) => ({
      id: slackUserId,
      name: email.split('@')[0] ?? name,
      realName: name,
      email,
      title,
      tz: zone,
      locale,
    })),
    channels: channels.map(({ id, name, members }) => ({ id, name, members: [...members, BOT.botUserId] })),
    app: BOT,
    commands: commands.map(({ name, description, usageHint }) => ({
      command: name,
      description,
      usageHint,
      shouldEscape: true,
    })),
    pageDir: await buildPage(join(defaultDataFolder, 'sandbox-page')),
    stateFile: join(folder, 'slack.json'),
  };
  return startSandbox({ ...options, port: 4040 }).catch(() => startSandbox(options));
}

demo().catch((cause: unknown) => {
  console.error(cause instanceof Problem ? problemText(cause) : cause);
  process.exit(1);
});
