/** Which surface and block may hold what. A type not named here is one Slack refuses there (`unsupported type`). */
export interface Slot {
  in: string;
  path: string;
  /** Types that fit; a single composition name for objects that carry no type. */
  holds: readonly string[];
}

const TEXT = ['plain_text', 'mrkdwn'] as const;
const PLAIN = ['plain_text'] as const;
const SELECTS = [
  'static_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'external_select',
] as const;
const MULTI_SELECTS = SELECTS.map((type) => `multi_${type}`);
const PICKERS = ['datepicker', 'timepicker', 'datetimepicker'] as const;
const CHOICES = ['radio_buttons', 'checkboxes'] as const;
const INTERACTIVE = ['button', 'overflow', 'workflow_button', ...SELECTS, ...MULTI_SELECTS, ...PICKERS, ...CHOICES];
const WRITTEN = ['plain_text_input', 'number_input', 'email_text_input', 'url_text_input'] as const;
const INPUTS = [...WRITTEN, 'rich_text_input', 'file_input', ...SELECTS, ...MULTI_SELECTS, ...PICKERS, ...CHOICES];

/** Composition objects are known by where they stand, not by a `type`. */
export const COMPOSITIONS: ReadonlySet<string> = new Set(['option', 'option_group', 'confirm']);

/** Elements a person can press, choose from or write in: these carry an `action_id`. */
export const INTERACTIVE_TYPES: ReadonlySet<string> = new Set([...INTERACTIVE, ...INPUTS]);

const MESSAGE_BLOCKS = [
  'actions',
  'card',
  'carousel',
  'container',
  'context',
  'context_actions',
  'data_table',
  'data_visualization',
  'divider',
  'file',
  'header',
  'image',
  'input',
  'markdown',
  'plan',
  'rich_text',
  'section',
  'table',
  'task_card',
  'video',
];

const HOME_BLOCKS = ['actions', 'context', 'divider', 'header', 'image', 'input', 'rich_text', 'section', 'video'];

/** What Slack takes in a view and the sandbox's page cannot draw: refused, since it would look empty there. */
export const UNDRAWN_IN_VIEWS: ReadonlySet<string> = new Set([
  'alert',
  'datetimepicker',
  'external_select',
  'file_input',
  'multi_external_select',
  'rich_text_input',
  'video',
  'workflow_button',
]);

const withConfirm = ['button', ...SELECTS, ...MULTI_SELECTS, 'overflow', ...PICKERS, ...CHOICES];
const withOptions = ['static_select', 'multi_static_select', 'overflow', 'option_group', ...CHOICES];
const withPlaceholder = [...SELECTS, ...MULTI_SELECTS, 'datepicker', 'timepicker', ...WRITTEN];

export const SLOTS: readonly Slot[] = [
  { in: 'message', path: 'blocks/*', holds: MESSAGE_BLOCKS },
  { in: 'modal', path: 'title', holds: PLAIN },
  { in: 'modal', path: 'submit', holds: PLAIN },
  { in: 'modal', path: 'close', holds: PLAIN },
  { in: 'modal', path: 'blocks/*', holds: [...HOME_BLOCKS, 'alert'] },
  { in: 'home', path: 'blocks/*', holds: HOME_BLOCKS },
  { in: 'header', path: 'text', holds: TEXT },
  { in: 'section', path: 'text', holds: TEXT },
  { in: 'section', path: 'fields/*', holds: TEXT },
  { in: 'section', path: 'accessory', holds: [...INTERACTIVE, 'image'] },
  { in: 'context', path: 'elements/*', holds: [...TEXT, 'image'] },
  { in: 'actions', path: 'elements/*', holds: INTERACTIVE },
  { in: 'input', path: 'label', holds: PLAIN },
  { in: 'input', path: 'hint', holds: PLAIN },
  { in: 'input', path: 'element', holds: INPUTS },
  { in: 'image', path: 'title', holds: TEXT },
  { in: 'button', path: 'text', holds: TEXT },
  { in: 'option', path: 'text', holds: TEXT },
  { in: 'option', path: 'description', holds: TEXT },
  { in: 'option_group', path: 'label', holds: PLAIN },
  { in: 'confirm', path: 'title', holds: PLAIN },
  { in: 'confirm', path: 'text', holds: TEXT },
  { in: 'confirm', path: 'confirm', holds: PLAIN },
  { in: 'confirm', path: 'deny', holds: PLAIN },
  { in: 'static_select', path: 'option_groups/*', holds: ['option_group'] },
  { in: 'multi_static_select', path: 'option_groups/*', holds: ['option_group'] },
  ...withConfirm.map((type) => ({ in: type, path: 'confirm', holds: ['confirm'] })),
  ...withOptions.map((type) => ({ in: type, path: 'options/*', holds: ['option'] })),
  ...withPlaceholder.map((type) => ({ in: type, path: 'placeholder', holds: PLAIN })),
  {
    in: 'rich_text',
    path: 'elements/*',
    holds: ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'],
  },
  { in: 'rich_text_list', path: 'elements/*', holds: ['rich_text_section'] },
];
