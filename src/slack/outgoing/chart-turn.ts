/** When a message's own chart may be brought to Slack, which takes far fewer files a minute than messages. */
import { ErrorCode } from '@slack/web-api';
import type { Temporal } from 'temporal-polyfill';
import type { Database } from '../../db/client.ts';
import type { Claim } from '../../delivery/claim.ts';
import { closeBucket, filesBucket, reserveTurn } from '../../delivery/limits.ts';
import type { NotNow } from '../../delivery/sender.ts';

/** So long a message waits for its chart; then its numbers are worth more without. */
const PATIENCE_MS = 5 * 60_000;

/** Its chart is not brought to Slack now. */
class ChartNotNow extends Error {
  /** When it is its turn; null: that is too long to wait for. */
  readonly ms: number | null;

  constructor(ms: number | null) {
    super('Slack takes no more files just now');
    this.ms = ms;
  }
}

/**
 * Takes the turn to bring a chart to Slack, once for each message: one that comes back has its turn.
 *
 * @throws ChartNotNow
 */
export async function takeChartTurn(db: Database, own: Claim): Promise<void> {
  if (own.reason === 'chart') return;
  const ms = await reserveTurn(db, own.workspaceId, filesBucket, PATIENCE_MS);
  if (ms !== 0) throw new ChartNotNow(ms);
}

/** What failed about a chart, if it is only that Slack takes no more files: then when to come again. */
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
