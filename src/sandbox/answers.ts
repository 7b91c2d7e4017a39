/** Answers of the bot to an interaction: the payload of an acknowledgement, or a POST to the `response_url`. */
import { type Arguments, flag } from './arguments.ts';
import { readContent, readGuise, TEXT_LIMITS } from './content.ts';
import { SlackError } from './errors.ts';
import { edit, post, remove } from './messages.ts';
import type { ResponseTarget } from './response-urls.ts';
import { messagesOf } from './rooms.ts';
import type { World } from './world.ts';

/**
 * Posts, replaces or deletes as the answer says. Only a message whose button was pressed can be replaced or deleted;
 * a command has none, so `replace_original` posts anew there, as it does in Slack.
 */
export async function takeAnswer({ state }: World, target: ResponseTarget, answer: Arguments): Promise<void> {
  const room = state.rooms.get(target.room);
  if (!room) throw new SlackError('channel_not_found');
  const original = messagesOf(state, room.id).find((message) => message.ts === target.messageTs);
  if (original && flag(answer, 'delete_original')) return remove(state, room, original);

  const replaces = original !== undefined && flag(answer, 'replace_original');
  const ephemeral = replaces ? original.onlyFor !== undefined : answer.response_type !== 'in_channel';
  const content = await readContent(state, answer, { ephemeral, mostText: TEXT_LIMITS.post });
  if (replaces) {
    // It may have been deleted while the pictures of the answer were fetched.
    if (!messagesOf(state, room.id).includes(original)) throw new SlackError('message_not_found');
    return edit(state, room, original, content);
  }
  const onlyFor = ephemeral ? target.user : undefined;
  post(state, room, { user: state.app.botUserId, ...content, ...readGuise(answer), onlyFor });
}
