import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../clock.ts';

const MOST = 20;
const SPAN_MS = 60_000;
/** Callers whose guesses are remembered. */
const MOST_CALLERS = 10_000;

/**
 * Counts requests with made-up addresses. Only those are limited: behind a proxy all callers look like one, and
 * somebody guessing must not keep a customer with a real link from answering.
 */
export function createGuesses(clock: Clock) {
  const byCaller = new Map<string, { since: Temporal.Instant; count: number }>();
  return {
    /** Counts one more. True: too many within a minute. */
    tooMany(caller: string): boolean {
      const now = clock();
      const known = byCaller.get(caller);
      const isOver = !known || now.epochMilliseconds - known.since.epochMilliseconds >= SPAN_MS;
      const count = isOver ? 1 : known.count + 1;
      if (isOver && byCaller.size >= MOST_CALLERS) byCaller.clear();
      byCaller.set(caller, { since: isOver ? now : known.since, count });
      return count > MOST;
    },
  };
}
