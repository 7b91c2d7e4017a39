/** One attempt at one message: is it still wanted, has it arrived already, what does it say, is it its turn. */
import type { Temporal } from 'temporal-polyfill';
import { type Claim, dropRemoved, settleHeld, settleLater, settleNever, settleSent } from './claim.ts';
import { takePlace } from './daily-cap.ts';
import type { Draining } from './draining.ts';
import { settleStale } from './missed.ts';
import type { Made, NotNow, Ready } from './sender.ts';
import { putBack, settle } from './settle.ts';
import { bucketsOf, hasTurn, historyTurns } from './turns.ts';

/** So long Slack's history is looked through for a message that nobody is known to want still. */
const LONGEST_LOOK_MS = 24 * 3_600_000;
/** How long a message that depends on another waits before it looks again. */
const AFTER_OTHER_MS = 5_000;

export async function sendOne(draining: Draining, own: Claim): Promise<void> {
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
    // The database is away, or we have a bug: the lease runs out, and it is tried again.
    log.error({ ...about, err: cause }, 'sending was broken off');
  }
}

/** An error of our own may pass, as when the database was away. */
async function made(draining: Draining, own: Claim): Promise<Made<Ready> | NotNow | 'unmade'> {
  try {
    return await draining.sender.make(own, historyTurns(draining, own));
  } catch (cause) {
    draining.log.error({ err: cause, delivery: own.id, kind: own.content.kind }, 'a message could not be made');
    await settle(draining, own, { kind: 'unmade', error: cause instanceof Error ? cause.message : String(cause) });
    return 'unmade';
  }
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
      if (isTooLate(own, clock())) await settle(draining, own, { kind: 'never', reason: 'unfound', error: 'not_read' });
      else await putBack(draining, own, found);
      return 'settled';
    case 'never':
      await settle(draining, own, found);
      return 'settled';
    case 'unknown':
      await settle(draining, own, { kind: 'unsure', error: found.error });
      return 'settled';
  }
}

/** Whether the look for a message that nobody is known to want any more has taken too long. */
const isTooLate = ({ staleAt, lookBeganAt }: Claim, now: Temporal.Instant): boolean =>
  lookBeganAt !== null &&
  now.epochMilliseconds > Math.max(staleAt?.getTime() ?? 0, lookBeganAt.getTime() + LONGEST_LOOK_MS);
