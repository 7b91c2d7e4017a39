import type { PeriodSpec } from '../../calendar/period-spec.ts';
import type { Meaning } from './meaning.ts';

/** A phrase at the front of some words: how many of them it takes, and what they mean. */
export interface Found {
  length: number;
  meaning: Meaning;
}

/** Looks at the front of some words for one kind of phrase. */
export type Recogniser = (words: readonly string[]) => Found | null;

export function found(length: number, period: PeriodSpec): Found {
  return { length, meaning: { kind: 'period', period } };
}

export function isOneOf(words: readonly string[], word: string | undefined): boolean {
  return word !== undefined && words.includes(word);
}
