import type { Confirm } from '@slack/types';
import { type ReactNode, useState } from 'react';
import { useSurface } from '../context.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

export interface Actionable {
  type: string;
  action_id?: string;
  confirm?: Confirm;
}

interface Action {
  /** True from the press until the server has answered. */
  pending: boolean;
  /**
   * Asks first where the element says so, then tells the server. `detail` is what Slack sends along: value, selected_option, …
   * `undo` takes back what the element already shows, should the answer be no.
   */
  run: (detail: Record<string, unknown>, undo?: () => void) => void;
  /** The question, while it is being asked. Draw it beside the element. */
  question: ReactNode;
}

/** What every interactive element does when it is used. */
export function useAction(blockId: string, element: Actionable): Action {
  const { act } = useSurface();
  const [pending, setPending] = useState(false);
  const [asking, setAsking] = useState<{ detail: Record<string, unknown>; undo?: () => void }>();

  const send = async (detail: Record<string, unknown>) => {
    setAsking(undefined);
    setPending(true);
    await act(blockId, element.action_id ?? '', { type: element.type, ...detail });
    setPending(false);
  };

  const deny = () => {
    setAsking(undefined);
    asking?.undo?.();
  };

  return {
    pending,
    run: (detail, undo) => (element.confirm ? setAsking({ detail, undo }) : void send(detail)),
    question: element.confirm && asking && (
      <ConfirmDialog confirm={element.confirm} onConfirm={() => send(asking.detail)} onDeny={deny} />
    ),
  };
}
