/** One local Slack with three bots connected to it as the same app, which get its commands in turn. */
import { App, SocketModeReceiver } from '@slack/bolt';
import type pg from 'pg';
import { commands } from '../../commands/index.ts';
import { cast, company } from '../../prisma/demo/cast.ts';
import { createApp } from '../../src/app.ts';
import { createPictureStore } from '../../src/charts/picture-store.ts';
import { createRenderer, type Renderer } from '../../src/charts/render.ts';
import type { Clock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/client.ts';
import { freePort } from '../../src/free-port.ts';
import { createLog } from '../../src/log.ts';
import type { Message } from '../../src/sandbox/protocol.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { boltLog } from '../../src/slack/bolt-log.ts';
import { clientOptions } from '../../src/slack/client.ts';
import type { Command } from '../../src/slack/command.ts';
import { createInFlight } from '../../src/slack/in-flight.ts';
import { listen } from '../../src/slack/listen.ts';
import { createPictures } from '../../src/slack/pictures.ts';
import { createPosts } from '../../src/slack/posts.ts';
import { respond } from '../../src/slack/respond.ts';
import { createUploads } from '../../src/slack/uploads.ts';
import { annaByHand, textByHand } from './kpi-by-hand.ts';
import { anna } from './stage.ts';

/** `bare` is a Bolt handler that asks SQL by hand; `text` is Salespulse without charts; `chart` is Salespulse as it is. */
export type Bot = 'bare' | 'text' | 'chart';

export interface Exchange {
  bot: Bot;
  /** Until Slack had its acknowledgement. */
  ackMs: number;
  /** Until the person saw the answer. */
  replyMs: number;
}

export interface LocalSlack {
  /** Anna says `/kpi me` in a channel of its own; whichever bot gets it answers. */
  ask(): Promise<Exchange>;
  close(): Promise<void>;
}

const BOT = { id: 'A01SALESPUL', name: 'Salespulse', botUserId: 'U01SALESPUL' };
const log = createLog('warn');

export async function openSlack(
  db: Database,
  pool: pg.Pool,
  clock: Clock,
  channels: number,
  databaseUrl: string,
  renderer?: Renderer,
): Promise<LocalSlack> {
  const sandbox = await startSandbox({
    team: { id: company.slackTeamId, name: company.name, domain: company.slackDomain },
    users: cast.map(({ slackUserId, name, zone }) => ({ id: slackUserId, name, realName: name, tz: zone })),
    channels: Array.from({ length: channels }, (_, index) => ({
      id: channelId(index),
      name: `bench-${index}`,
      members: [anna.slackUserId, BOT.botUserId],
    })),
    app: BOT,
    commands: [{ command: '/kpi', description: '', usageHint: '' }],
  });
  const port = await freePort();
  const config = readConfig({
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
  });

  const bare = bolt(sandbox);
  bare.command(/.*/, async ({ ack, command }) => {
    await ack();
    const text = textByHand(await annaByHand(pool, command.user_id, clock()));
    await respond(command.response_url, { text, blocks: [] });
  });
  const withoutCharts = bolt(sandbox);
  const { client } = withoutCharts;
  const pictures = createPictures({
    store: createPictureStore(db, createRenderer()),
    uploads: createUploads(db, client),
    client,
    config,
  });
  const inFlight = createInFlight();
  const homes = { changed: async () => undefined };
  listen(withoutCharts, {
    commands: commands.map(withoutPicture),
    client,
    postsIn: createPosts({ db, client, messagesPerMinute: config.messagesPerMinute, log, ending: inFlight.ending }),
    pictures,
    db,
    clock,
    log,
    inFlight,
    homes,
    customerLinks: () => null,
    sendsMail: false,
  });
  const whole = createApp({ config, db, databaseUrl, clock, log, commands, ...(renderer && { renderer }) });
  await bare.start();
  await withoutCharts.start();
  await whole.start();

  let asked = 0;
  return {
    async ask() {
      const channel = channelId(asked++);
      const start = performance.now();
      const outcome = await sandbox.say(anna.slackUserId, channel, '/kpi me');
      if (!outcome.ok) throw new Error(`Slack was not answered: ${outcome.error}`);
      const ackMs = performance.now() - start;
      const message = await sandbox.waitForMessage(anna.slackUserId, channel, ({ isBot }) => isBot);
      return { bot: whoSaid(message), ackMs, replyMs: performance.now() - start };
    },
    async close() {
      await whole.stop();
      await Promise.all([bare.stop(), withoutCharts.stop()]);
      await sandbox.stop();
    },
  };
}

const channelId = (index: number) => `C01BENCH${String(index).padStart(4, '0')}`;

function bolt({ apiUrl, appToken, botToken }: Sandbox): App {
  const options = clientOptions({ slackApiUrl: apiUrl });
  const logger = boltLog(log);
  const receiver = new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions: options } });
  return new App({ token: botToken, receiver, logger, clientOptions: options });
}

const withoutPicture = (command: Command): Command => ({
  ...command,
  run: async (words, asked) => {
    const { picture: _, ...reply } = await command.run(words, asked);
    return reply;
  },
});

function whoSaid({ text, blocks = [] }: Message): Bot {
  if (blocks.length === 0) return 'bare';
  if (text.includes('went wrong')) throw new Error(text);
  // A chart that is late has a button in its place.
  return /"type":"image"|"kpi\.chart"/.test(JSON.stringify(blocks)) ? 'chart' : 'text';
}
