import { allOf } from '../language/list.ts';
import { text } from '../language/text.ts';
import type { Log } from '../log.ts';
import type { Note } from './command.ts';
import type { Message } from './messages/answer.ts';
import { plainMessage } from './messages/failed.ts';
import type { Posts } from './posts.ts';

export interface Telling {
  posts: Posts;
  log: Log;
  /** Tells the person who caused it whom we could not reach. */
  complain(message: Message): Promise<void>;
}

/**
 * Posts notes to people's messages with the bot, each once: one that may have arrived is not sent again. Never rejects.
 */
export async function tellOthers(notes: readonly Note[], { posts, log, complain }: Telling): Promise<void> {
  const missed: string[] = [];
  for (const { to, message } of notes) {
    try {
      await posts.post({ channel: to.slackUserId, ...message });
    } catch (cause) {
      log.warn({ err: cause }, 'a person could not be told');
      missed.push(to.name);
    }
  }
  if (missed.length === 0) return;
  await complain(plainMessage(text('slack.not_told', { names: allOf(missed) }))).catch((cause: unknown) =>
    log.error({ err: cause }, 'could not say who was not told'),
  );
}
