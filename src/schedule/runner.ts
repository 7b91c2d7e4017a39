import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { drain } from '../delivery/drain.ts';
import { type Jobs, startJobs } from '../delivery/jobs.ts';
import type { Sender } from '../delivery/sender.ts';
import type { Log } from '../log.ts';
import type { Reach } from './customers.ts';
import { startTicking, type Ticker, tick } from './tick.ts';

export interface RunnerInput {
  db: Database;
  databaseUrl: string;
  clock: Clock;
  log: Log;
  sender: Sender;
  messagesPerMinute: number;
  reach: Reach;
}

/** This process's part in scheduled messages: it plans, and it sends. */
export interface Runner {
  /** Sends for the workspace that the process has the token of; plans for all. */
  start(workspaceId: string): Promise<void>;
  /** Finishes the messages in hand; the others stay for other processes or the next start. */
  stop(withinMs: number): Promise<void>;
  tick(): Promise<void>;
}

export function createRunner({ db, databaseUrl, clock, log, sender, messagesPerMinute, reach }: RunnerInput): Runner {
  let isStopping = false;
  let ticker: Ticker | undefined;
  let jobs: Jobs | undefined;
  const draining = { db, clock, log, sender, messagesPerMinute, isStopping: () => isStopping };

  return {
    async start(workspaceId) {
      jobs = await startJobs({ databaseUrl, workspaceId, log, drain: () => drain(draining, workspaceId) });
      ticker = startTicking({ db, clock, log, reach });
    },
    async stop(withinMs) {
      isStopping = true;
      const timeUp = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
      await Promise.race([Promise.all([ticker?.stop(), jobs?.stop()]), timeUp]);
    },
    tick: () => tick({ db, clock, log, reach }),
  };
}
