/**
 * Calls for a sender. A job says no more than "there is something to send in this workspace": what, and who sends it, is
 * decided by the rows of the outbox, so that a job which is lost with its process costs a minute and no message.
 */
import { Logger, type Runner, run } from 'graphile-worker';
import type { Transaction } from '../db/client.ts';
import type { Log } from '../log.ts';

/** A process holds one workspace's token, and answers only its calls. */
const taskOf = (workspaceId: string) => `drain ${workspaceId}`;

/**
 * Calls a sender once the transaction commits. Each transaction makes a call of its own: with one shared by key, everybody
 * would wait for the end of whoever called first, and planning a survey of thousands takes minutes.
 */
export async function wake(tx: Transaction, workspaceId: string): Promise<void> {
  const task = taskOf(workspaceId);
  await tx.$queryRaw`
    SELECT (graphile_worker.add_job(${task}, '{}', job_key => ${task} || ' ' || pg_current_xact_id(), max_attempts => 1)).id`;
}

/**
 * Calls a sender for each of these workspaces after a while. One call serves all that waits, and the earliest time wins: a later
 * caller may not know what came before. Only for short transactions, as others wait for them to end.
 */
export async function wakeIn(tx: Transaction, workspaceIds: readonly string[], afterMs: number): Promise<void> {
  if (workspaceIds.length === 0) return;
  const tasks = workspaceIds.map(taskOf).sort();
  // A call not committed yet by another transaction would not be seen, and would be put off by this one.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(task, 0)) FROM unnest(${tasks}::text[]) AS task`;
  await tx.$queryRaw`
    SELECT (graphile_worker.add_job(task, '{}', job_key => task, max_attempts => 1,
      run_at => least(waiting.run_at, clock_timestamp() + make_interval(secs => ${afterMs / 1000}::float8)))).id
    FROM unnest(${tasks}::text[]) AS task
    LEFT JOIN graphile_worker.jobs waiting ON waiting.key = task AND waiting.locked_at IS NULL
      AND waiting.attempts < waiting.max_attempts`;
}

export interface Jobs {
  /** Takes no more calls, and waits for those being answered. */
  stop(): Promise<void>;
}

export interface JobsInput {
  databaseUrl: string;
  workspaceId: string;
  log: Log;
  drain(): Promise<void>;
}

/** Answers the calls for a sender of one workspace, together with any number of other processes; one call at a time. */
export async function startJobs({ databaseUrl, workspaceId, log, drain }: JobsInput): Promise<Jobs> {
  const runner: Runner = await run({
    connectionString: databaseUrl,
    maxPoolSize: 2,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: loggerOf(log),
    taskList: { [taskOf(workspaceId)]: drain },
  });
  return { stop: () => runner.stop() };
}

const loggerOf = (log: Log) =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ meta }, message);
    else if (level === 'warning') log.warn(message);
    else log.trace(message);
  });
