import { useEffect, useRef } from 'react';
import type { Workspace } from '../../protocol.ts';
import { Clock } from '../clock/Clock.tsx';
import { ConversationList } from './ConversationList.tsx';
import { PersonSwitcher } from './PersonSwitcher.tsx';

interface Props {
  workspace: Workspace;
  current: string;
  /** Whether the drawer that the sidebar becomes on a narrow screen is out. */
  drawer: boolean;
  onClose: () => void;
  onBecome: (person: string) => void;
  onOpen: (channel: string) => void;
  onTalkTo: (person: string) => void;
  onRefused: (why: string) => void;
}

/** The workspace: its name, whom the browser plays, and where one can talk. */
export function Sidebar({ workspace, current, drawer, onClose, onBecome, onOpen, onTalkTo, onRefused }: Props) {
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    if (drawer) aside.current?.focus();
  }, [drawer]);
  return (
    <>
      {drawer && <button type="button" className="backdrop" aria-label="Close the list" onClick={onClose} />}
      <aside
        ref={aside}
        tabIndex={-1}
        className={drawer ? 'sidebar out' : 'sidebar'}
        aria-label="Workspace"
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      >
        <h2>{workspace.team.name}</h2>
        <PersonSwitcher me={workspace.me} users={workspace.users} onBecome={onBecome} />
        <Clock onRefused={onRefused} />
        <ConversationList workspace={workspace} current={current} onOpen={onOpen} onTalkTo={onTalkTo} />
        <footer>
          <b>Local Slack for trying Salespulse.</b> Nothing leaves this machine.
        </footer>
      </aside>
    </>
  );
}
