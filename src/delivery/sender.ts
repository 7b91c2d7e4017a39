/**
 * What the outbox needs from Slack and the mail server: composing, sending, and looking up whether something arrived.
 */
import type { Temporal } from 'temporal-polyfill';
import type { Claim, Place } from './claim.ts';
import type { Outcome, Reason } from './retry.ts';

/** Not now: Slack said so, others are before us, or its chart has to wait for its turn. */
export type NotNow = { kind: 'limited'; seconds: number } | { kind: 'waits'; ms: number; reason?: 'chart' };

/** A look that was broken off, and where it goes on: Slack's cursor of the next page; null: from the start. */
export type BrokenOff = NotNow & { lookedTo: string | null };

/** Takes a turn at Slack's histories before each call: 0, or the milliseconds to wait. */
export type TakeTurn = () => Promise<number>;

/** What came of asking Slack for a message that may have arrived. */
export type Found =
  | ({ kind: 'there' } & Place)
  | { kind: 'absent' }
  | BrokenOff
  /** There is no way to find out. */
  | { kind: 'never'; reason: Reason; error: string }
  /** Slack could not be asked. */
  | { kind: 'unknown'; error: string };

/** A message that is ready to go. */
export interface Ready {
  /** What it says in short. */
  line: string;
  /** It updates a message that is there already, for which Slack has limits of its own. */
  isChange?: boolean;
  post(): Promise<Outcome>;
}

/** What is to go out only from a moment on. */
export interface Held {
  heldUntil: Temporal.Instant;
}

/** null: there is nothing to say after all; later: what it is about is still on its way. */
export type Made<Good> = Good | null | 'later' | Held;

/** None of these rejects because of what Slack says; whatever is thrown is an error of our own. */
export interface Sender {
  /** Puts it into words. */
  make(delivery: Claim, takeTurn: TakeTurn): Promise<Made<Ready> | NotNow>;
  find(delivery: Claim, takeTurn: TakeTurn): Promise<Found>;
}
