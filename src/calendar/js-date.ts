/** Between Temporal and JavaScript's `Date`, which the database speaks. */
import { Temporal } from 'temporal-polyfill';

export const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

export const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

/** The day (ISO) in a column of type `date`, which Prisma reads as midnight in UTC. */
export const isoDayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The same as a `PlainDate`. */
export const plainDateOf = (date: Date): Temporal.PlainDate => Temporal.PlainDate.from(isoDayOf(date));
