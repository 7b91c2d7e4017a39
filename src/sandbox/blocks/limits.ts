/**
 * The limits Slack sets on messages, views and their blocks, one row each. `in` is the type of a block or element, or the name of a
 * composition object (option, confirm, …); `path` leads from there to what is measured, `*` standing for every item.
 */
export interface Limit {
  in: string;
  path: string;
  /** Most and least characters of a text, or items of a list. */
  most?: number;
  least?: number;
  required?: true;
  oneOf?: readonly string[];
}

const ID = 255;

export const LIMITS: readonly Limit[] = [
  { in: 'message', path: 'blocks', most: 50 },
  { in: 'message', path: 'blocks/*/block_id', most: ID },

  { in: 'modal', path: 'title', required: true },
  { in: 'modal', path: 'title/text', least: 1, most: 24 },
  { in: 'modal', path: 'submit/text', least: 1, most: 24 },
  { in: 'modal', path: 'close/text', least: 1, most: 24 },
  ...['modal', 'home'].flatMap((surface): Limit[] => [
    { in: surface, path: 'blocks', required: true, most: 100 },
    { in: surface, path: 'blocks/*/block_id', most: ID },
    { in: surface, path: 'private_metadata', most: 3000 },
    { in: surface, path: 'callback_id', most: ID },
    { in: surface, path: 'external_id', most: ID },
  ]),

  { in: 'plain_text', path: 'text', required: true },
  { in: 'mrkdwn', path: 'text', required: true },

  { in: 'header', path: 'text', required: true },
  { in: 'header', path: 'text/type', oneOf: ['plain_text'] },
  { in: 'header', path: 'text/text', least: 1, most: 150 },

  { in: 'section', path: 'text/text', least: 1, most: 3000 },
  { in: 'section', path: 'fields', least: 1, most: 10 },
  { in: 'section', path: 'fields/*/text', least: 1, most: 2000 },

  { in: 'context', path: 'elements', required: true, least: 1, most: 10 },
  { in: 'context', path: 'elements/*/text', least: 1, most: 3000 },

  { in: 'actions', path: 'elements', required: true, least: 1, most: 25 },

  { in: 'input', path: 'label', required: true },
  { in: 'input', path: 'label/text', least: 1, most: 2000 },
  { in: 'input', path: 'hint/text', most: 2000 },
  { in: 'input', path: 'element', required: true },
  ...['plain_text_input', 'number_input', 'email_text_input', 'url_text_input'].flatMap((type): Limit[] => [
    { in: type, path: 'action_id', most: ID },
    { in: type, path: 'placeholder/text', most: 150 },
  ]),
  { in: 'plain_text_input', path: 'initial_value', most: 3000 },

  { in: 'image', path: 'alt_text', required: true, most: 2000 },
  { in: 'image', path: 'image_url', least: 1, most: 3000 },
  { in: 'image', path: 'title/type', oneOf: ['plain_text'] },
  { in: 'image', path: 'title/text', most: 2000 },

  { in: 'markdown', path: 'text', required: true, least: 1, most: 12_000 },

  { in: 'rich_text', path: 'elements', required: true },

  { in: 'table', path: 'rows', required: true, least: 1, most: 100 },
  { in: 'table', path: 'rows/*', least: 1, most: 20 },
  { in: 'table', path: 'column_settings', most: 20 },

  { in: 'button', path: 'text', required: true },
  { in: 'button', path: 'text/type', oneOf: ['plain_text'] },
  { in: 'button', path: 'text/text', least: 1, most: 75 },
  { in: 'button', path: 'action_id', most: ID },
  { in: 'button', path: 'value', most: 2000 },
  { in: 'button', path: 'url', most: 3000 },
  { in: 'button', path: 'style', oneOf: ['primary', 'danger'] },
  { in: 'button', path: 'accessibility_label', most: 75 },

  { in: 'static_select', path: 'action_id', most: ID },
  { in: 'static_select', path: 'placeholder/text', most: 150 },
  { in: 'static_select', path: 'options', least: 1, most: 100 },
  { in: 'static_select', path: 'option_groups', least: 1, most: 100 },
  { in: 'multi_static_select', path: 'action_id', most: ID },
  { in: 'multi_static_select', path: 'placeholder/text', most: 150 },
  { in: 'multi_static_select', path: 'options', least: 1, most: 100 },
  ...['users_select', 'multi_users_select', 'conversations_select', 'timepicker'].flatMap((type): Limit[] => [
    { in: type, path: 'action_id', most: ID },
    { in: type, path: 'placeholder/text', most: 150 },
  ]),
  { in: 'overflow', path: 'action_id', most: ID },
  { in: 'overflow', path: 'options', required: true, least: 1, most: 5 },
  { in: 'radio_buttons', path: 'options', required: true, least: 1, most: 10 },
  { in: 'checkboxes', path: 'options', required: true, least: 1, most: 10 },
  { in: 'datepicker', path: 'action_id', most: ID },
  { in: 'datepicker', path: 'placeholder/text', most: 150 },

  { in: 'option', path: 'text', required: true },
  { in: 'option', path: 'text/text', least: 1, most: 75 },
  { in: 'option', path: 'value', required: true, most: 150 },
  { in: 'option', path: 'description/text', most: 75 },
  { in: 'option_group', path: 'label', required: true },
  { in: 'option_group', path: 'label/text', most: 75 },
  { in: 'option_group', path: 'options', required: true, least: 1, most: 100 },

  { in: 'confirm', path: 'title', required: true },
  { in: 'confirm', path: 'title/text', most: 100 },
  { in: 'confirm', path: 'text', required: true },
  { in: 'confirm', path: 'text/text', most: 300 },
  { in: 'confirm', path: 'confirm', required: true },
  { in: 'confirm', path: 'confirm/text', most: 30 },
  { in: 'confirm', path: 'deny', required: true },
  { in: 'confirm', path: 'deny/text', most: 30 },

  { in: 'data_visualization', path: 'title', required: true, least: 1, most: 50 },
  { in: 'data_visualization', path: 'chart', required: true },
  { in: 'data_visualization', path: 'chart/type', required: true, oneOf: ['pie', 'bar', 'line', 'area'] },
  { in: 'data_visualization', path: 'chart/segments', least: 1, most: 12 },
  { in: 'data_visualization', path: 'chart/segments/*/label', most: 20 },
  { in: 'data_visualization', path: 'chart/series', least: 1, most: 12 },
  { in: 'data_visualization', path: 'chart/series/*/name', most: 20 },
  { in: 'data_visualization', path: 'chart/series/*/data', least: 1, most: 20 },
  { in: 'data_visualization', path: 'chart/series/*/data/*/label', most: 20 },
  { in: 'data_visualization', path: 'chart/axis_config/categories', least: 1, most: 20 },
  { in: 'data_visualization', path: 'chart/axis_config/categories/*', most: 20 },
];

/** What is counted over a whole message rather than in one block. */
export const MESSAGE_LIMITS = {
  tables: 1,
  tableCharacters: 10_000,
  markdownCharacters: 12_000,
  dataVisualizations: 2,
} as const;
