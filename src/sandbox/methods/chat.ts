/** chat.*: what the bot says. */
import { type Arguments, required, text } from '../arguments.ts';
import { readContent, readGuise, TEXT_LIMITS } from '../content.ts';
import { SlackError } from '../errors.ts';
import { edit, post, remove, slackMessage } from '../messages.ts';
import { messagesOf, openDm } from '../rooms.ts';
import type { Room, State, StoredMessage } from '../state.ts';
import { joinedRoom, type Method, namedRoom } from './method.ts';

const postMessage: Method = async (world, args) => {
  const { state } = world;
  const room = writableRoom(state, required(args, 'channel'));
  const content = await readContent(state, args, { ephemeral: false, mostText: TEXT_LIMITS.post });
  checkThread(state, room, args);
  const message = post(state, room, { user: state.app.botUserId, ...content, ...readGuise(args) });
  return { channel: room.id, ts: message.ts, message: slackMessage(world, message) };
};

const postEphemeral: Method = async ({ state }, args) => {
  const room = writableRoom(state, required(args, 'channel'));
  const user = required(args, 'user');
  if (!room.members.includes(user)) throw new SlackError('user_not_in_channel');
  const content = await readContent(state, args, { ephemeral: true, mostText: TEXT_LIMITS.post });
  const message = post(state, room, { user: state.app.botUserId, ...content, ...readGuise(args), onlyFor: user });
  return { message_ts: message.ts };
};

const update: Method = async (world, args) => {
  const { state } = world;
  const room = joinedRoom(state, required(args, 'channel'));
  ownMessage(state, room, args, 'cant_update_message');
  const content = await readContent(state, args, { ephemeral: false, mostText: TEXT_LIMITS.update });
  const message = ownMessage(state, room, args, 'cant_update_message');
  edit(state, room, message, content);
  return { channel: room.id, ts: message.ts, text: message.text, message: slackMessage(world, message) };
};

const deleteMessage: Method = ({ state }, args) => {
  const room = joinedRoom(state, required(args, 'channel'));
  const message = ownMessage(state, room, args, 'cant_delete_message');
  remove(state, room, message);
  return { channel: room.id, ts: message.ts };
};

const getPermalink: Method = ({ state, origin }, args) => {
  const room = namedRoom(state, required(args, 'channel'));
  const ts = required(args, 'message_ts');
  if (!messagesOf(state, room.id).some((message) => message.ts === ts)) throw new SlackError('message_not_found');
  return { channel: room.id, permalink: `${origin}/archives/${room.id}/p${ts.replace('.', '')}` };
};

/** A room to speak in. A user's id stands for the DM with them. */
function writableRoom(state: State, id: string): Room {
  const person = state.users.get(id);
  const room = person && !person.isBot ? openDm(state, state.app.botUserId, id) : joinedRoom(state, id);
  if (room.archived) throw new SlackError('is_archived');
  return room;
}

function checkThread(state: State, room: Room, args: Arguments): void {
  const parent = text(args, 'thread_ts');
  if (parent === undefined) return;
  const found = messagesOf(state, room.id).some((message) => message.ts === parent && message.onlyFor === undefined);
  if (!found) throw new SlackError('thread_not_found');
}

function ownMessage(state: State, room: Room, args: Arguments, notMine: string): StoredMessage {
  const ts = required(args, 'ts');
  const message = messagesOf(state, room.id).find((one) => one.ts === ts && one.onlyFor === undefined);
  if (!message) throw new SlackError('message_not_found');
  if (message.user !== state.app.botUserId) throw new SlackError(notMine);
  return message;
}

export const chatMethods = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': deleteMessage,
  'chat.getPermalink': getPermalink,
};
