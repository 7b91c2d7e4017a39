/**
 * Whether a survey stores who said what. Fixed when it is set up, stored with each round, and shown to everybody it
 * asks.
 */
export const modes = ['anonymous', 'confidential'] as const;

/** anonymous: nobody knows, ever. confidential: the person, and the survey's owner unless they lead that person. */
export type Mode = (typeof modes)[number];
