import type { InputBlock, ModalView } from '@slack/types';
import { kpiTitle } from '../../kpi/labels.ts';
import { text } from '../../language/text.ts';
import type { Filled } from '../command.ts';
import { clipped, context, escaped } from '../messages/mrkdwn.ts';
import { plainText } from './views.ts';

/** What the form is for. */
export interface TeamForm {
  /** Whose goals, as the button that opened it says. */
  whose: string;
  kpi: string;
  period: FormPeriod;
  /** The workspace's. */
  currency: string;
}

export const formPeriods = [
  'this month',
  'next month',
  'this quarter',
  'next quarter',
  'this year',
  'next year',
] as const;
export type FormPeriod = (typeof formPeriods)[number];

export interface TeamFormRow {
  memberId: string;
  name: string;
  /** What is written in the field at first. */
  value: string;
  /** Whether a person typed that, for a choice above that changed since. */
  isTyped: boolean;
}

/** Slack takes 100 blocks. */
const MOST_ROWS = 90;

/** One field for each person; choosing another KPI or period shows its goals. */
export function teamTargetsView(
  id: string,
  title: string,
  form: TeamForm,
  { kpis, span, rows }: { kpis: readonly string[]; span: string; rows: readonly TeamFormRow[] },
): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify(form),
    title: plainText(title),
    submit: plainText(text('form.save')),
    close: plainText(text('form.close')),
    blocks: [
      choice(
        'kpi',
        text('target.form.kpi'),
        kpis.map((kpi) => [kpi, kpiTitle(kpi)]),
        form.kpi,
      ),
      choice(
        'period',
        text('target.form.period'),
        formPeriods.map((period) => [period, period]),
        form.period,
      ),
      context(escaped(text('target.form.span', { span }))),
      ...rows.slice(0, MOST_ROWS).map((row) => field(row, form)),
    ],
  };
}

/** The KPI and period that are chosen now. */
export function chosenIn({ metadata, fields }: Filled): TeamForm {
  const form = JSON.parse(metadata) as TeamForm;
  const period = formPeriods.find((each) => each === fields.get('period')?.value);
  return { ...form, kpi: fields.get('kpi')?.value || form.kpi, period: period ?? form.period };
}

export interface FilledRow {
  blockId: string;
  memberId: string;
  value: string;
  /** For what the form showed the field. Until a choice above has changed the form, that is still what was chosen before. */
  shownFor: Pick<TeamForm, 'kpi'> & { period: string };
}

/** What a person typed, as far as it is not what stood there before. */
export function typedIn({ fields }: Filled): FilledRow[] {
  return [...fields].flatMap(([blockId, { value, initial }]) => {
    const [what, kpi = '', period = '', memberId] = blockId.split('|');
    const isTyped = what === TYPED || (what === SHOWN && value.trim() !== initial);
    return isTyped && memberId ? [{ blockId, memberId, value: value.trim(), shownFor: { kpi, period } }] : [];
  });
}

const TYPED = 'typed';
const SHOWN = 'goal';

/** A block of its own for each KPI and period: in the same one Slack would keep what stood there for another. */
function field({ memberId, name, value, isTyped }: TeamFormRow, { kpi, period }: TeamForm): InputBlock {
  const id = [isTyped ? TYPED : SHOWN, kpi, period, memberId].join('|');
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plainText(clipped(name, 200)),
    element: {
      type: 'plain_text_input',
      action_id: id,
      max_length: 30,
      ...(value === '' ? {} : { initial_value: value }),
    },
  };
}

function choice(id: string, label: string, all: readonly (readonly [string, string])[], chosen: string): InputBlock {
  const options = all.map(([value, name]) => ({ text: plainText(clipped(name, 75)), value }));
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'input',
    block_id: id,
    dispatch_action: true,
    label: plainText(label),
    element: { type: 'static_select', action_id: id, options, ...(initial ? { initial_option: initial } : {}) },
  };
}
