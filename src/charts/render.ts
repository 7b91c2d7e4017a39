import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { ChartSpec } from './spec.ts';

export type Renderer = {
  /** Starts the first thread, so that the first chart need not wait for it. Rejects when none can be had. */
  ready(): Promise<void>;
  /** The chart as a PNG. Rejects with ChartFailed: the answer's text goes out without it. */
  render(spec: ChartSpec): Promise<Uint8Array>;
  /** Ends the drawing threads; what is being drawn is lost. */
  close(): Promise<void>;
};

/** No picture: the spec cannot be drawn, or it took too long. The cause says which. */
export class ChartFailed extends Error {
  override readonly name = 'ChartFailed';
}

/** One core is left to the event loop: while two of two draw, an acknowledgement takes more than twice as long. */
const THREADS = Math.min(2, Math.max(1, availableParallelism() - 1));

/**
 * Draws charts in worker threads, because one takes some 30 ms that must not stand in the event loop. `ready`, or else
 * the first chart, starts the first thread. `timeLimit` is in milliseconds, from asking to PNG, but without the start of the pool.
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

/** A thread loads fonts and libraries for a second; a chart's time limit must not end it before it is ready. */
const startLimit = 30_000;

async function startPool(threads: number): Promise<Tinypool> {
  const compiled = import.meta.url.endsWith('.js');
  const pool = new Tinypool({
    filename: new URL(compiled ? './worker.js' : './worker.dev.mjs', import.meta.url).href,
    execArgv: [],
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 30_000,
    // Waiting in Atomics.wait between two charts would keep a thread's event loop from turning, and the canvas gives
    // its memory back only when it turns: 1.7 MB would stay behind with every chart.
    useAtomics: false,
  });
  // A thread that dies while idle is replaced by the pool; unheard, its error would end the process.
  pool.on('error', (error: Error) => process.emitWarning(error));
  try {
    await pool.run(null, { name: 'ready', signal: AbortSignal.timeout(startLimit) });
    return pool;
  } catch (error) {
    await pool.destroy();
    throw error;
  }
}
