/** When a message's own chart may be uploaded: Slack takes far fewer files a minute than messages. */
import { ErrorCode } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/client.ts';
import type { Claim } from '../../delivery/claim.ts';
import { closeBucket, filesBucket, reserveTurn } from '../../delivery/limits.ts';
import type { NotNow } from '../../delivery/sender.ts';

/** A message waits this long for its chart; after that its numbers are worth more without it. */
const PATIENCE_MS = 5 * 60_000;

/** The chart cannot be uploaded now. */
class ChartNotNow extends Error {
  /** Milliseconds until its turn; null: longer than it may wait. */
  readonly ms: number | null;

  constructor(ms: number | null) {
    super('Slack takes no more files just now');
    this.ms = ms;
  }
}

/**
 * Takes a turn to upload a chart, once for each message: a message that comes back already has its turn.
 *
 * @throws ChartNotNow
 */
export async function takeChartTurn(db: Database, own: Claim): Promise<void> {
  if (own.reason === 'chart') return;
  const ms = await reserveTurn(db, own.workspaceId, filesBucket, PATIENCE_MS);
  if (ms !== 0) throw new ChartNotNow(ms);
}

/** What a failed upload means: if Slack just takes no more files, when to try again. */
export async function chartTurnLost(
  db: Database,
  own: Claim,
  cause: unknown,
  now: Temporal.Instant,
): Promise<NotNow | 'without' | 'failed'> {
  if (cause instanceof ChartNotNow)
    return cause.ms === null ? 'without' : { kind: 'waits', ms: cause.ms, reason: 'chart' };
  const { code, retryAfter = 1 } = cause as { code?: string; retryAfter?: number };
  if (code !== ErrorCode.RateLimitedError) return 'failed';
  await closeBucket(db, own.workspaceId, filesBucket.name, retryAfter);
  const waited = now.epochMilliseconds - own.triedAt.getTime();
  return waited < PATIENCE_MS ? { kind: 'waits', ms: retryAfter * 1000, reason: 'chart' } : 'without';
}
