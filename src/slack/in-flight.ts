/** What is being answered right now, so that a shutdown can wait for it: Bolt itself does not. */
export interface InFlight {
  /** Counts a piece of work until it is over. */
  track(work: Promise<void>): Promise<void>;
  /** Resolves when nothing is in progress, or the time is up. */
  settled(milliseconds: number): Promise<void>;
  /** Aborted when the process is about to stop: whoever waits for something should wait no longer. */
  ending: AbortSignal;
}

export function createInFlight(): InFlight {
  const works = new Set<Promise<void>>();
  const ending = new AbortController();
  return {
    track(work) {
      works.add(work);
      return work.finally(() => works.delete(work));
    },
    ending: ending.signal,
    async settled(milliseconds) {
      ending.abort();
      const timeUp = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
      await Promise.race([Promise.allSettled(works), timeUp]);
    },
  };
}
