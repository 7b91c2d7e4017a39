import type { Workspace } from '../../protocol.ts';
import { Avatar } from '../Avatar.tsx';
import { ConversationLink } from './ConversationLink.tsx';

interface Props {
  workspace: Workspace;
  current: string;
  onOpen: (channel: string) => void;
  onTalkTo: (person: string) => void;
}

/** Channels, people and apps. A person one has not talked to yet is listed too: pressing the name opens the conversation. */
export function ConversationList({ workspace, current, onOpen, onTalkTo }: Props) {
  const { me, users, conversations } = workspace;
  const channels = conversations.filter(({ kind }) => kind === 'channel');
  const others = users.filter(({ id }) => id !== me.id);

  const person = (user: (typeof users)[number]) => {
    const dm = conversations.find((conversation) => conversation.with === user.id);
    return (
      <ConversationLink
        key={user.id}
        name={user.realName}
        mark={<Avatar user={user} size="small" />}
        unread={dm?.unread ?? 0}
        current={dm !== undefined && dm.id === current}
        onOpen={() => (dm ? onOpen(dm.id) : onTalkTo(user.id))}
      />
    );
  };

  return (
    <nav aria-label="Conversations">
      <h3>Channels</h3>
      <ul>
        {channels.map(({ id, name, unread }) => (
          <ConversationLink
            key={id}
            name={name}
            mark={<span className="hash">#</span>}
            unread={unread}
            current={id === current}
            onOpen={() => onOpen(id)}
          />
        ))}
      </ul>
      <h3>Apps</h3>
      <ul>{others.filter(({ isBot }) => isBot).map(person)}</ul>
      <h3>Direct messages</h3>
      <ul>{others.filter(({ isBot }) => !isBot).map(person)}</ul>
    </nav>
  );
}
