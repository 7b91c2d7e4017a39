import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { text } from '../../language/text.ts';
import type { Filled } from '../command.ts';
import { clipped, plainText } from '../messages/mrkdwn.ts';
import { textField } from './fields.ts';

const LONGEST_NAME = 60;
const WORDS = 'words';
const keptSchema = z.object({ memberId: z.guid() });

/** One field, for what was agreed. */
export function agreedActionView(id: string, memberId: string, name: string): ModalView {
  const known = { name: clipped(name, LONGEST_NAME) };
  const field = { id: WORDS, label: text('sheet.form.words', known), hint: text('sheet.form.hint', known) };
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify({ memberId }),
    title: plainText(text('sheet.form.title')),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [textField(field, '', { lines: true })],
  };
}

export function agreedActionIn({ metadata, fields }: Filled): { memberId: string; words: string } {
  const { memberId } = keptSchema.parse(JSON.parse(metadata));
  return { memberId, words: clipped(fields.get(WORDS)?.value.trim() ?? '', 1000) };
}

export const agreedActionFaults = (filled: Filled): Record<string, string> =>
  agreedActionIn(filled).words ? {} : { [WORDS]: text('sheet.form.empty') };
