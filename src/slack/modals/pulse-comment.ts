import type { ModalView } from '@slack/types';
import { text } from '../../language/text.ts';
import type { Filled } from '../command.ts';
import { plainText } from '../messages/mrkdwn.ts';
import { hintText, type Privacy } from '../messages/pulse-mode.ts';
import { textField } from './fields.ts';

const FIELD = 'comment';

/** A field to write in; `button`: the value of the button that opened it. */
export function commentView(
  id: string,
  button: string,
  { title, label, written, privacy }: { title: string; label: string; written: string; privacy: Privacy },
): ModalView {
  const field = { id: FIELD, label, hint: hintText(privacy) };
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: button,
    title: plainText(title),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [textField(field, written, { lines: true, optional: true })],
  };
}

export const commentIn = ({ fields }: Filled): string => fields.get(FIELD)?.value.trim() ?? '';
