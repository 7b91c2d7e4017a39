import { createContext, useContext } from 'react';
import type { Plain, Values } from '../blocks/values.ts';
import type { Conversation, User, Workspace as WorkspaceSeen } from '../protocol.ts';

/** Who is looking, and the names that mentions are drawn with. */
export interface WorkspaceContext {
  me: User;
  users: User[];
  conversations: Conversation[];
  /** The names of all channels, also of those one is not in. */
  channels: WorkspaceSeen['channels'];
  /** How far the sandbox's clock is ahead of the browser's. */
  aheadMs: number;
}

/** The message or view whose blocks are being drawn: how its elements report what was done with them. */
export interface SurfaceContext {
  /** Resolves when the server has answered; a refusal has been shown by then. */
  act: (blockId: string, actionId: string, detail: Record<string, unknown>) => Promise<void>;
  /** What is filled in; only a view has it. In a message each element keeps its choice to itself. */
  form?: Form;
}

export interface Form {
  values: Values;
  /** What is wrong with a field, by block id. */
  errors: Record<string, string>;
  set: (blockId: string, actionId: string, value: Plain) => void;
}

export const Workspace = createContext<WorkspaceContext | undefined>(undefined);
export const Surface = createContext<SurfaceContext | undefined>(undefined);

export function useWorkspace(): WorkspaceContext {
  return present(useContext(Workspace), 'Workspace');
}

export function useSurface(): SurfaceContext {
  return present(useContext(Surface), 'Surface');
}

function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`Nothing provides ${name} here.`);
  return value;
}
