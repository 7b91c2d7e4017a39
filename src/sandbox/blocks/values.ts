/**
 * What can be filled into an element, and how Slack spells it. The page and the tests deal in plain values (a text, an
 * option's value, a user's id, or a list of these); the bot gets Slack's own shapes. No Node here: the page uses it too.
 */
export type Plain = string | string[] | null;

/** What is filled in: block id → action id → value. */
export type Values = Record<string, Record<string, Plain>>;

/** An element of a block, as the bot gave it. */
export interface ElementLike {
  type: string;
  [key: string]: unknown;
}

interface Spelling {
  /** The key of the value in payloads, and of its beginning in the element. */
  key: string;
  initial: string;
  many?: true;
  /** The value is one of the element's own options, which go out whole. */
  options?: true;
}

const written: Spelling = { key: 'value', initial: 'initial_value' };
const oneOption: Spelling = { key: 'selected_option', initial: 'initial_option', options: true };
const manyOptions: Spelling = { key: 'selected_options', initial: 'initial_options', options: true, many: true };

const SPELLINGS: Readonly<Record<string, Spelling>> = {
  plain_text_input: written,
  number_input: written,
  email_text_input: written,
  url_text_input: written,
  static_select: oneOption,
  radio_buttons: oneOption,
  multi_static_select: manyOptions,
  checkboxes: manyOptions,
  users_select: { key: 'selected_user', initial: 'initial_user' },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', many: true },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', many: true },
  channels_select: { key: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', many: true },
  datepicker: { key: 'selected_date', initial: 'initial_date' },
  timepicker: { key: 'selected_time', initial: 'initial_time' },
};

/** Whether the element keeps a value: a button does not. */
export function holdsValue(element: { type: string }): boolean {
  return element.type in SPELLINGS;
}

export function holdsMany(element: { type: string }): boolean {
  return SPELLINGS[element.type]?.many === true;
}

export function isEmpty(value: Plain): boolean {
  return value === null || value.length === 0;
}

/** What the bot wants to stand in the element at first. */
export function initialOf(element: ElementLike): Plain {
  const spelling = SPELLINGS[element.type];
  if (!spelling) return null;
  const given = element[spelling.initial];
  const plain = (one: unknown): string => (spelling.options ? String(optionValue(one)) : String(one));
  if (spelling.many) return Array.isArray(given) ? given.map(plain) : [];
  return given === undefined || given === null ? null : plain(given);
}

/** The value as payloads spell it, beside the element's type: `{ type, selected_option: { … } }`. */
export function slackValue(element: ElementLike, value: Plain): Record<string, unknown> {
  const spelling = SPELLINGS[element.type];
  if (!spelling) return { type: element.type };
  const list = [value ?? []].flat();
  const options = spelling.options ? optionsOf(element) : undefined;
  const found = options
    ? list.map((one) => options.find((option) => optionValue(option) === one)).filter((one) => one !== undefined)
    : list.filter((one) => one !== '');
  return { type: element.type, [spelling.key]: spelling.many ? found : (found[0] ?? null) };
}

/** All options of an element, those in groups included. */
export function optionsOf(element: ElementLike): unknown[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  return [element.options, ...groups.map((group) => group?.options)].filter(Array.isArray).flat();
}

/** What can be pressed, chosen or written in a block: its elements, what stands beside its text, or its one input. */
export function elementsIn(block: Record<string, unknown>): ElementLike[] {
  const elements = Array.isArray(block.elements) ? block.elements : [];
  return [...elements, block.accessory, block.element].filter(isElement);
}

function isElement(value: unknown): value is ElementLike {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function optionValue(option: unknown): unknown {
  return typeof option === 'object' && option !== null && 'value' in option ? option.value : undefined;
}
