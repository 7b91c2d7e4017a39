/**
 * A local Slack: the Web API, Socket Mode and a web page for one workspace with one app, on loopback.
 * The real @slack/bolt works against it with `clientOptions: { slackApiUrl: apiUrl }`. For the demo and for tests.
 */
import { Temporal } from 'temporal-polyfill';
import { moveClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { type Playing, playing } from './playing.ts';
import { createRateLimiter } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import { listen, serve } from './server.ts';
import { createSocketHub, type DisconnectReason } from './socket-mode.ts';
import { nowMs } from './state.ts';
import { keepState, loadState } from './state-file.ts';
import { APP_TOKEN, BOT_TOKEN } from './tokens.ts';
import { createState, type WorkspaceOptions } from './workspace.ts';
import type { ApiCall, Timing, World } from './world.ts';

export interface SandboxOptions extends WorkspaceOptions {
  /** 0 or left out: any free one. */
  port?: number;
  /** A folder with the built web page; without it there is none. */
  pageDir?: string;
  /** Keeps what is said over restarts. */
  stateFile?: string;
  /** Answers 429 beyond Slack's published rates; off when left out. */
  rateLimits?: boolean;
  timing?: Partial<Timing>;
  /** Told each time somebody has moved the clock ahead, with the new time in milliseconds since 1970. */
  onClock?: (nowMs: number) => void;
}

export interface Sandbox extends Playing {
  url: string;
  /** The Web API's address, for `slackApiUrl`; ends with a slash. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  faults: Faults;
  /** What the bot called, oldest first. */
  calls: ApiCall[];
  /** Its time in milliseconds since 1970. */
  now(): number;
  /** Moves its clock ahead to an instant (milliseconds since 1970). @throws SlackError `clock_cannot_go_back` */
  moveClock(toMs: number): void;
  /** How many Socket Mode connections stand. */
  connections(): number;
  /** Tells every Socket Mode connection to go; clients come back by themselves. */
  disconnect(reason: DisconnectReason): void;
  stop(): Promise<void>;
}

const SLACKS_TIMING: Timing = { ackMs: 3_000, eventRetriesMs: [0, 60_000, 300_000], fileProcessingMs: 50 };

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const state = createState(options);
  if (options.stateFile !== undefined) loadState(state, options.stateFile);
  const saveNow = options.stateFile === undefined ? undefined : keepState(state, options.stateFile);

  const { server, origin } = await listen(options.port ?? 0);
  const timing = { ...SLACKS_TIMING, ...options.timing };
  const sockets = createSocketHub(server, state.app.id, timing.ackMs);
  const faults = createFaults();
  const world: World = {
    state,
    sockets,
    faults,
    rateLimiter: options.rateLimits ? createRateLimiter(() => nowMs(state)) : undefined,
    responseUrls: createResponseUrls(state),
    calls: [],
    origin,
    timing,
    ...(options.onClock && { onClock: options.onClock }),
  };
  serve(server, world, options.pageDir);

  return {
    url: `${origin}/`,
    apiUrl: `${origin}/api/`,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    faults,
    calls: world.calls,
    ...playing(world),
    now: () => nowMs(state),
    moveClock: (toMs) => moveClock(world, Temporal.Instant.fromEpochMilliseconds(toMs)),
    connections: sockets.connections,
    disconnect: sockets.disconnect,
    async stop() {
      saveNow?.();
      await sockets.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
