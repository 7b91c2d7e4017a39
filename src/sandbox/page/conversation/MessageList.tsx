import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../protocol.ts';
import { useWorkspace } from '../context.ts';
import { dayTitle } from '../text/date.ts';
import { Announcer } from './Announcer.tsx';
import { arrange } from './arrange.ts';
import { EmptyConversation } from './EmptyConversation.tsx';
import { MessageView } from './MessageView.tsx';
import { useFollowing } from './useFollowing.ts';

interface Props {
  messages?: Message[];
  onRefused: (why: string) => void;
}

/** The conversation, oldest first, kept at its end unless one has scrolled up to read. */
export function MessageList({ messages, onRefused }: Props) {
  const { me } = useWorkspace();
  const { scroller, behind, follow } = useFollowing(messages, me.id);
  const days = arrange(messages ?? [], me.tz);
  const now = Temporal.Now.instant();
  return (
    <div className="message-pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={scroller} className="scroller" role="log" aria-label="Messages" aria-live="off" tabIndex={0}>
        <div className="messages">
          {messages?.length === 0 && <EmptyConversation />}
          {days.map((day) => (
            <section key={day.date} aria-label={dayTitle(day.start, me.tz, now)}>
              <div className="day" aria-hidden="true">
                <span>{dayTitle(day.start, me.tz, now)}</span>
              </div>
              {day.items.map(({ message, continues }) => (
                <MessageView
                  key={`${message.ts} ${message.ephemeral}`}
                  message={message}
                  continues={continues}
                  onRefused={onRefused}
                />
              ))}
            </section>
          ))}
        </div>
      </div>
      {behind && (
        <button type="button" className="new-messages" onClick={follow}>
          New messages ↓
        </button>
      )}
      <Announcer messages={messages} />
    </div>
  );
}
