import type { Filled } from '../command.ts';

interface ViewPayload {
  private_metadata: string;
  blocks: readonly object[];
  state: { values: Record<string, Record<string, FieldState>> };
}

interface FieldState {
  value?: string | null | undefined;
  selected_option?: { value?: string | undefined } | null | undefined;
  selected_options?: readonly Option[] | null | undefined;
  selected_channel?: string | null | undefined;
  selected_conversation?: string | null | undefined;
  selected_user?: string | null | undefined;
  selected_date?: string | null | undefined;
  selected_time?: string | null | undefined;
}

type Option = { value?: string | undefined };

/** The values of several chosen options, joined with commas. */
const chosen = (options: readonly Option[] | null | undefined) => options?.map(({ value }) => value ?? '').join(',');

/** Reads what a person has filled in from the view that Slack sends. */
export function filledIn({ private_metadata: metadata, blocks, state }: ViewPayload): Filled {
  const initials = new Map(blocks.map(initialOf));
  const fields = Object.entries(state.values).flatMap(([blockId, elements]) =>
    Object.values(elements).map((field): [string, { value: string; initial: string }] => {
      const chosenPlace = field.selected_channel ?? field.selected_conversation ?? field.selected_user;
      const picked = chosenPlace ?? field.selected_date ?? field.selected_time;
      const value = field.value ?? field.selected_option?.value ?? picked ?? chosen(field.selected_options) ?? '';
      return [blockId, { value, initial: initials.get(blockId) ?? '' }];
    }),
  );
  return { metadata, fields: new Map(fields) };
}

interface InputLike {
  block_id?: string;
  element?: {
    initial_value?: string;
    initial_option?: Option;
    initial_options?: readonly Option[];
    initial_date?: string;
    initial_time?: string;
    initial_channel?: string;
    initial_conversation?: string;
    initial_user?: string;
  };
}

const initialOf = ({ block_id = '', element }: InputLike): [string, string] => [
  block_id,
  element?.initial_value ??
    element?.initial_option?.value ??
    element?.initial_date ??
    element?.initial_time ??
    element?.initial_channel ??
    element?.initial_conversation ??
    element?.initial_user ??
    chosen(element?.initial_options) ??
    '',
];
