import { useRef, useState } from 'react';
import type { Plain, Values } from '../../blocks/values.ts';
import type { PageView } from '../../protocol.ts';

/** What is filled into a view: as the server knows it, and over it what has been typed since. */
export function useDraft({ values: known }: PageView) {
  const typed = useRef<Values>({});
  const [, setChanges] = useState(0);
  return {
    values: over(known, typed.current),
    /** As of this moment, between two drawings too. */
    current: () => over(known, typed.current),
    set: (blockId: string, actionId: string, value: Plain) => {
      typed.current = { ...typed.current, [blockId]: { ...typed.current[blockId], [actionId]: value } };
      setChanges((count) => count + 1);
    },
  };
}

/** Only what still has its place counts: a changed view may have lost fields. */
function over(known: Values, typed: Values): Values {
  const merged = Object.entries(known).map(([blockId, actions]) => [
    blockId,
    Object.fromEntries(
      Object.entries(actions).map(([actionId, value]) => [actionId, kept(typed[blockId]?.[actionId], value)]),
    ),
  ]);
  return Object.fromEntries(merged);
}

function kept(typed: Plain | undefined, known: Plain): Plain {
  return typed === undefined || Array.isArray(typed) !== Array.isArray(known) ? known : typed;
}
