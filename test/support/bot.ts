/** The real bot on the sandbox: real Bolt over Socket Mode, a database of its own, and a clock that the story moves. */
import { Writable } from 'node:stream';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createApp } from '../../src/app.ts';
import type { Renderer } from '../../src/charts/render.ts';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/client.ts';
import type { Prisma } from '../../src/db/generated/client.ts';
import { MISSED } from '../../src/delivery/missed.ts';
import { release } from '../../src/delivery/outbox.ts';
import { UNDELIVERED } from '../../src/delivery/undelivered.ts';
import { freePort } from '../../src/free-port.ts';
import { createLog } from '../../src/log.ts';
import type { Message, Outcome } from '../../src/sandbox/protocol.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { newDatabase } from './database.ts';
import { now as morning, openOffice, people, team, type Who } from './office.ts';
import { buttonCalled } from './reading.ts';

export const SALES = 'C0SALES001';
/** A channel that is shared with another company's workspace, where there are guests. */
export const SHARED = 'C0SHARED01';
/** A channel that the bot was never invited to. */
export const QUIET = 'C0QUIET001';

export interface Bot {
  sandbox: Sandbox;
  db: Database;
  databaseUrl: string;
  /** Where it serves charts, without a slash at the end. */
  address: string;
  as(who: Who): Person;
  /** Lets the clocks of the bot and of Slack go on. */
  pass(time: Temporal.DurationLike): void;
  /** … up to a moment by the clocks of Berlin, `2026-03-19T09:00`; then what is due by it goes out. */
  goTo(moment: string): Promise<void>;
  /** Slack does not say of a message whether it arrived; the time until its history is asked may as well be over. */
  outlastsDoubt(): Promise<void>;
  /** What went wrong is told a while later, with what else goes wrong; the while may as well be over. */
  outlastsGathering(): Promise<void>;
  /** Slack has told its zones by now; this is where the people of the story live. */
  allLiveIn(zone: string): Promise<void>;
  /** All it has logged, at the finest level. */
  log(): string;
  /** Which secrets are in the log. After every story there must be none. */
  leaks(): string[];
  /** Resolves when it has logged this, before or from now on. */
  logged(words: string, times?: number): Promise<void>;
}

export interface Person {
  id: string;
  /** Says words or gives a command, and gets the message that the bot answers with. A minute passes before it. */
  types(words: string, channel?: string): Promise<Message>;
  /** Presses the button with this label, and gets the message that is new or has changed. */
  presses(message: Message, label: string): Promise<Message>;
  sees(channel?: string): Message[];
  /** What the bot has told them in their messages with it; of it what begins so, or says so. */
  told(about?: RegExp): Message[];
  /** The surveys that have asked them. */
  asked(): Message[];
}

export interface BotOptions {
  /** Where Slack is told to reach the bot: where it really is when left out, nowhere when empty. */
  publicUrl?: string;
  renderer?: Renderer;
  /** What else its environment says. */
  settings?: () => Promise<Record<string, string>>;
  /** The built web page, for browsers. */
  pageDir?: () => Promise<string>;
  /** People of another workspace, in the channel that is shared with it. */
  guests?: readonly { id: string; name: string; teamId: string }[];
}

/** A bot for the stories of one file. */
export function useBot(options: BotOptions = {}): () => Bot {
  let started: (Bot & { stop(): Promise<void> }) | undefined;
  beforeAll(async () => {
    started = await startBot(options);
  });
  afterAll(async () => {
    await started?.stop();
    expect(started?.leaks(), 'secrets in the log').toEqual([]);
  });
  return () => started!;
}

async function startBot({ publicUrl, renderer, pageDir, settings, guests = [] }: BotOptions) {
  const database = await newDatabase();
  await openOffice(database.db);
  let now = morning;
  const sandbox = await startSandbox({
    team,
    users: [...Object.values(people), ...guests].map(({ name, ...who }) => ({
      ...{ ...who, name: who.id.toLowerCase(), realName: name },
    })),
    channels: [
      { id: SALES, name: 'sales', members: [...Object.values(people).map(({ id }) => id), app.botUserId] },
      { id: QUIET, name: 'quiet', members: Object.values(people).map(({ id }) => id) },
      ...(guests.length > 0
        ? [
            {
              ...{ id: SHARED, name: 'acme-shared' },
              members: [...Object.values(people), ...guests].map(({ id }) => id).concat(app.botUserId),
            },
          ]
        : []),
    ],
    app,
    commands: commandsAndOneMore,
    now: () => new Date(now.epochMilliseconds),
    ...(pageDir ? { pageDir: await pageDir() } : {}),
  });
  const journal = createJournal();
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const bot = createApp({
    config: readConfig({
      DATABASE_URL: database.url,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      SLACK_API_URL: sandbox.apiUrl,
      PORT: String(port),
      PUBLIC_URL: publicUrl ?? address,
      ...(await settings?.()),
    }),
    db: database.db,
    databaseUrl: database.url,
    clock: () => Temporal.Instant.fromEpochMilliseconds(sandbox.now()),
    log: createLog('trace', journal.stream),
    commands,
    ...(renderer ? { renderer } : {}),
  });
  await bot.start();
  const pass = (time: Temporal.DurationLike) => {
    now = now.add(time);
  };
  /** Slack's limits, and how long a delivery waits, go by the machine's clock, which no story moves: the time may as well be over. */
  const outlast = async (which: Prisma.DeliveryWhereInput) => {
    const past = new Date(0);
    await database.db.sendLimit.updateMany({ data: { freeAt: past } });
    await database.db.delivery.updateMany({ where: { ...which, state: 'planned' }, data: { nextAt: past } });
  };
  /** The same for what is about to wait. */
  const outlastOnce = async (which: Prisma.DeliveryWhereInput) => {
    const where = { ...which, state: 'planned' };
    await expect.poll(() => database.db.delivery.count({ where })).toBeGreaterThan(0);
    await outlast(which);
    await release(database.db, now);
  };
  const { password } = new URL(database.url);
  const secrets = [sandbox.botToken, sandbox.appToken, password, '/hooks/', 'ticket=', `${address}/charts/`];
  return {
    sandbox,
    db: database.db,
    databaseUrl: database.url,
    address,
    as: (who: Who) => personOf(sandbox, people[who].id, () => pass({ minutes: 1 })),
    pass,
    async goTo(moment: string) {
      now = Temporal.PlainDateTime.from(moment).toZonedDateTime('Europe/Berlin').toInstant();
      await outlast({});
      await bot.tick();
    },
    outlastsDoubt: () => outlastOnce({ isUnsure: true }),
    outlastsGathering: () =>
      outlastOnce({
        attempts: 0,
        OR: [UNDELIVERED, MISSED].map((kind) => ({ content: { path: ['kind'], equals: kind } })),
      }),
    async allLiveIn(zone: string) {
      await journal.includes('zones or presence of members have changed');
      await database.db.member.updateMany({ data: { zone } });
    },
    log: journal.text,
    leaks: () => secrets.filter((secret) => journal.text().includes(secret)),
    logged: journal.includes,
    async stop() {
      await bot.stop();
      await sandbox.stop();
      await database.drop();
    },
  };
}

export const app = { id: 'A0SALESPUL', name: 'Salespulse', botUserId: 'U0SALESPUL' };

/** As in the manifest, and one that Slack knows but the bot does not, such as of a version to come. */
const commandsAndOneMore = [
  ...commands.map(({ name, description, usageHint }) => ({
    command: name,
    description,
    usageHint,
    shouldEscape: true,
  })),
  { command: '/forecast', description: 'Of a version to come', usageHint: '' },
];

function personOf(sandbox: Sandbox, id: string, minute: () => void): Person {
  async function answerTo(channel: string, deed: () => Promise<Outcome>): Promise<Message> {
    const before = new Map(sandbox.messages(id, channel).map((message) => [message.ts, JSON.stringify(message)]));
    const isNews = (message: Message) => message.isBot && before.get(message.ts) !== JSON.stringify(message);
    minute();
    const outcome = await deed();
    if (!outcome.ok) throw new Error(`Slack says: ${outcome.error}`);
    return sandbox.waitForMessage(id, channel, isNews);
  }
  const told = (about = /^/) =>
    sandbox.messages(id, sandbox.dm(id)).filter(({ isBot, text }) => isBot && about.test(text));
  return {
    id,
    types: (words, channel = SALES) => answerTo(channel, () => sandbox.say(id, channel, words)),
    presses: (message, label) =>
      answerTo(message.channel, () => {
        const { actionId, value } = buttonCalled(message, label);
        return sandbox.click(id, message, actionId, value);
      }),
    sees: (channel = SALES) => sandbox.messages(id, channel),
    told,
    asked: () => told().filter(({ blocks }) => /:lock: Anonymous/.test(JSON.stringify(blocks))),
  };
}

/** The log as text, with a way to wait for what it will say. */
function createJournal() {
  let written = '';
  const readers = new Set<() => void>();
  const stream = new Writable({
    write(line, _encoding, done) {
      written += line;
      for (const read of [...readers]) read();
      done();
    },
  });
  const includes = (words: string, times = 1) =>
    new Promise<void>((resolve) => {
      const read = () => {
        if (written.split(words).length <= times) return;
        readers.delete(read);
        resolve();
      };
      readers.add(read);
      read();
    });
  return { stream, text: () => written, includes };
}
