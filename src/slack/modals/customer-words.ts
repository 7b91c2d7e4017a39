import type { ModalView } from '@slack/types';
import { text } from '../../language/text.ts';
import { LONGEST_COMMENT } from '../../surveys/customers/answers.ts';
import type { Filled } from '../command.ts';
import { clipped, plainText } from '../messages/mrkdwn.ts';
import { textField } from './fields.ts';

const WORDS = 'words';

/** One field, for the customer's reasons. */
export function customerWordsView(id: string, ask: string, score: number): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: ask,
    title: plainText(text('nps.connect.more')),
    submit: plainText(text('nps.connect.submit')),
    close: plainText(text('form.close')),
    blocks: [textField({ id: WORDS, label: text('nps.connect.why', { score }) }, '', { lines: true })],
  };
}

export const customerWordsIn = ({ metadata, fields }: Filled): { ask: string; words: string } => ({
  ask: metadata,
  words: clipped(fields.get(WORDS)?.value.trim() ?? '', LONGEST_COMMENT),
});

export const customerWordsFaults = (filled: Filled): Record<string, string> =>
  customerWordsIn(filled).words ? {} : { [WORDS]: text('nps.connect.empty') };
