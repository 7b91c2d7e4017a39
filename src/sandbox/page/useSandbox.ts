import { useCallback, useEffect, useState } from 'react';
import type { Message, Workspace } from '../protocol.ts';
import { aheadBy } from './clock/time.ts';
import { rememberWhere, whereWeWere } from './memory.ts';
import { listen, server } from './server.ts';

/** All the page knows of the sandbox, kept up to date. */
export interface Sandbox {
  workspace?: Workspace;
  /** How far the sandbox's clock is ahead of the browser's. */
  aheadMs: number;
  /** The id of the conversation on screen. */
  channel: string;
  /** Undefined until the conversation has been read. */
  messages?: Message[];
  /** Whether news arrives; false while the sandbox is away. */
  live: boolean;
  /** Why there is nothing to show. */
  problem?: string;
  become: (person: string) => void;
  open: (channel: string) => void;
}

export function useSandbox(onToast: (text: string) => void): Sandbox {
  const [where, setWhere] = useState(whereWeWere);
  const [workspace, setWorkspace] = useState<Workspace>();
  const [aheadMs, setAheadMs] = useState(0);
  const [shown, setShown] = useState<{ key: string; messages: Message[] }>();
  const [live, setLive] = useState(true);
  const [problem, setProblem] = useState<string>();
  const [news, setNews] = useState(0);

  const me = workspace?.me.id;
  const channel = workspace ? (known(workspace, where.channel) ?? landing(workspace)) : '';
  const key = `${me} ${channel}`;

  // Every piece of news asks for both anew: the page is small and the server is on this machine.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `news` is counted to ask again
  useEffect(() => {
    let current = true;
    server
      .workspace(where.person)
      .then((answer) => {
        if (!current) return;
        setWorkspace(answer);
        setAheadMs(aheadBy(answer.now));
        setProblem(undefined);
      })
      .catch((error: Error) => current && setProblem(error.message));
    return () => {
      current = false;
    };
  }, [where.person, news]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `news` is counted to ask again
  useEffect(() => {
    if (!me || !channel) return;
    rememberWhere(me, channel);
    let current = true;
    server
      .messages(me, channel)
      .then(({ messages }) => {
        if (current) setShown({ key, messages });
      })
      .catch((error: Error) => onToast(error.message));
    return () => {
      current = false;
    };
  }, [me, channel, key, news, onToast]);

  const unread = workspace?.conversations.find(({ id }) => id === channel)?.unread ?? 0;
  useEffect(() => {
    if (!me || unread === 0) return;
    server.read({ as: me, channel }).then(
      () => setNews((count) => count + 1),
      (error: Error) => onToast(error.message),
    );
  }, [me, channel, unread, onToast]);

  useEffect(() => {
    if (!me) return;
    return listen(
      me,
      (event) => (event.type === 'toast' ? onToast(event.text) : setNews((count) => count + 1)),
      (isLive) => {
        setLive(isLive);
        if (isLive) setNews((count) => count + 1);
      },
    );
  }, [me, onToast]);

  return {
    workspace,
    aheadMs,
    channel,
    messages: shown?.key === key ? shown.messages : undefined,
    live,
    problem,
    become: useCallback((person: string) => setWhere((before) => ({ ...before, person })), []),
    open: useCallback((next: string) => setWhere((before) => ({ ...before, channel: next })), []),
  };
}

function known({ conversations }: Workspace, channel: string): string | undefined {
  return conversations.find(({ id }) => id === channel)?.id;
}

/** Where a visitor begins: talking to the app, else in the first channel. */
function landing({ conversations, users }: Workspace): string {
  const bots = new Set(users.filter(({ isBot }) => isBot).map(({ id }) => id));
  const withBot = conversations.find((conversation) => conversation.with && bots.has(conversation.with));
  return (withBot ?? conversations[0])?.id ?? '';
}
