/** What becomes of a message after an attempt. */
import type { Temporal } from 'temporal-polyfill';
import { dateOf } from '../calendar/js-date.ts';
import { type Claim, settleLater, settleNever, settleSent } from './claim.ts';
import type { Draining } from './draining.ts';
import { type Bucket, closeBucket, historyBucket } from './limits.ts';
import { decide, type Outcome } from './retry.ts';
import type { BrokenOff, NotNow } from './sender.ts';
import { tellOwner, UNDELIVERED } from './undelivered.ts';

const ONE_HOUR_MS = 3_600_000;

/** @param bucket of the method by which it was to go */
export async function settle(
  { db, clock, log }: Draining,
  own: Claim,
  outcome: Outcome,
  bucket?: Bucket,
): Promise<void> {
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

/** Slack's histories cannot be asked just now, or its chart not be brought there. */
export async function putBack({ db, clock }: Draining, own: Claim, notNow: NotNow | BrokenOff): Promise<void> {
  const isLimited = notNow.kind === 'limited';
  const afterMs = isLimited ? Math.max(notNow.seconds, 1) * 1000 : notNow.ms;
  if (isLimited) await closeBucket(db, own.workspaceId, historyBucket.name, afterMs / 1000);
  const { isUnsure } = own;
  const held = isLimited ? undefined : notNow.reason;
  const reason = held ?? (isUnsure ? 'unsure' : null);
  const look = 'lookedTo' in notNow && { to: notNow.lookedTo, beganAt: own.lookBeganAt ?? dateOf(clock()) };
  await settleLater(db, own, { afterMs, isUnsure, counts: false, reason, ...(look && { look }) });
}
