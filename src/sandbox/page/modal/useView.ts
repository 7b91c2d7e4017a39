import { useMemo, useState } from 'react';
import type { PageView } from '../../protocol.ts';
import { type SurfaceContext, useWorkspace } from '../context.ts';
import { server } from '../server.ts';
import { optionIn } from './optionIn.ts';
import { useDraft } from './useDraft.ts';

/** What a view's blocks need to be drawn and to work. `onTrouble` gets what went wrong. */
export function useView(view: PageView, onTrouble: (why: string) => void) {
  const { me } = useWorkspace();
  const { values, current, set } = useDraft(view);
  const [errors, setErrors] = useState<Record<string, string>>({});

  // biome-ignore lint/correctness/useExhaustiveDependencies: `values` and `view` stand for what the functions close over
  const surface = useMemo(
    (): SurfaceContext => ({
      act: async (block_id, action_id, detail) => {
        const action = { as: me.id, view: view.id, block_id, action_id, option: optionIn(detail), values: current() };
        const outcome = await server.actInView(action).catch((error: Error) => ({ ok: false, error: error.message }));
        if ('error' in outcome) onTrouble(outcome.error);
      },
      form: { values, errors, set },
    }),
    [values, errors, view, onTrouble],
  );
  return { surface, current, errors, setErrors };
}
