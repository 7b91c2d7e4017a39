/** `npm run test:soak` runs the properties on that many times more random workspaces than every test run does. */
const times = Number(process.env.SOAK ?? 1);

/** How often a property runs; the first counterexample ends it, because shrinking facts in a database takes for ever. */
export const runs = (often: number) => ({ numRuns: often * times, endOnFailure: true });

/** How long it may take, in milliseconds. */
export const within = (milliseconds: number) => ({ testTimeout: milliseconds * times });
