import type { WebClientOptions } from '@slack/web-api';
import type { Config } from '../config.ts';

const TIMEOUT_MS = 10_000;

/**
 * How every call to Slack is made. No retries: a lost reply to a send would become a second message, so who sends decides
 * what to repeat. A 429 is an error of that one call, where Slack's client would hold back all the others with it.
 */
export const clientOptions = ({ slackApiUrl }: Pick<Config, 'slackApiUrl'>): WebClientOptions => ({
  slackApiUrl,
  timeout: TIMEOUT_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});
