import { useState } from 'react';
import { useWorkspace } from '../context.ts';
import { spoken } from '../text/spoken.ts';

/**
 * The message's `text`: all that a phone's notification or a screen reader gets of it. Slack never shows it beside the
 * blocks, so that a bot which forgets it looks fine and is mute.
 */
export function NotificationText({ text }: { text: string }) {
  const names = useWorkspace();
  const [open, setOpen] = useState(false);
  return (
    <details className="notification-text" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What a notification says</summary>
      {open && text && <p>{spoken(text, names)}</p>}
      {open && !text && <p className="warning">Nothing: this message has no text.</p>}
    </details>
  );
}
