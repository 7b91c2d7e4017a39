import { Temporal } from 'temporal-polyfill';

/** Tells the time. Everything that asks what time it is takes one, so that tests and replays decide what "now" is. */
export type Clock = () => Temporal.Instant;

export const systemClock: Clock = () => Temporal.Now.instant();
