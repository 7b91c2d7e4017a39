import type { KeyboardEvent } from 'react';
import type { FieldProps } from './field-props.ts';
import { placeholderOf } from './placeholder.ts';

const MODES: Readonly<Record<string, 'decimal' | 'email' | 'url' | 'text'>> = {
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
};

/** Words, a number or an address, on one line or several. What is wrong with them is said by the server, as in Slack. */
export function WrittenField({ id, element, value, onChange, onEnter, aria }: FieldProps) {
  const shared = {
    ...aria,
    id,
    className: 'input',
    placeholder: placeholderOf(element, ''),
    value: typeof value === 'string' ? value : '',
    onChange: (event: { target: { value: string } }) => onChange(event.target.value || null),
  };
  if (element.multiline === true) return <textarea {...shared} rows={4} />;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !onEnter || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  const mode = MODES[element.type] ?? 'text';
  return <input {...shared} type="text" inputMode={mode} autoComplete="off" onKeyDown={onKeyDown} />;
}
