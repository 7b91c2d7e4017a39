import { text } from '../../src/language/text.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { context, escaped } from '../../src/slack/messages/mrkdwn.ts';

/** Turns a reply into a channel message under the name of the person who shares it. */
export function sharedBy({ member }: Pick<Asked, 'member'>, reply: Reply): Reply {
  const note = context(text('answer.shared', { name: escaped(member.name) }));
  return {
    ...reply,
    audience: 'channel',
    author: member.name,
    message(picture) {
      const message = reply.message(picture);
      return { ...message, blocks: [note, ...message.blocks] };
    },
  };
}
