/** Blocks that use every kind and every place the sandbox's table of limits speaks of, within those limits. */
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const option = (value: string) => ({ text: plain(value), value, description: plain('about it') });
const placeholder = plain('Choose');
const confirm = { title: plain('Sure?'), text: mrkdwn('Really?'), confirm: plain('Yes'), deny: plain('No') };

export function everyKindOfBlock(): Record<string, unknown>[] {
  return [
    { type: 'header', block_id: 'head', text: plain('Numbers') },
    { type: 'section', text: mrkdwn('Won: *3*'), fields: [mrkdwn('a'), plain('b')] },
    { type: 'divider' },
    { type: 'context', elements: [mrkdwn('as of now')] },
    { type: 'image', alt_text: 'A chart', image_url: 'http://127.0.0.1:1/x.png', title: plain('Chart') },
    { type: 'markdown', text: '# Numbers' },
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'hello' }] }],
    },
    { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]], column_settings: [{ align: 'right' }] },
    { type: 'actions', elements: [button('first')] },
    { type: 'actions', elements: choices() },
    ...inputs(),
    {
      type: 'data_visualization',
      title: 'Shares',
      chart: { type: 'pie', segments: [{ label: 'Ada', value: 3 }] },
    },
    {
      type: 'data_visualization',
      title: 'By quarter',
      chart: {
        type: 'bar',
        series: [{ name: 'Ada', data: [{ label: 'Q1', value: 3 }] }],
        axis_config: { categories: ['Q1'] },
      },
    },
  ];
}

function button(action_id: string): Record<string, unknown> {
  const look = { style: 'primary', accessibility_label: 'More of it', url: 'https://example.com' };
  return { type: 'button', text: plain('More'), action_id, value: '1', ...look, confirm };
}

function choices(): Record<string, unknown>[] {
  return [
    { type: 'static_select', action_id: 'one', placeholder, options: [option('a')] },
    {
      type: 'static_select',
      action_id: 'grouped',
      placeholder,
      option_groups: [{ label: plain('Group'), options: [option('b')] }],
    },
    { type: 'users_select', action_id: 'who', placeholder },
    { type: 'overflow', action_id: 'more', options: [option('c')] },
    { type: 'radio_buttons', action_id: 'radio', options: [option('d')] },
    { type: 'checkboxes', action_id: 'check', options: [option('e')] },
    { type: 'datepicker', action_id: 'when', placeholder },
  ];
}

/** Everything that can be written or chosen in an input block. */
function inputs(): Record<string, unknown>[] {
  const written = ['number_input', 'email_text_input', 'url_text_input'];
  const chosen = ['multi_users_select', 'conversations_select', 'multi_conversations_select', 'timepicker'];
  const elements = [
    { type: 'plain_text_input', initial_value: 'as it was' },
    ...written.map((type) => ({ type, is_decimal_allowed: false })),
    { type: 'multi_static_select', options: [option('f')] },
    ...chosen.map((type) => ({ type })),
  ];
  return elements.map((element) => ({
    type: 'input',
    label: plain('What?'),
    hint: plain('As you like'),
    element: { ...element, action_id: element.type, placeholder },
  }));
}

export function everyKindOfView(type: string): Record<string, unknown> {
  const ids = { callback_id: 'c', private_metadata: 'p', external_id: 'e' };
  const frame = { title: plain('Title'), submit: plain('Go'), close: plain('No') };
  const blocks = [{ type: 'header', block_id: 'head', text: plain('Numbers') }, ...inputs()];
  return { type, ...ids, ...(type === 'modal' && frame), blocks };
}
