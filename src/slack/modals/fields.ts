import type { InputBlock } from '@slack/types';
import { clipped, plainText } from '../messages/mrkdwn.ts';

/** Short forms of the fields in forms. A field's id names both its block and its element. */
interface Labelled {
  id: string;
  label: string;
  hint?: string;
}

export type Choice = readonly [value: string, label: string];

/** Turns teams, offices and the like into choices. */
export const named = (all: readonly { id: string; name: string }[]): Choice[] => all.map(({ id, name }) => [id, name]);

const input = ({ id, label, hint }: Labelled, element: InputBlock['element'], optional = false): InputBlock => ({
  type: 'input',
  block_id: id,
  optional,
  label: plainText(label),
  ...(hint ? { hint: plainText(hint) } : {}),
  element,
});

/** Slack allows 100 options; the chosen one is always among them. */
const MOST_OPTIONS = 100;

export function selectField(field: Labelled, choices: readonly Choice[], chosen: string): InputBlock {
  const all = choices.map(([value, label]) => ({ text: plainText(clipped(label, 75)), value }));
  const initial = all.find(({ value }) => value === chosen);
  const first = all.slice(0, MOST_OPTIONS);
  const options = initial && !first.includes(initial) ? [initial, ...first.slice(1)] : first;
  const element = { type: 'static_select' as const, action_id: field.id, options };
  return input(field, { ...element, ...(initial ? { initial_option: initial } : {}) });
}

export function checkField(
  field: Labelled,
  choices: readonly Choice[],
  chosen: readonly string[],
  { optional = false }: { optional?: boolean } = {},
): InputBlock {
  const options = choices.map(([value, label]) => ({ text: plainText(label), value }));
  const initial = options.filter(({ value }) => chosen.includes(value));
  const element = { type: 'checkboxes' as const, action_id: field.id, options };
  return input(field, { ...element, ...(initial.length > 0 ? { initial_options: initial } : {}) }, optional);
}

export function textField(
  field: Labelled,
  written: string,
  { lines = false, optional = false }: { lines?: boolean; optional?: boolean } = {},
): InputBlock {
  const element = { type: 'plain_text_input' as const, action_id: field.id, multiline: lines };
  return input(field, { ...element, ...(written === '' ? {} : { initial_value: written }) }, optional);
}

export const dateField = (field: Labelled, date: string): InputBlock =>
  input(field, { type: 'datepicker', action_id: field.id, initial_date: date });

export const timeField = (field: Labelled, time: string): InputBlock =>
  input(field, { type: 'timepicker', action_id: field.id, initial_time: time });
