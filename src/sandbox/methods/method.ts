/** A Web API method: takes the call's arguments, gives the answer's members beside `ok`, throws a SlackError. */
import { type Arguments, text } from '../arguments.ts';
import { SlackError } from '../errors.ts';
import type { Room, State } from '../state.ts';
import type { World } from '../world.ts';

export type Answer = Record<string, unknown>;
export type Method = (world: World, args: Arguments) => Answer | Promise<Answer>;

/** The conversation a call names. DMs of others do not exist for the bot. */
export function namedRoom(state: State, id: string): Room {
  const room = state.rooms.get(id);
  const hidden = room?.kind === 'dm' && !room.members.includes(state.app.botUserId);
  if (!room || hidden) throw new SlackError('channel_not_found');
  return room;
}

/** The same, when the bot must be a member of it. */
export function joinedRoom(state: State, id: string): Room {
  const room = namedRoom(state, id);
  if (!room.members.includes(state.app.botUserId)) throw new SlackError('not_in_channel');
  return room;
}

const MOST_A_PAGE = 1000;
const USUAL_PAGE = 100;

/** One page of a list, with the cursor of the next; `""` ends. */
export function page<Item>(
  items: Item[],
  args: Arguments,
): { items: Item[]; response_metadata: { next_cursor: string } } {
  const limit = Number(text(args, 'limit') ?? USUAL_PAGE);
  if (!Number.isInteger(limit) || limit < 0 || limit > MOST_A_PAGE) throw new SlackError('invalid_limit');
  const start = offsetOf(text(args, 'cursor'));
  const end = start + (limit || USUAL_PAGE);
  const next_cursor = end < items.length ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: items.slice(start, end), response_metadata: { next_cursor } };
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const offset = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (offset === undefined) throw new SlackError('invalid_cursor');
  return Number(offset);
}
