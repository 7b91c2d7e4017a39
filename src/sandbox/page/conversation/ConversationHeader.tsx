import type { Ref } from 'react';
import type { Conversation } from '../../protocol.ts';
import { useWorkspace } from '../context.ts';
import { conversationTitle } from './conversationTitle.ts';

interface Props {
  conversation?: Conversation;
  live: boolean;
  menuButton: Ref<HTMLButtonElement>;
  onMenu: () => void;
  /** Which side of the app is on show; elsewhere than with the app there are no sides. */
  tab: AppTab | undefined;
  onTab: (tab: AppTab) => void;
}

const TABS = { home: 'Home', messages: 'Messages' } as const;
export type AppTab = keyof typeof TABS;

/** Where we are, and who else reads along. */
export function ConversationHeader({ conversation, live, menuButton, onMenu, tab, onTab }: Props) {
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
      {tab && (
        <nav className="app-tabs" aria-label="App">
          {(['home', 'messages'] as const).map((one) => (
            <button key={one} type="button" aria-current={one === tab ? 'page' : undefined} onClick={() => onTab(one)}>
              {TABS[one]}
            </button>
          ))}
        </nav>
      )}
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
