import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { ChartSpec } from './spec.ts';

export type Renderer = {
  /** Starts the first thread, so that the first chart need not wait for it. Rejects if none can be started. */
  ready(): Promise<void>;
  /** The chart as a PNG. Rejects with ChartFailed; the answer's text is then sent without it. */
  render(spec: ChartSpec): Promise<Uint8Array>;
  /** Ends the drawing threads; charts in progress are lost. */
  close(): Promise<void>;
};

/** The spec could not be drawn, or took too long; the cause says which. */
export class ChartFailed extends Error {
  override readonly name = 'ChartFailed';
}

/**
 * One core stays free for the event loop: with two of two drawing, an acknowledgement takes more than twice as long.
 */
const THREADS = Math.min(2, Math.max(1, availableParallelism() - 1));

/**
 * Draws charts in worker threads, because one takes some 30 ms that would block the event loop. `ready`, or the first
 * chart, starts the first thread. `timeLimit` is in milliseconds, from asking to PNG, not counting the start of the
 * pool.
 */
export function createRenderer({ threads = THREADS, timeLimit = 5_000 } = {}): Renderer {
  let pool: Promise<Tinypool> | undefined;

  function startedPool(): Promise<Tinypool> {
    pool ??= startPool(threads).catch((cause) => {
      pool = undefined;
      throw cause;
    });
    return pool;
  }

  return {
    async ready() {
      await startedPool();
    },
    async render(spec) {
      // Not AbortSignal.timeout: that makes an error for each chart, long after it has been drawn.
      const tooLong = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      try {
        const threadPool = await startedPool();
        timer = setTimeout(() => tooLong.abort(), timeLimit);
        return await threadPool.run(spec, { signal: tooLong.signal });
      } catch (cause) {
        // Logged: not by its title, which may name people and customers.
        throw new ChartFailed(`no picture of a ${spec.kind} chart`, { cause });
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      const closing = pool;
      pool = undefined;
      await (await closing)?.destroy();
    },
  };
}

/** A thread needs about a second to load fonts and libraries; a chart's time limit must not end it before that. */
const startLimit = 30_000;

async function startPool(threads: number): Promise<Tinypool> {
  const compiled = import.meta.url.endsWith('.js');
  const pool = new Tinypool({
    filename: new URL(compiled ? './worker.js' : './worker.dev.mjs', import.meta.url).href,
    execArgv: [],
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 30_000,
    // With Atomics.wait between charts a thread's event loop would stand still, and the canvas frees memory only when
    // it runs: 1.7 MB would leak with every chart.
    useAtomics: false,
  });
  // The pool replaces a thread that dies while idle; an unhandled error event would end the process.
  pool.on('error', (error: Error) => process.emitWarning(error));
  try {
    await pool.run(null, { name: 'ready', signal: AbortSignal.timeout(startLimit) });
    return pool;
  } catch (error) {
    await pool.destroy();
    throw error;
  }
}
