/**
 * Slack's published rate limits: calls a minute by method, and about one message a second in a channel.
 * A method not named here is not limited. Used only when the sandbox is started with `rateLimits`.
 */
import { type Arguments, text } from './arguments.ts';

const TIER_2 = 20;
const TIER_3 = 50;
const TIER_4 = 100;
const MINUTE = 60_000;

export const CALLS_A_MINUTE: Readonly<Record<string, number>> = {
  'chat.delete': TIER_3,
  'chat.postEphemeral': TIER_4,
  'chat.postMessage': 300,
  'chat.update': TIER_3,
  'conversations.history': TIER_3,
  'conversations.info': TIER_3,
  'conversations.join': TIER_3,
  'conversations.list': TIER_2,
  'conversations.members': TIER_4,
  'conversations.open': TIER_3,
  'conversations.replies': TIER_3,
  'files.completeUploadExternal': TIER_4,
  'files.getUploadURLExternal': TIER_4,
  'files.info': TIER_4,
  'users.info': TIER_4,
  'users.list': TIER_2,
  'users.lookupByEmail': TIER_3,
  'views.open': TIER_4,
  'views.publish': TIER_4,
  'views.push': TIER_4,
  'views.update': TIER_4,
};

export interface RateLimiter {
  /** Seconds to wait, or undefined when the call may pass (and is counted). */
  waitFor(method: string, args: Arguments): number | undefined;
}

export function createRateLimiter(nowMs: () => number): RateLimiter {
  const passed = new Map<string, number[]>();

  /** How long until another of `key` fits into `limit` within `windowMs`; 0 when it fits now. */
  function waitMs(key: string, limit: number, windowMs: number): number {
    const now = nowMs();
    const recent = (passed.get(key) ?? []).filter((at) => at > now - windowMs);
    passed.set(key, recent);
    const oldest = recent[recent.length - limit];
    return oldest === undefined ? 0 : oldest + windowMs - now;
  }

  return {
    waitFor(method, args) {
      const limit = CALLS_A_MINUTE[method];
      if (limit === undefined) return undefined;
      const channel = method === 'chat.postMessage' ? `${method} ${text(args, 'channel')}` : undefined;
      const wait = Math.max(waitMs(method, limit, MINUTE), channel ? waitMs(channel, 1, 1_000) : 0);
      if (wait > 0) return Math.ceil(wait / 1000);
      for (const key of channel ? [method, channel] : [method]) passed.get(key)?.push(nowMs());
      return undefined;
    },
  };
}
