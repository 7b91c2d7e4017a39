// `npm run demo`: a local Slack, a demo team and the real bot, with nothing but Node. Nothing leaves this machine.
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { commands } from '../commands/index.ts';
import { cast, channels, company } from '../prisma/demo/cast.ts';
import { seedDemo } from '../prisma/demo/seed.ts';
import { createApp, type SalespulseApp } from './app.ts';
import { localDay } from './calendar/local-day.ts';
import type { Clock } from './clock.ts';
import { createClosers } from './closers.ts';
import { ConfigError, readConfig, readDemoConfig } from './config.ts';
import type { Database } from './db/client.ts';
import { defaultDataFolder, openReadyDatabase } from './db/open.ts';
import { isServerUsed } from './db/server-users.ts';
import { Problem } from './errors.ts';
import { freePort, onPortOrAnother } from './free-port.ts';
import { problemText, text } from './language/text.ts';
import { createLog } from './log.ts';
import { exitFailed, stopOnSignal } from './orderly-stop.ts';
import { buildPage } from './sandbox/page/build.ts';
import { type Sandbox, startSandbox } from './sandbox/sandbox.ts';

const say = (line: string) => console.log(line);
const BOT = { id: 'A01SALESPUL', name: 'Salespulse', botUserId: 'U01SALESPUL' };
const opened = createClosers();

async function demo(): Promise<void> {
  const { folder, fresh } = readArguments();
  const { port: pagePort, logLevel } = readDemoConfig(process.env);
  const log = createLog(logLevel);
  stopOnSignal(async () => {
    say(text('demo.stopping'));
    await opened.close();
    say(text('demo.stopped'));
  }, log);
  if (fresh) await clear(folder);
  const openingDatabase = openReadyDatabase({
    databaseUrl: undefined,
    dataFolder: folder,
    onStep(step) {
      // Whoever stops the demo now need not wait for the steps to come.
      if (opened.areClosing()) throw new Error('stopped while starting');
      say(text(`demo.${step}`));
    },
  });
  const database = await opened.open(openingDatabase, ({ close }) => close());
  say(text('demo.sandbox'));
  // One day after the other, however fast the page's clock is moved.
  let story: Promise<unknown> = Promise.resolve();
  let running: SalespulseApp | undefined;
  const goOn = () => {
    story = story
      .then(() => tellStory(database.db, clock))
      .then(() => running?.tick())
      .catch((cause: unknown) => log.error({ err: cause }, 'the demo team does not go on'));
  };
  opened.add(() => story.then(() => undefined));
  const sandbox = await opened.open(startLocalSlack(folder, pagePort, goOn), ({ stop }) => stop());
  // What time it is the page says: it can be moved forward there.
  const clock: Clock = () => Temporal.Instant.fromEpochMilliseconds(sandbox.now());
  say(text('demo.seed'));
  await tellStory(database.db, clock);
  say(text('demo.bot'));
  const port = await freePort();
  const config = readConfig({
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    PORT: String(port),
    LISTEN_HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: logLevel,
  });
  const app = createApp({ config, db: database.db, databaseUrl: database.url, clock, log, commands });
  opened.add(app.stop);
  await app.start();
  running = app;
  say(text('demo.ready', { url: sandbox.url }));
}

/** What the demo team has done up to now. */
function tellStory(db: Database, clock: Clock) {
  const now = clock();
  const today = localDay(now, company.zone);
  return seedDemo(db, { today, now, slackTeamId: company.slackTeamId });
}

function readArguments(): { folder: string; fresh: boolean } {
  try {
    const { values } = parseArgs({ options: { fresh: { type: 'boolean' }, data: { type: 'string' } } });
    return { folder: resolve(values.data ?? join(defaultDataFolder, 'demo')), fresh: values.fresh ?? false };
  } catch {
    throw new Problem('demo.no_option', { option: process.argv.slice(2).join(' ') });
  }
}

async function clear(folder: string): Promise<void> {
  if (await isServerUsed(join(folder, 'postgres'))) throw new Problem('demo.running', { folder });
  say(text('demo.fresh'));
  await rm(folder, { recursive: true, force: true });
}

/** On the same port each time, so that the page's address stays good; on any other when that is taken. */
async function startLocalSlack(folder: string, port: number, onClock: () => void): Promise<Sandbox> {
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
    onClock,
  };
  return onPortOrAnother(port, (free) => startSandbox({ ...options, port: free }));
}

demo().catch((cause: unknown) => {
  // A start that was interrupted fails because of that.
  if (opened.areClosing()) return;
  console.error(cause instanceof Problem ? problemText(cause) : cause instanceof ConfigError ? cause.message : cause);
  exitFailed(opened.close);
});
