/** The minute tick: what is due is planned, and senders are called. */
import cron from 'node-cron';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { release } from '../delivery/outbox.ts';
import { purge } from '../delivery/retention.ts';
import type { Log } from '../log.ts';
import { closeRounds, forgetReminders } from '../surveys/close.ts';
import { showAnswersDue } from '../surveys/reply-news.ts';
import type { Reach } from './customers.ts';
import { planNewAdmins } from './new-admin.ts';
import { planDue } from './plan.ts';
import { planTargetNews, TARGET_NEWS } from './target-news.ts';
import { planWaited } from './waited.ts';

export interface Ticking {
  db: Database;
  clock: Clock;
  log: Log;
  /** How customers can be reached. */
  reach: Reach;
}

/** Plans what is due and calls for senders. Harmless at any time, however often, in any number of processes. Never rejects. */
export async function tick({ db, clock, log, reach }: Ticking): Promise<void> {
  const now = clock();
  const steps = [
    () => planDue(db, now, (err, schedule) => log.error({ err, schedule }, 'a schedule could not be planned'), reach),
    () => planNewAdmins(db, now),
    () => planTargetNews(db, now),
    () => planWaited(db, now),
    () => forgetReminders(db),
    () => closeRounds(db, now),
    () => showAnswersDue(db, now),
    () => db.$transaction((tx) => release(tx, now)),
    // Target notices are kept, as who was told can be asked for as long as the target applies.
    () => purge(db, now, [TARGET_NEWS]),
  ];
  // One failing step must not stop the others.
  for (const step of steps) {
    await step().catch((cause: unknown) => {
      log.error({ err: cause }, 'what is due could not be seen to; in a minute it is tried again');
    });
  }
}

export interface Ticker {
  /** Resolves when a tick that is under way is over. */
  stop(): Promise<void>;
}

/** Ticks at once and then every minute; a tick is skipped while the one before is still running. */
export function startTicking(ticking: Ticking): Ticker {
  let underWay: Promise<void> | null = null;
  const strike = () => {
    underWay ??= tick(ticking).finally(() => {
      underWay = null;
    });
  };
  strike();
  const task = cron.schedule('* * * * *', strike);
  return {
    async stop() {
      await task.stop();
      await underWay;
    },
  };
}
