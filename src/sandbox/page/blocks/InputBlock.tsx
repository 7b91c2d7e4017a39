import type { InputBlock as Block } from '@slack/types';
import { useId } from 'react';
import { type Plain, slackValue } from '../../blocks/values.ts';
import { useSurface } from '../context.ts';
import { useAction } from '../elements/useAction.tsx';
import { Field, isField } from '../fields/Field.tsx';
import { useFieldValue } from '../fields/useFieldValue.ts';
import { PlainText } from '../text/PlainText.tsx';
import { Undrawable } from './Undrawable.tsx';

/** A field of a form: its label, what one writes in or chooses from, a hint, and what is wrong with it. */
export function InputBlock({ block }: { block: Block }) {
  const { form } = useSurface();
  const { element } = block;
  if (!form) return <Undrawable what="an input block in a message" json={block} />;
  if (!isField(element)) return <Undrawable what={`element type ${element.type}`} json={element} />;
  return <LabelledField block={block} element={element} error={form.errors[block.block_id ?? '']} />;
}

interface Props {
  block: Block;
  element: Block['element'] & { type: string; [key: string]: unknown };
  error: string | undefined;
}

function LabelledField({ block, element, error }: Props) {
  const id = useId();
  const [value, setValue] = useFieldValue(block.block_id ?? '', element);
  const { pending, run } = useAction(block.block_id ?? '', element);
  const isGroup = element.type === 'checkboxes' || element.type === 'radio_buttons';
  const tell = (next: Plain) => run(slackValue(element, next));
  const onEnter = toldOnEnter(block, element) ? () => tell(value) : undefined;
  const label = (
    <>
      <PlainText text={block.label.text} />
      {block.optional && <span className="optional"> (optional)</span>}
    </>
  );
  const described = [block.hint && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="block-input">
      {isGroup ? (
        <span id={`${id}-label`} className="label">
          {label}
        </span>
      ) : (
        <label className="label" htmlFor={id}>
          {label}
        </label>
      )}
      <Field
        id={id}
        element={element}
        value={value}
        pending={pending}
        onEnter={onEnter}
        onChange={(next) => {
          setValue(next);
          if (block.dispatch_action && !onEnter) tell(next);
        }}
        aria={{
          'aria-labelledby': isGroup ? `${id}-label` : undefined,
          'aria-describedby': described || undefined,
          'aria-invalid': error !== undefined,
          'aria-required': !block.optional,
        }}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
      {block.hint && (
        <p id={`${id}-hint`} className="hint">
          <PlainText text={block.hint.text} />
        </p>
      )}
    </div>
  );
}

/** A text tells the app when Enter is pressed in it, unless the app wants to hear of every character. */
function toldOnEnter(block: Block, element: Props['element']): boolean {
  const config = element.dispatch_action_config as { trigger_actions_on?: string[] } | undefined;
  const isText = /_input$/.test(element.type);
  return block.dispatch_action === true && isText && !config?.trigger_actions_on?.includes('on_character_entered');
}
