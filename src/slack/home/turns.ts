/** Runs at most this many pieces of work at once; the others wait in order. */
export function createTurns(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Hands the place over to the next.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
