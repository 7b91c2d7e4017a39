import { tryAgain } from '../../src/delivery/undelivered.ts';
import { Problem } from '../../src/errors.ts';
import { text } from '../../src/language/text.ts';
import { type Asked, type Reply, say } from '../../src/slack/command.ts';
import { RETRY } from '../../src/slack/messages/undelivered.ts';
import { failedSchema } from '../../src/slack/outgoing/undelivered.ts';

/** *Try again* under what could not be sent. */
export const undeliveredPresses = {
  async [RETRY](value: string, { db, workspace }: Asked): Promise<Reply> {
    const failed = failedSchema.safeParse(JSON.parse(value));
    if (!failed.success) throw new Problem('slack.unknown_action');
    const count = await tryAgain(db, workspace.id, failed.data);
    return { ...say(text('undelivered.retried', { count })), isDone: true };
  },
};
