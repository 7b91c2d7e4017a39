import { Fragment } from 'react';
import type { Conversation, Message } from '../../protocol.ts';
import { now } from '../clock/time.ts';
import { useWorkspace } from '../context.ts';
import { dayTitle } from '../text/date.ts';
import { Announcer } from './Announcer.tsx';
import { arrange } from './arrange.ts';
import { EmptyConversation } from './EmptyConversation.tsx';
import { MessageView } from './MessageView.tsx';
import { Thread } from './Thread.tsx';
import { threads } from './threads.ts';
import { useFollowing } from './useFollowing.ts';

interface Props {
  /** Without one there is nowhere to reply. */
  conversation?: Conversation | undefined;
  messages?: Message[];
  onRefused: (why: string) => void;
}

/** The conversation, oldest first, kept at its end unless one has scrolled up to read. */
export function MessageList({ conversation, messages, onRefused }: Props) {
  const { me, aheadMs } = useWorkspace();
  const { roots, replies } = threads(messages ?? []);
  const { scroller, behind, follow } = useFollowing(messages && roots, me.id);
  const days = arrange(roots, me.tz);
  const today = now(aheadMs);
  return (
    <div className="message-pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div ref={scroller} className="scroller" role="log" aria-label="Messages" aria-live="off" tabIndex={0}>
        <div className="messages">
          {messages?.length === 0 && <EmptyConversation />}
          {days.map((day) => (
            <section key={day.date} aria-label={dayTitle(day.start, me.tz, today)}>
              <div className="day" aria-hidden="true">
                <span>{dayTitle(day.start, me.tz, today)}</span>
              </div>
              {day.items.map(({ message, continues }) => (
                <Fragment key={`${message.ts} ${message.ephemeral}`}>
                  <MessageView message={message} continues={continues} onRefused={onRefused} />
                  {conversation && !message.ephemeral && (
                    <Thread
                      conversation={conversation}
                      root={message}
                      replies={replies.get(message.ts) ?? []}
                      onRefused={onRefused}
                    />
                  )}
                </Fragment>
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
