/**
 * The message's `text`: all that a phone's notification or a screen reader gets of it. Slack never shows it beside the
 * blocks, so that a bot which forgets it looks fine and is mute.
 */
export function NotificationText({ text }: { text: string }) {
  return (
    <details className="notification-text">
      <summary>What a notification says</summary>
      {text ? <p>{text}</p> : <p className="warning">Nothing: this message has no text.</p>}
    </details>
  );
}
