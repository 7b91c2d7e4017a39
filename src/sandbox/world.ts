/** Everything a request handler may need, in one place. */
import type { Arguments } from './arguments.ts';
import type { Fault, OrderedFaults } from './faults.ts';
import type { RateLimiter } from './rate-limits.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { SocketHub } from './socket-mode.ts';
import type { State } from './state.ts';

export interface World {
  state: State;
  sockets: SocketHub;
  faults: OrderedFaults;
  rateLimiter: RateLimiter | undefined;
  responseUrls: ResponseUrls;
  calls: ApiCall[];
  /** Where the sandbox is reached, without a slash at the end. */
  origin: string;
  timing: Timing;
  /** Told that the clock was moved. */
  onClock?: (nowMs: number) => void;
}

export interface Timing {
  /** How long the bot has to acknowledge: 3,000 in Slack. */
  ackMs: number;
  /** How long after a failed attempt an event is sent again: at once, after 1 and after 5 minutes in Slack. */
  eventRetriesMs: number[];
  /** How long an uploaded file takes until it can be shown. */
  fileProcessingMs: number;
}

/** One call the bot made: to a method, to `upload` or to `response_url`. */
export interface ApiCall {
  method: string;
  /** Without the token; lists and objects parsed, however the call spelled them. */
  arguments: Arguments;
  at: Date;
  fault?: Fault;
  /** The body it was answered with, once it was. */
  answer?: Record<string, unknown>;
}
