import type { ElementLike } from '../../blocks/values.ts';
import { slackValue } from '../../blocks/values.ts';
import { Field } from '../fields/Field.tsx';
import { placeholderOf } from '../fields/placeholder.ts';
import { useFieldValue } from '../fields/useFieldValue.ts';
import { useAction } from './useAction.tsx';

/** Something to choose beside a text or among buttons: the app hears of each choice at once. */
export function Chooser({ blockId, element }: { blockId: string; element: ElementLike }) {
  const [value, setValue] = useFieldValue(blockId, element);
  const { pending, run, question } = useAction(blockId, element);
  return (
    <>
      <Field
        element={element}
        value={value}
        pending={pending}
        aria={{ 'aria-label': placeholderOf(element, 'Choose') }}
        onChange={(next) => {
          setValue(next);
          run(slackValue(element, next), () => setValue(value));
        }}
      />
      {question}
    </>
  );
}
