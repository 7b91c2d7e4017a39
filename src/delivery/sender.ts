/** What the outbox asks of Slack's side, and of the mail server's: words, sending, and looking whether something arrived. */
import type { Temporal } from 'temporal-polyfill';
import type { Claim, Place } from './claim.ts';
import type { Outcome, Reason } from './retry.ts';

/** Slack cannot be asked just now: it said so itself, or others are before us; or its chart has to wait for its turn. */
export type NotNow = { kind: 'limited'; seconds: number } | { kind: 'waits'; ms: number; reason?: 'chart' };

/** Takes a turn at Slack's histories, before each call: 0, or how many milliseconds it would still be. */
export type TakeTurn = () => Promise<number>;

/** What came of asking Slack for a message that may have arrived. */
export type Found =
  | ({ kind: 'there' } & Place)
  | { kind: 'absent' }
  | NotNow
  /** There is no way to find out. */
  | { kind: 'never'; reason: Reason; error: string }
  /** Slack could not be asked. */
  | { kind: 'unknown'; error: string };

/** A message that is ready to go. */
export interface Ready {
  /** What it says in short. */
  line: string;
  /** It changes a message that lies there already: for that Slack has limits of its own. */
  isChange?: boolean;
  post(): Promise<Outcome>;
}

/** What is to go out only from a moment on. */
export interface Held {
  heldUntil: Temporal.Instant;
}

/** null: there is nothing to say after all; later: what it is about is still on its way. */
export type Made<Good> = Good | null | 'later' | Held;

/** What only Slack's side knows. None of them rejects for what Slack says; what is thrown is a fault of ours. */
export interface Sender {
  /** Puts it into words. */
  make(delivery: Claim, takeTurn: TakeTurn): Promise<Made<Ready> | NotNow>;
  find(delivery: Claim, takeTurn: TakeTurn): Promise<Found>;
}
