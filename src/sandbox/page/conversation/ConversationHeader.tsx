import type { Ref } from 'react';
import type { Conversation } from '../../protocol.ts';
import { useWorkspace } from '../context.ts';
import { conversationTitle } from './conversationTitle.ts';

interface Props {
  conversation?: Conversation;
  live: boolean;
  menuButton: Ref<HTMLButtonElement>;
  onMenu: () => void;
}

/** Where we are, and who else reads along. */
export function ConversationHeader({ conversation, live, menuButton, onMenu }: Props) {
  const { users } = useWorkspace();
  const partner = users.find(({ id }) => id === conversation?.with);
  const about = conversation?.kind === 'channel' ? memberCount(conversation.members.length) : partner?.title;
  return (
    <header className="conversation-header">
      <button ref={menuButton} type="button" className="menu-button" aria-label="Show conversations" onClick={onMenu}>
        ☰
      </button>
      <h1>{conversation ? conversationTitle(conversation, users) : 'No conversation'}</h1>
      {partner?.isBot && <span className="badge">APP</span>}
      {about && <span className="about">{about}</span>}
      {!live && (
        <span className="offline" role="status">
          Reconnecting …
        </span>
      )}
    </header>
  );
}

function memberCount(count: number): string {
  return count === 1 ? '1 member' : `${count} members`;
}
