import { createContext, useContext } from 'react';
import type { Conversation, Message, User } from '../protocol.ts';

/** Who is looking, and the names that mentions are drawn with. */
export interface WorkspaceContext {
  me: User;
  users: User[];
  conversations: Conversation[];
}

/** The message whose blocks are being drawn, and how its elements report what was done with them. */
export interface MessageContext {
  message: Message;
  /** Resolves when the server has answered; a refusal has been shown by then. */
  act: (blockId: string, actionId: string, detail: Record<string, unknown>) => Promise<void>;
}

export const Workspace = createContext<WorkspaceContext | undefined>(undefined);
export const CurrentMessage = createContext<MessageContext | undefined>(undefined);

export function useWorkspace(): WorkspaceContext {
  return present(useContext(Workspace), 'Workspace');
}

export function useCurrentMessage(): MessageContext {
  return present(useContext(CurrentMessage), 'CurrentMessage');
}

function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`Nothing provides ${name} here.`);
  return value;
}
