/** What happens to channels while the sandbox runs. The bot hears of none of it, as without the events' scopes. */
import { roomOf } from './page-view.ts';
import { announce, type Room, type State } from './state.ts';

export interface ChannelChanges {
  /** Somebody invites the bot. */
  invite(channelId: string): void;
  archive(channelId: string): void;
  unarchive(channelId: string): void;
}

/** @throws when there is no such channel */
export function channelChanges(state: State): ChannelChanges {
  const change = (id: string, deed: (room: Room) => void) => {
    const room = roomOf(state, id);
    deed(room);
    announce(state, room.members, { type: 'conversations' });
  };
  return {
    invite: (id) =>
      change(id, ({ members }) => {
        if (!members.includes(state.app.botUserId)) members.push(state.app.botUserId);
      }),
    archive: (id) =>
      change(id, (room) => {
        room.archived = true;
      }),
    unarchive: (id) =>
      change(id, (room) => {
        room.archived = false;
      }),
  };
}
