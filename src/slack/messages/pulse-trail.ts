/** From one view of results to another, and back: what the buttons between them carry. */
import { z } from 'zod';

/**
 * Where somebody came from, the last step last: what they had typed behind `/pulse` for a list, `read <round>` for a round, and
 * `earlier <round> <page>` for a page of those before it.
 */
export type Trail = readonly string[];

const carriedSchema = z.object({
  round: z.string().default(''),
  page: z.int().nonnegative().default(0),
  trail: z.array(z.string()).default([]),
});

/** Slack carries no more than 2,000 characters. */
const LONGEST = 12;

export const carried = (about: { round?: string; page?: number; trail: Trail }): string =>
  JSON.stringify({ ...about, trail: about.trail.slice(-LONGEST) });

/** A button of a message from before there was a way back carries the round alone. */
export const carriedIn = (value: string) =>
  carriedSchema.parse(value.startsWith('{') ? JSON.parse(value) : { round: value });
