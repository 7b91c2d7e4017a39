import type { Message } from '../../protocol.ts';

/** The messages of the conversation itself, and by the ts of each the replies to it. A reply to nothing one sees stands by itself. */
export function threads(messages: Message[]): { roots: Message[]; replies: Map<string, Message[]> } {
  const known = new Set(messages.filter(({ threadTs, ts }) => (threadTs ?? ts) === ts).map(({ ts }) => ts));
  const roots: Message[] = [];
  const replies = new Map<string, Message[]>();
  for (const message of messages) {
    const { ts, threadTs = ts } = message;
    if (threadTs === ts || !known.has(threadTs)) roots.push(message);
    else replies.set(threadTs, [...(replies.get(threadTs) ?? []), message]);
  }
  return { roots, replies };
}
