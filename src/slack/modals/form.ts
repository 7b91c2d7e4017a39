import type { ModalView } from '@slack/types';
import type { Asked, Reply } from '../command.ts';

/** A form in a modal: a button opens it, choices change it, and it is handed in. */
export interface Form {
  /** Slack's callback_id. */
  id: string;
  /** The button that opens it. */
  opener: string;
  /** At most 24 characters. */
  title: string;
  open(value: string, asked: Asked): Promise<ModalView>;
  /** After a choice that calls for other fields. */
  change(filled: Filled, asked: Asked): Promise<ModalView>;
  /** What is wrong with what is filled in, by block id. Told at once, so nothing is looked up. */
  faults(filled: Filled): Record<string, string>;
  submit(filled: Filled, asked: Asked): Promise<Reply>;
}

/** What is in a form. */
export interface Filled {
  /** The view's private_metadata. */
  metadata: string;
  /** By block id: what stands in the field now, and what stood there when the form was shown; nothing is ''. */
  fields: ReadonlyMap<string, { value: string; initial: string }>;
}

interface ViewPayload {
  private_metadata: string;
  blocks: readonly object[];
  state: { values: Record<string, Record<string, FieldState>> };
}

interface FieldState {
  value?: string | null | undefined;
  selected_option?: { value?: string | undefined } | null | undefined;
}

/** What a person has filled in, from what Slack sends of the view. */
export function filledIn({ private_metadata: metadata, blocks, state }: ViewPayload): Filled {
  const initials = new Map(blocks.map(initialOf));
  const fields = Object.entries(state.values).flatMap(([blockId, elements]) =>
    Object.values(elements).map((field): [string, { value: string; initial: string }] => {
      const value = field.value ?? field.selected_option?.value ?? '';
      return [blockId, { value, initial: initials.get(blockId) ?? '' }];
    }),
  );
  return { metadata, fields: new Map(fields) };
}

interface InputLike {
  block_id?: string;
  element?: { initial_value?: string; initial_option?: { value?: string } };
}

const initialOf = ({ block_id = '', element }: InputLike): [string, string] => [
  block_id,
  element?.initial_value ?? element?.initial_option?.value ?? '',
];
