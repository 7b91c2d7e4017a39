/** Sends what waits in a workspace's outbox, the most urgent first, as fast as Slack allows. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import type { Log } from '../log.ts';
import { addressOf } from './address.ts';
import {
  type Claim,
  claim,
  dropRemoved,
  markSending,
  type Place,
  settleHeld,
  settleLater,
  settleNever,
  settleSent,
  untilNext,
} from './claim.ts';
import { takePlace } from './daily-cap.ts';
import { wake } from './jobs.ts';
import {
  type Bucket,
  channelBucket,
  closeBucket,
  historyBucket,
  mailBucket,
  messageBucket,
  takeTurn,
  updateBucket,
} from './limits.ts';
import { settleStale } from './missed.ts';
import { decide, type Outcome, type Reason } from './retry.ts';
import { tellOwner, UNDELIVERED } from './undelivered.ts';

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

export interface Draining {
  db: Database;
  clock: Clock;
  log: Log;
  sender: Sender;
  /** What Slack takes of all processes together. */
  messagesPerMinute: number;
  /** Whether this process is about to stop. */
  isStopping(): boolean;
}

/** Making a message is slower than sending it, so that a few are made at once. */
const LANES = 4;
/** For so long it is simpler to wait than to be called again. */
const PATIENCE_MS = 2_000;
/** A message that had to wait longer for its turn is put back. */
const LONGEST_TURN_MS = 15_000;
/** Between saying that it is sent and sending it no time may pass: else the lease is worth nothing. */
const PROMPT_MS = 5_000;
/** What waits for another message looks again after so long. */
const AFTER_OTHER_MS = 5_000;
const ONE_HOUR_MS = 3_600_000;

/** Sends until nothing is left that can be sent now; calls for a sender again when something will be. Never rejects. */
export async function drain(draining: Draining, workspaceId: string): Promise<void> {
  const { db, log } = draining;
  try {
    await Promise.all(Array.from({ length: LANES }, () => lane(draining, workspaceId)));
    const next = await untilNext(db, workspaceId);
    // Also by who is about to stop: another process takes the call, or its own next start.
    if (next !== null) await db.$transaction((tx) => wake(tx, [workspaceId], next));
  } catch (cause) {
    log.error({ err: cause }, 'the outbox could not be worked on');
  }
}

async function lane(draining: Draining, workspaceId: string): Promise<void> {
  const { db, clock, isStopping } = draining;
  while (!isStopping()) {
    const claimed = await claim(db, workspaceId, clock());
    if (claimed) {
      await sendOne(draining, claimed);
      continue;
    }
    const next = await untilNext(db, workspaceId);
    if (next === null || next > PATIENCE_MS) return;
    await pause(Math.max(next, 20));
  }
}

async function sendOne(draining: Draining, own: Claim): Promise<void> {
  const { db, clock, log } = draining;
  const now = clock();
  const about = { delivery: own.id, kind: own.content.kind, attempt: own.attempt };
  try {
    if (own.isUnsure && (await wasThere(draining, own)) !== 'absent') return;
    if (own.staleAt && own.staleAt.getTime() < now.epochMilliseconds) {
      await db.$transaction((tx) => settleStale(tx, own, now));
      log.info(about, 'nobody wants it any more');
      return;
    }
    if (own.scheduleId && (await dropRemoved(db, own))) return;
    const ready = await made(draining, own);
    if (ready === 'unmade') return;
    if (!ready) {
      await settleNever(db, own, 'skipped', 'nothing');
      return;
    }
    if (ready === 'later') {
      const { isUnsure } = own;
      await settleLater(db, own, { afterMs: AFTER_OTHER_MS, isUnsure, counts: false, reason: 'behind' });
      return;
    }
    if ('kind' in ready) {
      await putBack(draining, own, ready);
      return;
    }
    if ('heldUntil' in ready) {
      await settleHeld(db, own, ready.heldUntil);
      return;
    }
    const turnout = await takePlace(db, own, ready.line, now);
    if (turnout !== 'goes') {
      log.info({ ...about, turnout }, 'enough for the day');
      return;
    }
    const buckets = bucketsOf(draining, own, ready);
    if (!(await hasTurn(draining, own, buckets))) return;
    await settle(draining, own, await ready.post(), buckets[0]);
  } catch (cause) {
    // The database is away, or something of ours is broken: the lease runs out, and it is taken up again.
    log.error({ ...about, err: cause }, 'sending was broken off');
  }
}

/** A fault of ours may be mended by the next attempt, as when the database was away. */
async function made(draining: Draining, own: Claim): Promise<Made<Ready> | NotNow | 'unmade'> {
  try {
    return await draining.sender.make(own, historyTurns(draining, own));
  } catch (cause) {
    draining.log.error({ err: cause, delivery: own.id, kind: own.content.kind }, 'a message could not be made');
    await settle(draining, own, { kind: 'unmade', error: cause instanceof Error ? cause.message : String(cause) });
    return 'unmade';
  }
}

/** In which it takes its turn: first that of the method by which it goes, or of the mail server. */
function bucketsOf({ messagesPerMinute }: Draining, { recipient }: Claim, { isChange }: Ready): [Bucket, ...Bucket[]] {
  if (addressOf(recipient) !== null) return [mailBucket];
  return isChange ? [updateBucket] : [messageBucket(messagesPerMinute), channelBucket(recipient)];
}

/** Waits for a turn with Slack, or with the mail server, and takes it. False: the lease was lost, or it is put back because others were before it. */
async function hasTurn(draining: Draining, own: Claim, buckets: readonly Bucket[]): Promise<boolean> {
  const { db } = draining;
  const waitMs = await turnSoon(draining, own, buckets);
  if (waitMs === 0) {
    const asked = performance.now();
    return (await markSending(db, own)) && performance.now() - asked < PROMPT_MS;
  }
  await settleLater(db, own, { afterMs: waitMs, isUnsure: own.isUnsure, counts: false, reason: null });
  return false;
}

/** Takes a turn, and waits for it unless that takes too long. Returns 0, or how many milliseconds it would still be. */
async function turnSoon({ db, isStopping }: Draining, { workspaceId }: Claim, buckets: readonly Bucket[]) {
  for (let waited = 0; ; ) {
    const waitMs = await takeTurn(db, workspaceId, buckets);
    if (waitMs === 0 || waited + waitMs > LONGEST_TURN_MS || isStopping()) return waitMs;
    await pause(waitMs);
    waited += waitMs;
  }
}

/** Who wants to ask for a history comes back when it is their turn; who is in the middle of one waits for the next page. */
function historyTurns(draining: Draining, own: Claim): TakeTurn {
  let isBegun = false;
  return async () => {
    if (isBegun) return turnSoon(draining, own, [historyBucket]);
    isBegun = true;
    return takeTurn(draining.db, own.workspaceId, [historyBucket]);
  };
}

/** Slack's histories cannot be asked just now, or its chart not be brought there. */
async function putBack({ db }: Draining, own: Claim, notNow: NotNow): Promise<void> {
  const isLimited = notNow.kind === 'limited';
  const afterMs = isLimited ? Math.max(notNow.seconds, 1) * 1000 : notNow.ms;
  if (isLimited) await closeBucket(db, own.workspaceId, historyBucket.name, afterMs / 1000);
  const { isUnsure } = own;
  const held = isLimited ? undefined : notNow.reason;
  await settleLater(db, own, { afterMs, isUnsure, counts: false, reason: held ?? (isUnsure ? 'unsure' : null) });
}

/** Asks Slack about a message that may have arrived, before each attempt anew. `absent`: it has not, and can be sent. */
async function wasThere(draining: Draining, own: Claim): Promise<'absent' | 'settled'> {
  const { db, clock, log, sender } = draining;
  const found = await sender.find(own, historyTurns(draining, own));
  switch (found.kind) {
    case 'absent':
      return 'absent';
    case 'there':
      await settleSent(db, own, found, clock());
      log.info({ delivery: own.id }, 'it had arrived');
      return 'settled';
    case 'limited':
    case 'waits':
      await putBack(draining, own, found);
      return 'settled';
    case 'never':
      await settle(draining, own, found);
      return 'settled';
    case 'unknown':
      await settle(draining, own, { kind: 'unsure', error: found.error });
      return 'settled';
  }
}

/** @param bucket of the method by which it was to go */
async function settle({ db, clock, log }: Draining, own: Claim, outcome: Outcome, bucket?: Bucket): Promise<void> {
  const now: Temporal.Instant = clock();
  const isWanted = own.staleAt !== null && own.staleAt.getTime() > now.epochMilliseconds;
  const decision = decide(outcome, own.failures, isWanted);
  const about = { delivery: own.id, kind: own.content.kind, failures: own.failures };
  switch (decision.kind) {
    case 'sent':
      await settleSent(db, own, decision, now);
      return;
    case 'again': {
      const { afterMs, counts, error: reason } = decision;
      // This attempt did nothing, but an earlier one may still arrive.
      const isUnsure = own.isUnsure || decision.isUnsure;
      if (outcome.kind === 'limited') {
        if (bucket) await closeBucket(db, own.workspaceId, bucket.name, Math.max(outcome.seconds, 1));
      } else log.warn({ ...about, error: reason }, 'a message did not go out; it is tried again');
      await settleLater(db, own, { afterMs, isUnsure, counts, reason });
      return;
    }
    case 'giveUp':
      // The bad news about a lost token can only be told with a new one.
      if (decision.reason === 'token' && own.content.kind === UNDELIVERED) {
        await settleLater(db, own, { afterMs: ONE_HOUR_MS, isUnsure: false, counts: false, reason: 'token' });
        return;
      }
      log[decision.reason === 'bug' ? 'error' : 'warn']({ ...about, error: decision.error }, 'a message is given up');
      await db.$transaction(async (tx) => {
        if (await settleNever(tx, own, 'failed', decision.reason)) await tellOwner(tx, own, decision.reason, now);
      });
  }
}
