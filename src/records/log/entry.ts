import type { Temporal } from 'temporal-polyfill';
import type { ActivityType, Direction, Moment, Outcome, Result } from '../activity.ts';
import type { Named } from '../near-names.ts';

/** What `/log` understood. */
export interface LogEntry {
  /** null: the person has to be asked. */
  type: ActivityType | null;
  direction: Direction | null;
  outcome: Outcome | null;
  result: Result | null;
  durationSeconds: number | null;
  /** null: now. */
  occurred: Moment | null;
  /** The customers the words may mean: none, the one, or several to choose from. */
  customers: readonly Named[];
  note: string | null;
  nextStep: string | null;
  nextStepOn: Temporal.PlainDate | null;
}

/** What was understood, and where the customer is in the words. */
export interface LogReading {
  entry: LogEntry;
  customerAt: { start: number; end: number } | null;
  /** A time in the future, as typed: what has not happened cannot be logged. */
  future: string | null;
  /** Something like a duration that is too long, zero or negative, as typed. */
  noDuration: string | null;
}

/** What is needed to read words. */
export interface LogSetting {
  customers: readonly Named[];
  now: Temporal.Instant;
  /** The workspace's zone. */
  zone: string;
}
