/** conversations.*: which rooms there are, who is in them, what was said. */
import { type Arguments, flag, required, text } from '../arguments.ts';
import { SlackError } from '../errors.ts';
import { slackMessage, threadFacts } from '../messages.ts';
import { messagesOf, openDm, otherSide } from '../rooms.ts';
import { announce, type Room, type State, type StoredMessage } from '../state.ts';
import type { World } from '../world.ts';
import { joinedRoom, type Method, namedRoom, page } from './method.ts';

const open: Method = ({ state }, args) => {
  const room = text(args, 'channel') ? namedRoom(state, required(args, 'channel')) : dmWith(state, args);
  return { channel: flag(args, 'return_im') ? slackRoom(state, room) : { id: room.id } };
};

function dmWith(state: State, args: Arguments): Room {
  const users = required(args, 'users').split(',');
  const [id = ''] = users;
  const user = state.users.get(id);
  if (users.length > 1) throw new SlackError('method_not_supported_for_channel_type');
  if (!user) throw new SlackError('user_not_found');
  if (user.deleted) throw new SlackError('user_disabled');
  if (user.isBot) throw new SlackError('cannot_dm_bot');
  return openDm(state, state.app.botUserId, id);
}

const info: Method = ({ state }, args) => {
  const room = namedRoom(state, required(args, 'channel'));
  const count = flag(args, 'include_num_members') ? { num_members: room.members.length } : {};
  return { channel: { ...slackRoom(state, room), ...count } };
};

const list: Method = ({ state }, args) => {
  const types = (text(args, 'types') ?? 'public_channel').split(',');
  const wanted = [...state.rooms.values()].filter((room) => {
    if (flag(args, 'exclude_archived') && room.archived) return false;
    if (room.kind === 'channel') return types.includes('public_channel');
    return types.includes('im') && room.members.includes(state.app.botUserId);
  });
  const { items, response_metadata } = page(wanted, args);
  return { channels: items.map((room) => slackRoom(state, room)), response_metadata };
};

const members: Method = ({ state }, args) => {
  const room = namedRoom(state, required(args, 'channel'));
  const { items, response_metadata } = page(room.members, args);
  return { members: items, response_metadata };
};

/** Newest first; threads' replies and ephemeral messages are not part of it. */
const history: Method = (world, args) => {
  const room = joinedRoom(world.state, required(args, 'channel'));
  const said = messagesOf(world.state, room.id).filter(
    (message) => message.onlyFor === undefined && threadOf(message) === message.ts && isWithin(message, args),
  );
  return { ...readOut(world, room, said.reverse(), args), pin_count: 0 };
};

/** A message and the replies to it, oldest first. */
const replies: Method = (world, args) => {
  const room = joinedRoom(world.state, required(args, 'channel'));
  const thread = required(args, 'ts');
  const said = messagesOf(world.state, room.id).filter(
    (message) => message.onlyFor === undefined && threadOf(message) === thread,
  );
  if (!said.some(({ ts }) => ts === thread)) throw new SlackError('thread_not_found');
  // The message itself is there whatever the times.
  return readOut(
    world,
    room,
    said.filter((message) => message.ts === thread || isWithin(message, args)),
    args,
  );
};

function threadOf({ ts, threadTs }: StoredMessage): string {
  return threadTs ?? ts;
}

function isWithin({ ts }: StoredMessage, args: Arguments): boolean {
  const at = Number(ts);
  const [oldest, latest] = [Number(text(args, 'oldest') ?? 0), Number(text(args, 'latest') ?? Infinity)];
  return (at > oldest && at < latest) || (flag(args, 'inclusive') && (at === oldest || at === latest));
}

function readOut(world: World, room: Room, said: StoredMessage[], args: Arguments): Record<string, unknown> {
  const { items, response_metadata } = page(said, args);
  const shown = (message: StoredMessage): Record<string, unknown> => {
    const { metadata, ...rest } = { ...slackMessage(world, message), ...threadFacts(world.state, room, message) };
    return flag(args, 'include_all_metadata') && metadata !== undefined ? { ...rest, metadata } : rest;
  };
  const has_more = response_metadata.next_cursor !== '';
  return { messages: items.map(shown), has_more, ...(has_more && { response_metadata }) };
}

const join: Method = ({ state }, args) => {
  const room = namedRoom(state, required(args, 'channel'));
  if (room.kind === 'dm') throw new SlackError('method_not_supported_for_channel_type');
  if (room.archived) throw new SlackError('is_archived');
  const already = room.members.includes(state.app.botUserId);
  if (!already) room.members.push(state.app.botUserId);
  announce(state, room.members, { type: 'conversations' });
  const warning = { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } };
  return { channel: slackRoom(state, room), ...(already && warning) };
};

function slackRoom(state: State, room: Room): Record<string, unknown> {
  const bot = state.app.botUserId;
  const common = { id: room.id, created: room.created, is_archived: room.archived, is_org_shared: false };
  if (room.kind === 'dm') return { ...common, is_im: true, user: otherSide(room, bot), is_user_deleted: false };
  const nobody = { value: '', creator: '', last_set: 0 };
  return {
    ...common,
    name: room.name,
    name_normalized: room.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_general: room.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member: room.members.includes(bot),
    creator: room.members[0] ?? bot,
    topic: nobody,
    purpose: nobody,
    num_members: room.members.length,
    context_team_id: state.team.id,
  };
}

export const conversationsMethods = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.join': join,
};
