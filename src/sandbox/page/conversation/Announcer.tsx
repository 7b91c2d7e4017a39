import { useEffect, useRef, useState } from 'react';
import type { Message } from '../../protocol.ts';
import { useWorkspace } from '../context.ts';
import { spoken } from '../text/spoken.ts';

/**
 * Tells a screen reader what arrived, in the words of the message's `text` as Slack does, rather than reading out every
 * table and button of its blocks. What is there when the conversation opens, and what one wrote oneself, stays unsaid.
 */
export function Announcer({ messages }: { messages?: Message[] }) {
  const { me, users, channels } = useWorkspace();
  const heard = useRef<Set<string>>(undefined);
  const [words, setWords] = useState('');

  useEffect(() => {
    if (!messages) return;
    const before = heard.current;
    heard.current = new Set(messages.map(({ ts }) => ts));
    const arrived = before ? messages.filter(({ ts, user }) => !before.has(ts) && user !== me.id) : [];
    if (arrived.length === 0) return;
    const name = (message: Message) => message.username ?? users.find(({ id }) => id === message.user)?.realName ?? '';
    setWords(arrived.map((message) => `${name(message)}: ${spoken(message.text, { users, channels })}`).join('\n'));
  }, [messages, me.id, users, channels]);

  return (
    <div className="sr-only" aria-live="polite" data-testid="announcement">
      {words}
    </div>
  );
}
