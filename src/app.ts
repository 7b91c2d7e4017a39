import { App, SocketModeReceiver } from '@slack/bolt';
import { createPictureStore } from './charts/picture-store.ts';
import { createRenderer, type Renderer } from './charts/render.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './db/client.ts';
import { sendingEachItsWay } from './delivery/ways.ts';
import { startHttpServer } from './http/server.ts';
import { createSurvey } from './http/survey/survey.ts';
import type { Log } from './log.ts';
import { createMailSender } from './mail/sender.ts';
import type { Reach } from './schedule/customers.ts';
import { createRunner } from './schedule/runner.ts';
import { boltLog } from './slack/bolt-log.ts';
import { clientOptions } from './slack/client.ts';
import type { Command } from './slack/command.ts';
import { createCustomerLinks } from './slack/customer-links.ts';
import { createHomes } from './slack/home/home.ts';
import { createInFlight } from './slack/in-flight.ts';
import { listen } from './slack/listen.ts';
import { createMemberSync } from './slack/member-sync.ts';
import { createSender } from './slack/outgoing/sender.ts';
import { createPictures } from './slack/pictures.ts';
import { createPosts } from './slack/posts.ts';
import { guardSocket } from './slack/socket-guard.ts';
import { createUploads } from './slack/uploads.ts';
import { boundWorkspace } from './slack/workspaces.ts';

export interface AppParts {
  config: Config;
  db: Database;
  /** The address of the same database: the job queue keeps connections of its own. */
  databaseUrl: string;
  clock: Clock;
  log: Log;
  commands: readonly Command[];
  /** Draws the charts; the app closes it when it stops. */
  renderer?: Renderer;
}

export interface SalespulseApp {
  /** Connects to Slack and opens the HTTP port. Rejects when either cannot be had. Returns the port. */
  start(): Promise<{ port: number }>;
  /** Takes nothing new, finishes what is under way, and lets go of everything but the database. */
  stop(): Promise<void>;
  /** Plans what is due now: time has jumped, as it does in the demo. Every minute this happens by itself. */
  tick(): Promise<void>;
}

const DRAIN_MS = 8_000;

const reachOf = ({ publicUrl, mailServer }: Config): Reach => {
  if (publicUrl === undefined) return 'none';
  return mailServer ? 'mail' : 'link';
};

/** Puts the bot together; nothing is started yet. */
export function createApp({
  config,
  db,
  databaseUrl,
  clock,
  log,
  commands,
  renderer = createRenderer(),
}: AppParts): SalespulseApp {
  const logger = boltLog(log);
  const receiver = new SocketModeReceiver({
    appToken: config.appToken,
    logger,
    // Reconnecting is the one call that is tried again and again: without it there is no bot.
    installerOptions: { clientOptions: { ...clientOptions(config), retryConfig: { retries: 10, factor: 1.5 } } },
  });
  guardSocket(receiver, log);
  const bolt = new App({
    token: config.botToken,
    receiver,
    logger,
    clientOptions: clientOptions(config),
    deferInitialization: true,
  });
  const store = createPictureStore(db, renderer);
  const uploads = createUploads(db, bolt.client);
  const pictures = createPictures({ store, uploads, client: bolt.client, config });
  const inFlight = createInFlight();
  const customerLinks = createCustomerLinks(config);
  const members = createMemberSync(bolt, { client: bolt.client, db, clock, log, inFlight });
  const hasAddress = config.publicUrl !== undefined;
  const homes = createHomes(bolt, { db, client: bolt.client, pictures, hasAddress, clock, log, inFlight });
  const { messagesPerMinute } = config;
  listen(bolt, {
    commands,
    client: bolt.client,
    postsIn: createPosts({ db, client: bolt.client, messagesPerMinute, log, ending: inFlight.ending }),
    pictures,
    db,
    clock,
    log,
    inFlight,
    homes,
    customerLinks,
    sendsMail: config.mailServer !== undefined,
  });

  const sender = sendingEachItsWay({
    slack: createSender({ db, client: bolt.client, pictures, customerLinks, clock, log }),
    mail: createMailSender({ db, clock, customerLinks, server: config.mailServer }),
  });
  const runner = createRunner({ db, databaseUrl, clock, log, sender, messagesPerMinute, reach: reachOf(config) });

  let connected = false;
  receiver.client.on('connected', () => {
    connected = true;
  });
  receiver.client.on('disconnected', () => {
    connected = false;
  });
  const isReady = async () =>
    connected &&
    (await db.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    ));
  let http: { port: number; close(): Promise<void> } | undefined;

  return {
    async start() {
      const drawing = renderer.ready().catch((cause: unknown) => log.warn({ err: cause }, 'there will be no charts'));
      const [workspace] = await Promise.all([boundWorkspace(db, bolt.client), drawing]);
      http = await startHttpServer({
        port: config.port,
        host: config.listenHost,
        pictures: store,
        pictureSecret: config.pictureSecret,
        survey: createSurvey({ db, linkSecret: config.linkSecret, clock }),
        clock,
        log,
        isReady,
      });
      await bolt.init();
      await bolt.start();
      members.start(workspace);
      await runner.start(workspace.id);
      return { port: http.port };
    },
    async stop() {
      members.stop();
      await Promise.all([bolt.stop().then(() => inFlight.settled(DRAIN_MS)), runner.stop(DRAIN_MS)]);
      await http?.close();
      await renderer.close();
    },
    tick: () => runner.tick(),
  };
}
