/** What a line of the bench is, and how two ways of doing the same are timed against each other. */

/** Milliseconds, one for each time it was done. */
export type Times = readonly number[];

export interface Line {
  name: string;
  /** What it is held against, in a few words. */
  reference: string;
  times: Times;
  referenceTimes: Times;
}

/** How many milliseconds a piece of work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Does both in turn, now the one first and now the other, so that whatever else the machine is doing hits both alike.
 * The first `warmUp` rounds are not counted: they compile code and fill caches.
 */
export async function interleaved(
  { rounds, warmUp }: { rounds: number; warmUp: number },
  ours: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<Pick<Line, 'times' | 'referenceTimes'>> {
  const times: number[] = [];
  const referenceTimes: number[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const pair = round % 2 ? [await ours(), await reference()] : [await reference(), await ours()].reverse();
    if (round < warmUp) continue;
    times.push(pair[0] ?? 0);
    referenceTimes.push(pair[1] ?? 0);
  }
  return { times, referenceTimes };
}

/** The time that a share of all of them stay within: 0.5 is the median. */
export function percentile(times: Times, share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
