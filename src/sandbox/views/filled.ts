/** What a person has filled into a view: kept as plain values, told to the bot as `view.state.values`. */
import {
  type ElementLike,
  elementsIn,
  holdsMany,
  holdsValue,
  initialOf,
  type Plain,
  slackValue,
  type Values,
} from '../blocks/values.ts';
import type { Block, StoredView } from '../state.ts';

/** A place that keeps a value. */
export interface Field {
  block: Block;
  blockId: string;
  actionId: string;
  element: ElementLike;
  value: Plain;
}

/** Every place of the view, with what stands in it: what was filled in, else what the bot wanted there at first. */
export function fieldsOf({ content, filled }: Pick<StoredView, 'content' | 'filled'>): Field[] {
  return content.blocks.flatMap((block) =>
    elementsIn(block)
      .filter(holdsValue)
      .map((element) => {
        const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
        const own = filled[blockId]?.[actionId];
        const value = own !== undefined && Array.isArray(own) === holdsMany(element) ? own : undefined;
        const cleared = own === null && !holdsMany(element) ? null : initialOf(element);
        return { block, blockId, actionId, element, value: value ?? cleared };
      }),
  );
}

/** Takes what was filled in over what was known. */
export function fill(view: StoredView, given: Values): void {
  for (const [blockId, values] of Object.entries(given)) view.filled[blockId] = { ...view.filled[blockId], ...values };
  view.filled = kept(view);
}

/** What stands in every place. */
export function valuesOf(view: StoredView): Values {
  const values: Values = {};
  for (const { blockId, actionId, value } of fieldsOf(view))
    values[blockId] = { ...values[blockId], [actionId]: value };
  return values;
}

/** What is filled in and still has a place of its own. */
function kept(view: StoredView): Values {
  const fields = fieldsOf(view);
  return Object.fromEntries(
    Object.entries(view.filled)
      .map(([blockId, values]): [string, Record<string, Plain>] => [
        blockId,
        Object.fromEntries(
          Object.entries(values).filter(([actionId]) =>
            fields.some((field) => field.blockId === blockId && field.actionId === actionId),
          ),
        ),
      ])
      .filter(([, values]) => Object.keys(values).length > 0),
  );
}

/** `view.state.values`. */
export function slackValues(view: StoredView): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const { blockId, actionId, element, value } of fieldsOf(view))
    values[blockId] = { ...values[blockId], [actionId]: slackValue(element, value) };
  return values;
}
