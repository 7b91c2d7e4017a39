import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { CommandInfo, Conversation } from '../../protocol.ts';
import { useWorkspace } from '../context.ts';
import { conversationTitle } from '../conversation/conversationTitle.ts';
import { rememberTyped, typedBefore } from '../memory.ts';
import { server } from '../server.ts';
import { type Intent, intentOf } from './keys.ts';
import { recall } from './recall.ts';
import { Suggestions, suggestionId } from './Suggestions.tsx';
import { called, type Suggestion, suggest } from './suggest.ts';
import { UsageLine } from './UsageLine.tsx';

interface Props {
  conversation: Conversation;
  commands: CommandInfo[];
  /** The message to reply to in its thread. */
  threadTs?: string;
  onRefused: (why: string) => void;
}

/** Where one types. Enter sends, Shift+Enter breaks the line, "/" and "@" suggest, ArrowUp brings back what was typed. */
export function Composer({ conversation, commands, threadTs, onRefused }: Props) {
  const { me, users } = useWorkspace();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [dismissedFor, setDismissedFor] = useState<string>();
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => box.current?.focus(), []);

  const title = threadTs ? 'Reply in the thread' : `Message ${conversationTitle(conversation, users)}`;
  const command = called(text, commands);
  const offered = text === dismissedFor ? [] : suggest(text, commands, users);

  const write = (next: string) => {
    setText(next);
    setActive(0);
    setDismissedFor(undefined);
  };
  const send = async () => {
    if (text.trim() === '') return;
    write('');
    rememberTyped(me.id, text);
    const outcome = await server
      .send({ as: me.id, channel: conversation.id, text, threadTs })
      .catch((error: Error) => ({ ok: false as const, error: error.message }));
    if (outcome.ok) return;
    onRefused(`Not sent: ${outcome.error}`);
    // What was typed is not lost, and what has been typed meanwhile is not overwritten.
    setText((meanwhile) => meanwhile || text);
  };
  const complete = (chosen: Suggestion) => {
    write(chosen.completed);
    box.current?.focus();
  };
  const bringBack = (step: -1 | 1) => {
    const before = recall(typedBefore(me.id), text, step);
    if (before === undefined) return;
    setText(before);
    setDismissedFor(before);
  };

  const perform = (intent: Intent, key: string) => {
    const chosen = offered[active];
    // A name typed in full is meant as it stands.
    if (intent === 'send' || (key === 'Enter' && chosen?.completed === `${text} `)) void send();
    else if (intent === 'complete' && chosen) complete(chosen);
    else if (intent === 'dismiss') setDismissedFor(text);
    else if (intent === 'next') setActive((active + 1) % offered.length);
    else if (intent === 'previous') setActive((active - 1 + offered.length) % offered.length);
    else if (intent === 'older') bringBack(-1);
    else if (intent === 'newer') bringBack(1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const intent = intentOf(event.key, event.shiftKey, offered.length > 0);
    if (!intent) return;
    // In a text of one's own the arrows move the cursor.
    const history = intent === 'older' || intent === 'newer';
    if (history && recall(typedBefore(me.id), text, intent === 'older' ? -1 : 1) === undefined) return;
    event.preventDefault();
    perform(intent, event.key);
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {offered.length > 0 && <Suggestions id={id} offered={offered} active={active} onChoose={complete} />}
      <div className="composer-box">
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={title}
          placeholder={title}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? id : undefined}
          aria-activedescendant={offered.length > 0 ? suggestionId(id, active) : undefined}
          aria-describedby={threadTs ? undefined : `${id}-usage`}
          autoComplete="off"
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" className="send" aria-label="Send" disabled={text.trim() === ''}>
          ➤
        </button>
      </div>
      {!threadTs && <UsageLine id={`${id}-usage`} command={command} />}
    </form>
  );
}
