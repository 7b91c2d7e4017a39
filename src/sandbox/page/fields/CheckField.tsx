import { useWorkspace } from '../context.ts';
import { PlainText } from '../text/PlainText.tsx';
import { choicesOf } from './choices.ts';
import type { FieldProps } from './field-props.ts';

/** Boxes to tick, or one of several round ones. */
export function CheckField({ id, element, value, onChange, pending, aria }: FieldProps) {
  const choices = choicesOf(element, useWorkspace());
  const many = element.type === 'checkboxes';
  const chosen = [value ?? []].flat();
  const name = `${element.action_id} ${id ?? ''}`;
  const choose = (one: string, on: boolean) => {
    if (!many) onChange(one);
    // In the order of the options, as Slack tells the bot.
    else onChange(choices.map((choice) => choice.value).filter((each) => (each === one ? on : chosen.includes(each))));
  };
  const { 'aria-invalid': invalid, 'aria-required': _required, ...group } = aria;
  return (
    <div {...group} id={id} className="checks" role={many ? 'group' : 'radiogroup'}>
      {choices.map((choice) => (
        <label key={choice.value} className="check">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            disabled={pending}
            aria-invalid={invalid}
            onChange={(event) => choose(choice.value, event.target.checked)}
          />
          <span>
            <PlainText text={choice.text} />
            {choice.description && (
              <span className="check-about">
                <PlainText text={choice.description} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
