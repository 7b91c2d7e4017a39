import { createHmac, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';

/** A picture by its workspace's id and its key there. */
export interface PictureName {
  workspaceId: string;
  key: string;
}

/**
 * The path at which Slack can fetch a picture until `expiresAt`: `/charts/<workspace>/<key>/<epoch
 * seconds>/<signature>.png`. Anybody with the link sees the picture, so it is used only in messages to the person it is
 * for, and expires.
 */
export function signPicturePath(
  { workspaceId, key }: PictureName,
  expiresAt: Temporal.Instant,
  secret: string,
): string {
  const expires = Math.floor(expiresAt.epochMilliseconds / 1000);
  return `/charts/${workspaceId}/${key}/${expires}/${signature({ workspaceId, key }, expires, secret)}.png`;
}

const path = /^\/charts\/([0-9a-f-]{36})\/([0-9a-f]{64})\/(\d{1,12})\/([\w-]{43})\.png$/;

/** The picture that `path` gives access to; null: the path is forged, altered or expired. */
export function verifyPicturePath(asked: string, now: Temporal.Instant, secret: string): PictureName | null {
  const [, workspaceId, key, seconds, signed] = path.exec(asked) ?? [];
  if (!workspaceId || !key || !seconds || !signed) return null;
  const expires = Number(seconds);
  const name = { workspaceId, key };
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(signature(name, expires, secret)))) return null;
  return Temporal.Instant.compare(now, Temporal.Instant.fromEpochMilliseconds(expires * 1000)) < 0 ? name : null;
}

function signature({ workspaceId, key }: PictureName, expires: number, secret: string): string {
  return createHmac('sha256', secret).update(`picture\n${workspaceId}\n${key}\n${expires}`).digest('base64url');
}
