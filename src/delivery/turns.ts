/** Waiting for one's turn with Slack, or with the mail server. */
import { setTimeout as pause } from 'node:timers/promises';
import { addressOf } from './address.ts';
import { type Claim, markSending, settleLater } from './claim.ts';
import type { Draining } from './draining.ts';
import {
  type Bucket,
  channelBucket,
  historyBucket,
  LONGEST_TURN_MS,
  mailBucket,
  messageBucket,
  takeTurn,
  updateBucket,
} from './limits.ts';
import type { Ready, TakeTurn } from './sender.ts';

/** So often whoever waits looks up whether the process is about to stop. */
const LOOK_MS = 500;
/** The call must follow the mark that it is being sent at once: later another process may have taken the message over. */
const PROMPT_MS = 5_000;

/** The limits that a message has to keep: first that of the method by which it goes, or of the mail server. */
export function bucketsOf(
  { messagesPerMinute }: Draining,
  { recipient }: Claim,
  { isChange }: Ready,
): [Bucket, ...Bucket[]] {
  if (addressOf(recipient) !== null) return [mailBucket];
  return isChange ? [updateBucket] : [messageBucket(messagesPerMinute), channelBucket(recipient)];
}

/** Waits for a turn with Slack, or with the mail server, and takes it. False: the lease was lost, or it is put back because others were before it. */
export async function hasTurn(draining: Draining, own: Claim, buckets: readonly Bucket[]): Promise<boolean> {
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
    for (let left = waitMs; left > 0 && !isStopping(); left -= LOOK_MS) await pause(Math.min(left, LOOK_MS));
    waited += waitMs;
  }
}

/** To start on a history, come back at one's turn; between its pages, wait here. */
export function historyTurns(draining: Draining, own: Claim): TakeTurn {
  let isBegun = false;
  return async () => {
    if (isBegun) return turnSoon(draining, own, [historyBucket]);
    isBegun = true;
    return takeTurn(draining.db, own.workspaceId, [historyBucket]);
  };
}
