import { useEffect, useMemo, useRef, useState } from 'react';
import { Composer } from './composer/Composer.tsx';
import { Workspace } from './context.ts';
import { type AppTab, ConversationHeader } from './conversation/ConversationHeader.tsx';
import { MessageList } from './conversation/MessageList.tsx';
import { HomeTab } from './home/HomeTab.tsx';
import { Modal } from './modal/Modal.tsx';
import { server } from './server.ts';
import { Sidebar } from './sidebar/Sidebar.tsx';
import { Toasts } from './Toasts.tsx';
import { useSandbox } from './useSandbox.ts';
import { useToasts } from './useToasts.ts';
import { Waiting } from './Waiting.tsx';

/** The page: the sidebar, and one conversation. */
export function App() {
  const { toasts, show, dismiss } = useToasts();
  const sandbox = useSandbox(show);
  const { workspace, aheadMs, channel, messages } = sandbox;
  const [drawer, setDrawer] = useState(false);
  const menuButton = useRef<HTMLButtonElement>(null);
  const [tab, setTab] = useState<AppTab>('messages');
  const conversation = workspace?.conversations.find(({ id }) => id === channel);
  const withApp = workspace?.users.some(({ id, isBot }) => isBot && id === conversation?.with) === true;
  const person = workspace?.me.id;
  useEffect(() => {
    if (!person || !withApp) return;
    server.openApp({ as: person, tab }).catch((error: Error) => show(error.message));
  }, [person, withApp, tab, show]);
  const names = useMemo(
    () =>
      workspace && {
        me: workspace.me,
        users: workspace.users,
        conversations: workspace.conversations,
        channels: workspace.channels,
        aheadMs,
      },
    [workspace, aheadMs],
  );
  if (!workspace || !names) return <Waiting problem={sandbox.problem} />;

  const { me, commands } = workspace;
  const open = (next: string) => {
    sandbox.open(next);
    setDrawer(false);
  };
  const closeDrawer = () => {
    setDrawer(false);
    menuButton.current?.focus();
  };
  return (
    <Workspace value={names}>
      <div className="app">
        <Sidebar
          workspace={workspace}
          current={channel}
          drawer={drawer}
          onClose={closeDrawer}
          onBecome={sandbox.become}
          onOpen={open}
          onRefused={show}
          onTalkTo={(person) =>
            server.openDm({ as: me.id, with: person }).then(
              (reply) => open(reply.channel),
              (error: Error) => show(error.message),
            )
          }
        />
        <main>
          <ConversationHeader
            menuButton={menuButton}
            conversation={conversation}
            onMenu={() => setDrawer(true)}
            live={sandbox.live}
            tab={withApp ? tab : undefined}
            onTab={setTab}
          />
          {withApp && tab === 'home' ? (
            <HomeTab home={workspace.home} onRefused={show} />
          ) : (
            <>
              <MessageList
                key={`${me.id} ${channel}`}
                conversation={conversation}
                messages={messages}
                onRefused={show}
              />
              {conversation && (
                <Composer
                  key={`${me.id} ${channel} composer`}
                  conversation={conversation}
                  commands={commands}
                  onRefused={show}
                />
              )}
            </>
          )}
        </main>
        {workspace.modal && <Modal key={workspace.modal.id} view={workspace.modal} />}
        <Toasts toasts={toasts} onDismiss={dismiss} />
      </div>
    </Workspace>
  );
}
