import { Tinypool } from 'tinypool';
import type { ChartSpec } from './spec.ts';

export type Renderer = {
  /** The chart as a PNG, `sizes.width` pixels wide. Rejects with ChartFailed: the answer's text goes out without it. */
  render(spec: ChartSpec): Promise<Uint8Array>;
  /** Ends the drawing threads; what is being drawn is lost. */
  close(): Promise<void>;
};

/** No picture: the spec cannot be drawn, or it took too long. The cause says which. */
export class ChartFailed extends Error {
  override readonly name = 'ChartFailed';
}

/**
 * Draws charts in worker threads, because one takes some 30 ms that must not stand in the event loop. The first chart
 * starts the first thread. `timeLimit` is in milliseconds and includes waiting for a free thread.
 */
export function createRenderer({ threads = 2, timeLimit = 5_000 } = {}): Renderer {
  let pool: Tinypool | undefined;
  return {
    async render(spec) {
      pool ??= startPool(threads);
      const signal = AbortSignal.timeout(timeLimit);
      try {
        return await pool.run(spec, { signal });
      } catch (cause) {
        const why = signal.aborted ? `took longer than ${timeLimit} ms` : String(cause);
        throw new ChartFailed(`no picture of "${spec.title}": ${why}`, { cause });
      }
    },
    async close() {
      await pool?.destroy();
      pool = undefined;
    },
  };
}

function startPool(threads: number): Tinypool {
  const compiled = import.meta.url.endsWith('.js');
  return new Tinypool({
    filename: new URL(compiled ? './worker.js' : './worker.dev.mjs', import.meta.url).href,
    execArgv: [],
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 30_000,
    // Waiting in Atomics.wait between two charts would keep a thread's event loop from turning, and the canvas gives
    // its memory back only when it turns: 1.7 MB would stay behind with every chart.
    useAtomics: false,
  });
}
