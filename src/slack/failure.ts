/** What a failed call to Slack means: it was refused, or nobody knows whether it was carried out. */
import { ErrorCode } from '@slack/web-api';
import { ResponseRefused, ResponseUnsure } from './respond.ts';

/** Slack's error code; undefined: it gave none. */
export function errorOf(cause: unknown): string | undefined {
  if (cause instanceof ResponseRefused) return cause.reason;
  return (cause as { data?: { error?: string } } | null)?.data?.error;
}

/** Slack refuses a whole message when it cannot get its picture. */
export const isAboutBlocks = (error: string | undefined): boolean =>
  ['invalid_blocks', 'invalid_blocks_format', 'invalid_attachments'].includes(error ?? '');

/**
 * The connection broke, or Slack's server failed, before it said what happened: it may be done, and sending again could
 * double it. If the server fails on a private answer, that is reported as failed anyway: seeing both does less harm
 * than losing what was typed.
 */
export function isUnsure(cause: unknown): boolean {
  const { code } = (cause ?? {}) as { code?: string };
  return cause instanceof ResponseUnsure || code === ErrorCode.RequestError || code === ErrorCode.HTTPError;
}
