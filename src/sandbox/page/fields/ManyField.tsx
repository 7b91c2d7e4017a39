import { useWorkspace } from '../context.ts';
import { ChoiceOptions } from './ChoiceOptions.tsx';
import { choicesOf } from './choices.ts';
import type { FieldProps } from './field-props.ts';
import { placeholderOf } from './placeholder.ts';

/** Several of many: what is chosen stands as buttons that take it away again, the rest in a list below. */
export function ManyField({ id, element, value, onChange, pending, aria }: FieldProps) {
  const choices = choicesOf(element, useWorkspace());
  const chosen = Array.isArray(value) ? value : [];
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : Number.POSITIVE_INFINITY;
  const rest = choices.filter((choice) => !chosen.includes(choice.value));
  return (
    <div className="many">
      {chosen.length > 0 && (
        <ul className="chosen">
          {chosen.map((one) => {
            const text = choices.find((choice) => choice.value === one)?.text ?? one;
            return (
              <li key={one}>
                <button
                  type="button"
                  aria-label={`Remove ${text}`}
                  disabled={pending}
                  onClick={() => onChange(chosen.filter((other) => other !== one))}
                >
                  {text} <span aria-hidden="true">✕</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <select
        {...aria}
        id={id}
        className="select"
        aria-busy={pending}
        disabled={pending || rest.length === 0 || chosen.length >= most}
        value=""
        onChange={(event) => onChange([...chosen, event.target.value])}
      >
        <option value="" disabled hidden>
          {chosen.length > 0 ? 'Add another' : placeholderOf(element, 'Choose options')}
        </option>
        <ChoiceOptions choices={rest} />
      </select>
    </div>
  );
}
