import type { FieldProps } from './field-props.ts';

/** A day, or a time of day, with the browser's own picker: its value is spelled as Slack spells it. */
export function MomentField({ id, element, value, onChange, pending, aria }: FieldProps) {
  return (
    <input
      {...aria}
      id={id}
      className="input moment"
      type={element.type === 'datepicker' ? 'date' : 'time'}
      value={typeof value === 'string' ? value : ''}
      disabled={pending}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
