/** A form for the actions promised after a survey: adds new ones and closes those that are done. */
import type { ModalView } from '@slack/types';
import { text } from '../../language/text.ts';
import { MOST_ACTIONS } from '../../surveys/actions.ts';
import type { Filled } from '../command.ts';
import { clipped, plainText, section } from '../messages/mrkdwn.ts';
import { type Promised, promisedText } from '../messages/pulse-actions.ts';
import { type Choice, selectField, textField } from './fields.ts';

const WORDS = 'words';
const TO = 'to';
const ALL = 'all';
const LONGEST = 200;

/** The team that something may be promised to; a null id stands for all who were asked. */
export interface PromiseTo {
  teamId: string | null;
  name: string;
}

/** @param to those to whom more can be promised; @param open the open actions; @param note what was just done */
export function actionsView(
  id: string,
  roundId: string,
  { to, open }: { to: readonly PromiseTo[]; open: readonly Promised[] },
  note?: string,
): ModalView {
  const isFull = to.length === 0;
  const field = {
    id: WORDS,
    label: text('pulse.actions.label'),
    hint: text('pulse.actions.hint', { most: MOST_ACTIONS }),
  };
  const choices = to.map(({ teamId, name }): Choice => [teamId ?? ALL, name]);
  const isToAll = to.every(({ teamId }) => teamId === null);
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
      ...(isToAll ? [] : [selectField({ id: TO, label: text('pulse.actions.to') }, choices, choices[0]?.[0] ?? ALL)]),
      isFull ? section(text('pulse.actions.full')) : textField(field, ''),
    ],
  };
}

const closable = (action: Promised, index: number) => ({
  ...section(promisedText(action)),
  accessory: {
    type: 'button' as const,
    action_id: `pulse_action_close_${index}`,
    text: plainText(text('pulse.actions.close')),
    accessibility_label: clipped(text('pulse.actions.close_of', { words: action.words }), 75),
    value: action.id,
  },
});

/** Reads what is promised and to which team; null: to all who were asked. */
export function actionIn({ metadata, fields }: Filled): { roundId: string; words: string; teamId: string | null } {
  const to = fields.get(TO)?.value || ALL;
  return { roundId: metadata, words: fields.get(WORDS)?.value.trim() ?? '', teamId: to === ALL ? null : to };
}

export function actionFaults(filled: Filled): Record<string, string> {
  const { length } = actionIn(filled).words;
  if (length === 0) return { [WORDS]: text('pulse.actions.empty') };
  return length > LONGEST ? { [WORDS]: text('pulse.actions.too_long', { most: LONGEST }) } : {};
}
