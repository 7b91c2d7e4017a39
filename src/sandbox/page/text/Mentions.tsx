import { useWorkspace } from '../context.ts';

/** `@Name`, marked when it is the person the browser plays. */
export function UserMention({ id, label }: { id: string; label?: string }) {
  const { me, users } = useWorkspace();
  const name = users.find((user) => user.id === id)?.realName ?? label ?? id;
  return <span className={id === me.id ? 'mention mention-me' : 'mention'}>@{name}</span>;
}

export function ChannelMention({ id, label }: { id: string; label?: string }) {
  const { channels } = useWorkspace();
  const name = channels.find((channel) => channel.id === id)?.name ?? label ?? id;
  return <span className="mention">#{name}</span>;
}

/** `@here`, `@channel`, `@everyone`: what a bot must not write by accident, so it is loud. */
export function Broadcast({ range }: { range: string }) {
  return <span className="mention mention-me">@{range}</span>;
}
