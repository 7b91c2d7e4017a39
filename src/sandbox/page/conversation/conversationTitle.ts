import type { Conversation, User } from '../../protocol.ts';

/** `#sales` for a channel, the other person's name for a direct message. */
export function conversationTitle({ kind, name, with: partner }: Conversation, users: User[]): string {
  return kind === 'channel' ? `#${name}` : (users.find(({ id }) => id === partner)?.realName ?? name);
}
