import type { ModalView } from '@slack/types';
import { text } from '../../language/text.ts';
import { SMALLEST_FOR_COMMENTS } from '../../surveys/groups.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { Filled } from '../command.ts';
import { plainText } from '../messages/mrkdwn.ts';
import { textField } from './fields.ts';

const FIELD = 'comment';

/** A field for words; `button` is what the button carried that opened it. */
export function commentView(
  id: string,
  button: string,
  { title, label, written, mode }: { title: string; label: string; written: string; mode: Mode },
): ModalView {
  const field = {
    id: FIELD,
    label,
    hint: text(mode === 'confidential' ? 'pulse.comment.hint.confidential' : 'pulse.comment.hint', {
      least: SMALLEST_FOR_COMMENTS,
    }),
  };
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
