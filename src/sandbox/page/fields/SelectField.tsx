import { useWorkspace } from '../context.ts';
import { ChoiceOptions } from './ChoiceOptions.tsx';
import { choicesOf } from './choices.ts';
import type { FieldProps } from './field-props.ts';
import { placeholderOf } from './placeholder.ts';

/** One of several: options, people or conversations. What need not be filled in can be emptied again. */
export function SelectField({ id, element, value, onChange, pending, aria }: FieldProps) {
  const choices = choicesOf(element, useWorkspace());
  const required = aria['aria-required'] ?? true;
  return (
    <select
      {...aria}
      id={id}
      className="select"
      aria-busy={pending}
      disabled={pending}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="" disabled={required} hidden={required}>
        {placeholderOf(element, 'Choose an option')}
      </option>
      <ChoiceOptions choices={choices} />
    </select>
  );
}
