import { ErrorCode } from '@slack/web-api';
import type { Outcome } from '../../delivery/retry.ts';

/** What a failed call to Slack means for the delivery. */
export function outcomeOf(cause: unknown): Exclude<Outcome, { kind: 'sent' | 'unmade' }> {
  const { code, retryAfter, data, statusCode, message } = cause as {
    code?: string;
    retryAfter?: number;
    data?: { error?: string };
    statusCode?: number;
    message?: string;
  };
  switch (code) {
    case ErrorCode.RateLimitedError:
      return { kind: 'limited', seconds: retryAfter ?? 1 };
    case ErrorCode.PlatformError:
      return { kind: 'refused', error: data?.error ?? 'unknown_error' };
    case ErrorCode.HTTPError:
      // A failing server may have posted it before it failed.
      return { kind: 'unsure', error: `http_${statusCode ?? 'error'}` };
    default:
      return { kind: 'unsure', error: message ?? code ?? 'request_error' };
  }
}
