import type { ReactNode } from 'react';

interface Props {
  name: string;
  mark: ReactNode;
  unread: number;
  current: boolean;
  onOpen: () => void;
}

/** One line of the list: bold with a count when something is unread. */
export function ConversationLink({ name, mark, unread, current, onOpen }: Props) {
  return (
    <li>
      <button
        type="button"
        className={unread > 0 ? 'conversation-link unread' : 'conversation-link'}
        aria-current={current ? 'page' : undefined}
        onClick={onOpen}
      >
        <span className="mark" aria-hidden="true">
          {mark}
        </span>
        <span className="name">{name}</span>
        {unread > 0 && (
          <span className="count">
            {unread}
            <span className="sr-only"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}
