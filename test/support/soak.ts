import fc from 'fast-check';

/** `npm run test:soak` runs the properties on that many times more random workspaces than every test run does. */
const times = Number(process.env.SOAK ?? 1);

/** For how long a counterexample is made smaller, in milliseconds: each try writes a whole workspace into a database. */
const SHRINKING = 60_000;

/** How long a property may take that runs so many milliseconds at most, and to make a counterexample of it smaller. */
export const within = (milliseconds: number) => ({ testTimeout: milliseconds * times + 2 * SHRINKING });

/** Asserts that a rule holds for so many random cases. A counterexample is told as small as it gets within the time for that. */
export async function holds<Of extends [unknown, ...unknown[]]>(
  rule: fc.IAsyncPropertyWithHooks<Of>,
  often: number,
): Promise<void> {
  const cases = { numRuns: often * times };
  const found = await fc.check(rule, { ...cases, endOnFailure: true });
  if (!found.failed) return;
  const again = { seed: found.seed, path: found.counterexamplePath ?? '' };
  await fc.assert(rule, { ...cases, ...again, interruptAfterTimeLimit: SHRINKING });
  throw new Error(`It did not hold once, and did when it was tried again. ${fc.defaultReportMessage(found)}`);
}
