import type { ElementLike } from '../../blocks/values.ts';
import { CheckField } from './CheckField.tsx';
import type { FieldProps } from './field-props.ts';
import { ManyField } from './ManyField.tsx';
import { MomentField } from './MomentField.tsx';
import { SelectField } from './SelectField.tsx';
import { WrittenField } from './WrittenField.tsx';

const FIELDS: Readonly<Record<string, (props: FieldProps) => React.ReactNode>> = {
  plain_text_input: WrittenField,
  number_input: WrittenField,
  email_text_input: WrittenField,
  url_text_input: WrittenField,
  static_select: SelectField,
  users_select: SelectField,
  conversations_select: SelectField,
  channels_select: SelectField,
  multi_static_select: ManyField,
  multi_users_select: ManyField,
  multi_conversations_select: ManyField,
  multi_channels_select: ManyField,
  checkboxes: CheckField,
  radio_buttons: CheckField,
  datepicker: MomentField,
  timepicker: MomentField,
};

/** Whether the page can draw it as something that keeps a value. */
export function isField(element: { type: string }): element is ElementLike {
  return element.type in FIELDS;
}

/** What one writes in or chooses from, whatever its kind. */
export function Field(props: FieldProps) {
  const Kind = FIELDS[props.element.type];
  return Kind ? <Kind {...props} /> : null;
}
