import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { Filled } from '../command.ts';
import { clipped, plainText } from '../messages/mrkdwn.ts';
import { textField } from './fields.ts';

const WORDS = 'words';
const LONGEST = 1000;

/** One field, for what was done about a customer's case. */
export function solvedView(id: string, answerId: string): ModalView {
  const field = { id: WORDS, label: text('nps.solved.label'), hint: text('nps.solved.hint') };
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: answerId,
    title: plainText(text('nps.solved.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [textField(field, '', { lines: true })],
  };
}

export const solvedIn = ({ metadata, fields }: Filled): { answerId: string; solution: string } => ({
  answerId: z.guid().parse(metadata),
  solution: clipped(fields.get(WORDS)?.value.trim() ?? '', LONGEST),
});

export const solvedFaults = (filled: Filled): Record<string, string> =>
  solvedIn(filled).solution ? {} : { [WORDS]: text('nps.solved.empty') };
