/** What the buttons between views of results carry, so that there is a way back. */
import { z } from 'zod';

/**
 * The steps that led here, last one last: for a list what was typed after `/pulse`, for a round `read <round>`, for a
 * page of earlier rounds `earlier <round> <page>`.
 */
export type Trail = readonly string[];

const carriedSchema = z.object({
  round: z.string().default(''),
  page: z.int().nonnegative().default(0),
  trail: z.array(z.string()).default([]),
});

/** Steps kept: a button's value can have 2,000 characters. */
const LONGEST = 12;

export const carried = (about: { round?: string; page?: number; trail: Trail }): string =>
  JSON.stringify({ ...about, trail: about.trail.slice(-LONGEST) });

/** Buttons in messages from before there was a way back carry the round alone. */
export const carriedIn = (value: string) =>
  carriedSchema.parse(value.startsWith('{') ? JSON.parse(value) : { round: value });
