import { useId, useState } from 'react';
import type { Conversation, Message } from '../../protocol.ts';
import { Composer } from '../composer/Composer.tsx';
import { MessageView } from './MessageView.tsx';

interface Props {
  conversation: Conversation;
  root: Message;
  replies: Message[];
  onRefused: (why: string) => void;
}

/** What was said to one message, below it: a line that tells how many, and opened all of them with a box to reply in. */
export function Thread({ conversation, root, replies, onRefused }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={replies.length > 0 || open ? 'thread' : 'thread quiet'}>
      <button
        type="button"
        className="thread-opener"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label(replies.length)}
      </button>
      {open && (
        <section id={id} aria-label={replies.length > 0 ? label(replies.length) : 'Thread'}>
          {replies.map((reply) => (
            <MessageView
              key={`${reply.ts} ${reply.ephemeral}`}
              message={reply}
              continues={false}
              onRefused={onRefused}
            />
          ))}
          <Composer conversation={conversation} commands={[]} threadTs={root.ts} onRefused={onRefused} />
        </section>
      )}
    </div>
  );
}

function label(count: number): string {
  if (count === 0) return 'Reply';
  return count === 1 ? '1 reply' : `${count} replies`;
}
