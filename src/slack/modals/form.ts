import type { Filled } from '../command.ts';

interface ViewPayload {
  private_metadata: string;
  blocks: readonly object[];
  state: { values: Record<string, Record<string, FieldState>> };
}

interface FieldState {
  value?: string | null | undefined;
  selected_option?: { value?: string | undefined } | null | undefined;
  selected_channel?: string | null | undefined;
  selected_time?: string | null | undefined;
}

/** What a person has filled in, from what Slack sends of the view. */
export function filledIn({ private_metadata: metadata, blocks, state }: ViewPayload): Filled {
  const initials = new Map(blocks.map(initialOf));
  const fields = Object.entries(state.values).flatMap(([blockId, elements]) =>
    Object.values(elements).map((field): [string, { value: string; initial: string }] => {
      const value = field.value ?? field.selected_option?.value ?? field.selected_channel ?? field.selected_time ?? '';
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
