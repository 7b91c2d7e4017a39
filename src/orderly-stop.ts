import type { Log } from './log.ts';

const TIME_LIMIT_MS = 10_000;
/** After a fault little can be trusted, and a supervisor waits to start anew. */
const FAULT_LIMIT_MS = 4_000;

/**
 * Stops in order at the first SIGINT or SIGTERM, and at once at the second. A fault that nobody caught means that the
 * state of the process is unknown: it is logged, what is open is closed, and the process ends, for a supervisor to start
 * it anew. Call it before anything is opened.
 */
export function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(130);
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('did not stop in time');
      process.exit(1);
    }, TIME_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      (cause: unknown) => {
        log.error({ err: cause }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  const onFault = (cause: unknown) => {
    log.fatal({ err: cause }, 'a fault that nobody caught');
    exitFailed(stop, FAULT_LIMIT_MS);
  };
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
}

/** Ends the process with 1, when all is closed or `limit` milliseconds are over: why it fails was told before. */
export function exitFailed(stop: () => Promise<void>, limit = TIME_LIMIT_MS): void {
  const exit = () => process.exit(1);
  setTimeout(exit, limit);
  stop().then(exit, exit);
}
