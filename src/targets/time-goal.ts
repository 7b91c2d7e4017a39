import { dayUnits } from '../language/en/log-words.ts';
import { durationAt, durationWords } from '../records/log/durations.ts';

const DAY = 24 * 3600;
/** What hours can be written with: 999 of them. */
const MOST_IN_HOURS = 999 * 3600;
const MOST_WORDS = 6;

/** How long something is to take, as it was written. */
export interface TimeGoal {
  seconds: number;
  /** How many of the words it takes. */
  length: number;
}

const DAYS = new RegExp(`^(\\d{1,4}(?:[.,]\\d{1,2})?) ?(?:${dayUnits.join('|')})$`);

/** A time at the front of some words: `2h`, `1h30m`, `5min`, `1.5 hours`, `40 days`. Null when there is none. */
export function timeGoalAt(words: readonly string[]): TimeGoal | null {
  const lower = words.slice(0, MOST_WORDS).map((word) => word.toLowerCase());
  for (const length of [2, 1]) {
    const [, days] = (lower.length >= length && DAYS.exec(lower.slice(0, length).join(' '))) || [];
    if (days !== undefined) return { seconds: Math.round(Number(days.replace(',', '.')) * DAY), length };
  }
  return durationAt(lower, MOST_IN_HOURS);
}

/** The same for a time that is all there is. */
export function readTimeGoal(typed: string): number | null {
  const words = typed.trim().split(/\s+/);
  const found = timeGoalAt(words);
  return found && found.length === words.length ? found.seconds : null;
}

/** Seconds as one would type them: `2h`, `1h 30m`; what is longer than hours are written for in days. */
export const typedTime = (seconds: number): string => {
  const whole = Math.max(1, Math.round(seconds));
  return whole <= MOST_IN_HOURS ? durationWords(whole) : `${Number((whole / DAY).toFixed(2))} ${dayUnits[0]}`;
};
