/** Rooms: channels and direct messages, and who sees what in them. */
import { announce, nowSeconds, type Room, type State, type StoredMessage } from './state.ts';

/**
 * The direct messages between two people. Their id follows from the two, so that what was said before a restart is
 * found again.
 */
export function openDm(state: State, one: string, other: string): Room {
  const people = [one, other].sort((a, b) => rank(state, a) - rank(state, b) || a.localeCompare(b));
  const id = `D${people.map((user) => user.slice(1)).join('')}`;
  const withBot = people[0] === state.app.botUserId;
  return roomOrNew(state, withBot ? `D${people[1]?.slice(1)}` : id, people);
}

function rank(state: State, user: string): number {
  return user === state.app.botUserId ? 0 : 1;
}

function roomOrNew(state: State, id: string, members: string[]): Room {
  const known = state.rooms.get(id);
  if (known) return known;
  const room: Room = { id, kind: 'dm', name: 'directmessage', members, archived: false, created: nowSeconds(state) };
  state.rooms.set(id, room);
  announce(state, members, { type: 'conversations' });
  return room;
}

/** The other side of a DM, seen by `user`. */
export function otherSide(room: Room, user: string): string | undefined {
  return room.kind === 'dm' ? (room.members.find((member) => member !== user) ?? user) : undefined;
}

export function messagesOf(state: State, roomId: string): StoredMessage[] {
  let messages = state.messages.get(roomId);
  if (!messages) {
    messages = [];
    state.messages.set(roomId, messages);
  }
  return messages;
}

/** What `user` sees in a room: nothing without membership, and of the ephemeral messages only those for them. */
export function visibleTo(state: State, user: string, room: Room): StoredMessage[] {
  if (!room.members.includes(user)) return [];
  return messagesOf(state, room.id).filter((message) => message.onlyFor === undefined || message.onlyFor === user);
}

export function unreadBy(state: State, user: string, room: Room): number {
  const read = state.readUpTo.get(`${user} ${room.id}`) ?? '';
  return visibleTo(state, user, room).filter((message) => message.ts > read && message.user !== user).length;
}

export function markRead(state: State, user: string, room: Room): void {
  const newest = visibleTo(state, user, room).at(-1);
  if (newest) state.readUpTo.set(`${user} ${room.id}`, newest.ts);
}
