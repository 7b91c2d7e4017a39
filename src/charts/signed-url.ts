import { createHmac, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

/**
 * The path under which Slack may fetch a picture until `expiresAt`: `/charts/<key>/<epoch seconds>/<signature>.png`.
 * Whoever has the link sees the picture, so it goes only into the message of the person it is for, and expires.
 */
export function signPicturePath(key: string, expiresAt: Temporal.Instant, secret: string): string {
  const expires = Math.floor(expiresAt.epochMilliseconds / 1000);
  return `/charts/${key}/${expires}/${signature(key, expires, secret)}.png`;
}

/** The key of the picture that `path` gives access to; null when the path is forged, altered or has expired. */
export function verifyPicturePath(path: string, now: Temporal.Instant, secret: string): string | null {
  const [, key, seconds, signed] = /^\/charts\/([0-9a-f]{64})\/(\d{1,12})\/([\w-]{43})\.png$/.exec(path) ?? [];
  if (key === undefined || seconds === undefined || signed === undefined) return null;
  const expires = Number(seconds);
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(signature(key, expires, secret)))) return null;
  return Temporal.Instant.compare(now, Temporal.Instant.fromEpochMilliseconds(expires * 1000)) < 0 ? key : null;
}

function signature(key: string, expires: number, secret: string): string {
  return createHmac('sha256', secret).update(`picture\n${key}\n${expires}`).digest('base64url');
}
