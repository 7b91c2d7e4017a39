import type { Temporal } from 'temporal-polyfill';
import type { ActivityType, Direction, Moment, Outcome, Result } from '../activity.ts';
import type { Named } from '../near-names.ts';

/** What `/log` understood. */
export interface LogEntry {
  /** null: it has to be asked for. */
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

/** What was understood of some words, and where in them the customer stands. */
export interface LogReading {
  entry: LogEntry;
  customerAt: { start: number; end: number } | null;
  /** A time that is still to come, as typed: what has not happened cannot be logged. */
  future: string | null;
  /** What looks like a duration and is too long, nothing or less, as typed. */
  noDuration: string | null;
}

/** What words are read with. */
export interface LogSetting {
  customers: readonly Named[];
  now: Temporal.Instant;
  /** The workspace's zone. */
  zone: string;
}
