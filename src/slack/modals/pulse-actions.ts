/** What is done about the results of a survey: to add to it, and to close what is done. */
import type { ModalView } from '@slack/types';
import { text } from '../../language/text.ts';
import { MOST_ACTIONS, type SurveyAction } from '../../surveys/actions.ts';
import type { Filled } from '../command.ts';
import { clipped, escaped, section } from '../messages/mrkdwn.ts';
import { textField } from './fields.ts';
import { plainText } from './views.ts';

const WORDS = 'words';
const LONGEST = 200;

/** @param open what is open of the survey; `note` says what was done last */
export function actionsView(
  id: string,
  roundId: string,
  open: readonly (SurveyAction & { by: string })[],
  note?: string,
): ModalView {
  const isFull = open.length >= MOST_ACTIONS;
  const field = {
    id: WORDS,
    label: text('pulse.actions.label'),
    hint: text('pulse.actions.hint', { most: MOST_ACTIONS }),
  };
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: roundId,
    title: plainText(text('pulse.actions.title')),
    ...(isFull ? {} : { submit: plainText(text('form.save')) }),
    close: plainText(text('form.close')),
    blocks: [
      ...(note ? [section(`:white_check_mark: ${note}`)] : []),
      section(open.length > 0 ? text('pulse.actions.head') : text('pulse.actions.none')),
      ...open.map((action, index) => closable(action, index)),
      isFull ? section(text('pulse.actions.full')) : textField(field, ''),
    ],
  };
}

const closable = ({ id, words, by }: SurveyAction & { by: string }, index: number) => ({
  ...section(text('pulse.actions.open', { words: escaped(words), by: escaped(by) })),
  accessory: {
    type: 'button' as const,
    action_id: `pulse_action_close_${index}`,
    text: plainText(text('pulse.actions.close')),
    accessibility_label: clipped(text('pulse.actions.close_of', { words }), 75),
    value: id,
  },
});

export const actionIn = ({ metadata, fields }: Filled): { roundId: string; words: string } => ({
  roundId: metadata,
  words: fields.get(WORDS)?.value.trim() ?? '',
});

export function actionFaults(filled: Filled): Record<string, string> {
  const { length } = actionIn(filled).words;
  if (length === 0) return { [WORDS]: text('pulse.actions.empty') };
  return length > LONGEST ? { [WORDS]: text('pulse.actions.too_long', { most: LONGEST }) } : {};
}
