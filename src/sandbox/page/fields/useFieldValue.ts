import { useState } from 'react';
import { type ElementLike, initialOf, type Plain } from '../../blocks/values.ts';
import { useSurface } from '../context.ts';

/** What stands in an element, and changing it: in a view it belongs to the form, in a message to the element alone. */
export function useFieldValue(blockId: string, element: ElementLike): [Plain, (value: Plain) => void] {
  const { form } = useSurface();
  const actionId = String(element.action_id);
  const [own, setOwn] = useState<Plain>(() => initialOf(element));
  if (!form) return [own, setOwn];
  return [form.values[blockId]?.[actionId] ?? null, (value) => form.set(blockId, actionId, value)];
}
