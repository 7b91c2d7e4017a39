/** Waiting for what somebody will see, without asking again and again: the state announces its changes. */
import type { SandboxEvent } from './protocol.ts';
import type { State } from './state.ts';

interface Wait<Found> {
  /** What is waited for, once it is there. */
  look: () => Found | undefined;
  /** Whether it is worth looking again. */
  isNews: (event: SandboxEvent) => boolean;
  /** What to say when it never came. */
  missing: () => string;
  timeoutMs: number;
}

export function waitUntil<Found>(state: State, { look, isNews, missing, timeoutMs }: Wait<Found>): Promise<Found> {
  return new Promise((resolve, reject) => {
    const tryOnce = (): void => {
      try {
        const found = look();
        if (found !== undefined) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const onEvent = (_to: string[], event: SandboxEvent): void => {
      if (isNews(event)) tryOnce();
    };
    const timer = setTimeout(() => finish(() => reject(new Error(missing()))), timeoutMs);
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      state.listeners.delete(onEvent);
      settle();
    };
    state.listeners.add(onEvent);
    tryOnce();
  });
}
