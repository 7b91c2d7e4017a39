/** Modals for the tests of views. */
import type { ModalView } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });

/** A target for one person: who, how much, from when, and why. */
export function targetForm(extra: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'target',
    private_metadata: 'north',
    title: plain('Set a target'),
    submit: plain('Save'),
    blocks: [
      {
        type: 'input',
        block_id: 'who',
        label: plain('Who'),
        element: { type: 'users_select', action_id: 'person' },
      },
      {
        type: 'input',
        block_id: 'amount',
        label: plain('Amount'),
        hint: plain('In whole euros'),
        element: { type: 'number_input', action_id: 'amount', is_decimal_allowed: false, min_value: '1' },
      },
      {
        type: 'input',
        block_id: 'kpis',
        label: plain('KPIs'),
        optional: true,
        element: {
          type: 'multi_static_select',
          action_id: 'kpis',
          options: [option('revenue'), option('deals')],
          initial_options: [option('deals')],
        },
      },
      {
        type: 'input',
        block_id: 'from',
        label: plain('From'),
        optional: true,
        element: { type: 'datepicker', action_id: 'from', initial_date: '2026-03-01' },
      },
      {
        type: 'input',
        block_id: 'why',
        label: plain('Why'),
        optional: true,
        element: { type: 'plain_text_input', action_id: 'why', multiline: true, max_length: 40 },
      },
    ],
    ...extra,
  };
}

/** A modal that only says something. */
export function notice(text: string, extra: Partial<ModalView> = {}): ModalView {
  return { type: 'modal', title: plain('Notice'), blocks: [{ type: 'section', text: plain(text) }], ...extra };
}
