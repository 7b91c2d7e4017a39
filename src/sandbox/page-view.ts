/** The workspace as one person's page sees it. */
import { SlackError } from './errors.ts';
import { pageMessage } from './messages.ts';
import { everyone, pageUser } from './people-format.ts';
import type { Conversation, Message, Workspace } from './protocol.ts';
import { otherSide, unreadBy, visibleTo } from './rooms.ts';
import type { Room, State } from './state.ts';
import { pageView } from './views/format.ts';
import { modalsOf } from './views/stack.ts';

/** All a page shows beside the messages. */
export function workspaceFor(state: State, user: string): Workspace {
  const people = everyone(state).filter((one) => !one.deleted);
  const me = people.find((one) => one.id === user);
  if (!me) throw new SlackError('user_not_found');
  const rooms = [...state.rooms.values()].filter((room) => room.members.includes(user) && !room.archived);
  const modal = modalsOf(state, user).at(-1);
  const home = state.homes.get(user);
  return {
    now: state.now().toISOString(),
    team: { id: state.team.id, name: state.team.name },
    me: pageUser(state, me),
    users: people.map((one) => pageUser(state, one)),
    conversations: rooms.map((room) => conversation(state, user, room)),
    channels: [...state.rooms.values()].filter(({ kind }) => kind === 'channel').map(({ id, name }) => ({ id, name })),
    ...(modal && { modal: pageView(modal) }),
    ...(home && { home: pageView(home) }),
    commands: state.commands.map(({ command, description, usageHint }) => ({ command, description, usageHint })),
  };
}

function conversation(state: State, user: string, room: Room): Conversation {
  const other = otherSide(room, user);
  const name = other === undefined ? room.name : (state.users.get(other)?.realName ?? other);
  const { id, kind, members } = room;
  return { id, kind, name, ...(other !== undefined && { with: other }), members, unread: unreadBy(state, user, room) };
}

/** What a person sees in a room, oldest first. */
export function messagesFor(state: State, user: string, room: Room): Message[] {
  return visibleTo(state, user, room).map((message) => pageMessage(state, room, message, user));
}

/** @throws SlackError `channel_not_found` */
export function roomOf(state: State, id: string | null): Room {
  const room = state.rooms.get(id ?? '');
  if (!room) throw new SlackError('channel_not_found');
  return room;
}
