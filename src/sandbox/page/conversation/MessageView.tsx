import { useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../protocol.ts';
import { Avatar } from '../Avatar.tsx';
import { Surface, useWorkspace } from '../context.ts';
import { server } from '../server.ts';
import { clockTime } from '../text/date.ts';
import { MessageBody } from './MessageBody.tsx';
import { NotificationText } from './NotificationText.tsx';
import { OnlyYou } from './OnlyYou.tsx';

interface Props {
  message: Message;
  continues: boolean;
  onRefused: (why: string) => void;
}

/** One message with its author, unless it continues the author's last. */
export function MessageView({ message, continues, onRefused }: Props) {
  const { me, users } = useWorkspace();
  const author = users.find(({ id }) => id === message.user) ?? { realName: message.user, color: '616061' };
  const name = message.username ?? author.realName;
  const time = clockTime(Temporal.Instant.from(message.at), me.tz);

  const current = useMemo(
    () => ({
      act: async (block_id: string, action_id: string, detail: Record<string, unknown>) => {
        const { channel, ts } = message;
        const outcome = await server
          .click({ as: me.id, channel, ts, block_id, action_id, ...detail })
          .catch((error: Error) => ({ ok: false as const, error: error.message }));
        if (!outcome.ok) onRefused(`That did not work: ${outcome.error}`);
      },
    }),
    [message, me.id, onRefused],
  );

  return (
    <Surface value={current}>
      <article
        className={['message', continues && 'continues', message.ephemeral && 'ephemeral'].filter(Boolean).join(' ')}
        aria-label={`${name}, ${time}`}
      >
        <div className="gutter">
          {continues ? (
            <time dateTime={message.at}>{time.replace(/ [AP]M$/, '')}</time>
          ) : (
            <Avatar user={{ ...author, realName: name }} iconUrl={message.iconUrl} />
          )}
        </div>
        <div className="content">
          {message.ephemeral && <OnlyYou />}
          {!continues && (
            <div className="byline">
              <b>{name}</b>
              {message.isBot && <span className="badge">APP</span>}
              <time dateTime={message.at}>{time}</time>
            </div>
          )}
          <MessageBody message={message} />
          {message.isBot && <NotificationText text={message.text} />}
        </div>
      </article>
    </Surface>
  );
}
