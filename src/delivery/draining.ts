import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import type { Log } from '../log.ts';
import type { Sender } from './sender.ts';

/** What it takes to work on an outbox. */
export interface Draining {
  db: Database;
  clock: Clock;
  log: Log;
  sender: Sender;
  /** What Slack takes of all processes together. */
  messagesPerMinute: number;
  /** Whether this process is about to stop. */
  isStopping(): boolean;
}
