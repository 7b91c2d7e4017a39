import type { WebClientOptions } from '@slack/web-api';
import type { Config } from '../config.ts';

const TIMEOUT_MS = 10_000;

/**
 * How every call to Slack is made. No retries: a lost reply to a send would become a second message, so the caller
 * decides. A 429 fails that one call, where Slack's client would hold back all others with it.
 */
export const clientOptions = ({ slackApiUrl }: Pick<Config, 'slackApiUrl'>): WebClientOptions => ({
  slackApiUrl,
  timeout: TIMEOUT_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});
