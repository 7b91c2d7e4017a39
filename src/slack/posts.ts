/** Messages that answer people, within the limits shared by all of a workspace's messages. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ChatPostMessageArguments, ChatUpdateArguments, WebClient } from '@slack/web-api';
import type { Database } from '../db/client.ts';
import {
  type Bucket,
  channelBucket,
  closeBucket,
  messageBucket,
  reserveTurn,
  updateBucket,
} from '../delivery/limits.ts';
import { Problem } from '../errors.ts';
import type { Log } from '../log.ts';
import { outcomeOf } from './outgoing/outcome.ts';
import { findWorkspace } from './workspaces.ts';

/** After this long, nobody still expects the answer. */
const LONGEST_WAIT_MS = 180_000;

/** Each waits up to three minutes for its turn, and throws Problem `slack.busy` if that is not enough. */
export interface Posts {
  /**
   * @param recipient the person, if the channel is their messages with the bot, which Slack knows by the channel's id
   * and by theirs
   */
  post(message: ChatPostMessageArguments, recipient?: string): Promise<void>;
  change(message: ChatUpdateArguments): Promise<void>;
}

export interface PostsInput {
  db: Database;
  client: WebClient;
  messagesPerMinute: number;
  log: Log;
  /** Aborted when the process is about to stop. */
  ending: AbortSignal;
}

/** The posts of one Slack workspace. */
export type PostsIn = (slackTeamId: string) => Posts;

/**
 * Makes the posts of each Slack workspace. The next turn is reserved, while the outbox only takes turns that are free: people
 * who wait for an answer are served before messages that nobody asked for.
 */
export function createPosts({ db, client, messagesPerMinute, log, ending }: PostsInput): PostsIn {
  const posting = messageBucket(messagesPerMinute);

  async function inTurn(slackTeamId: string, buckets: [Bucket, ...Bucket[]], send: () => Promise<unknown>) {
    // Without a workspace or database the answer is about just that, and must be sent anyway.
    const workspace = await findWorkspace(db, slackTeamId).catch(() => null);
    if (!workspace) return void (await send());
    for (let leftMs = LONGEST_WAIT_MS; ; ) {
      const waitMs = await turnIn(workspace.id, buckets, leftMs);
      // A process that stops tries at once: later it could not.
      if (waitMs > 0) await pause(waitMs, undefined, { signal: ending }).catch(() => undefined);
      leftMs -= waitMs;
      try {
        return void (await send());
      } catch (cause) {
        const outcome = outcomeOf(cause);
        if (outcome.kind !== 'limited' || ending.aborted) throw cause;
        log.warn({ method: buckets[0].name, seconds: outcome.seconds }, 'Slack takes no more answers for a moment');
        await closeBucket(db, workspace.id, buckets[0].name, Math.max(outcome.seconds, 1));
      }
    }
  }

  /** @throws Problem `slack.busy` */
  async function turnIn(workspaceId: string, buckets: readonly Bucket[], withinMs: number): Promise<number> {
    let longest = 0;
    for (const bucket of buckets) {
      const waitMs = await reserveTurn(db, workspaceId, bucket, withinMs);
      if (waitMs === null) throw new Problem('slack.busy');
      longest = Math.max(longest, waitMs);
    }
    return longest;
  }

  return (slackTeamId) => ({
    post: (message, recipient = message.channel) =>
      inTurn(slackTeamId, [posting, channelBucket(recipient)], () =>
        client.chat.postMessage({ unfurl_links: false, ...message }),
      ),
    change: (message) => inTurn(slackTeamId, [updateBucket], () => client.chat.update(message)),
  });
}
