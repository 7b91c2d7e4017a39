import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { kpiTitle } from '../../kpi/labels.ts';
import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { Filled } from '../command.ts';
import { buttons, clipped, context, escaped, plainText, section } from '../messages/mrkdwn.ts';
import { selectField } from './fields.ts';

/**
 * The form's state. It has two pages: one to choose a KPI and a period, the other with a field for each person. The
 * fields are for just this KPI and period, which cannot change while somebody types.
 */
export interface TeamForm {
  /** Whose goals, as in the value of the opening button. */
  whose: string;
  kpi: string;
  /** `month/2026-03-01/2026-04-01` */
  period: string;
  /** Index of the first person shown. */
  first: number;
  /** The workspace's currency. */
  currency: string;
  /** Typed values not saved or shown yet, for other people, KPIs or periods. */
  drafts: readonly Draft[];
  /** Identifies the warning shown last, about past periods or huge goals. */
  warned?: string;
}

export interface Draft {
  kpi: string;
  period: string;
  memberId: string;
  value: string;
}

export interface TeamFormRow {
  memberId: string;
  name: string;
  /** The field's first value. */
  value: string;
  /** Whether somebody typed it and has not saved it yet. */
  isTyped: boolean;
}

/** The words around the fields. */
export interface TeamFormWords {
  title: string;
  /** The period's days as people say them. */
  days(period: string): string;
  nameOf(memberId: string): string;
}

/** People on a page; Slack allows 100 blocks. */
export const MOST_ROWS = 90;
/** Characters that Slack allows in private_metadata. */
const MOST_KEPT = 3000;

const formActions = { choose: 'target.form.choose', people: 'target.form.people' } as const;

const CHOICE = { kpi: 'kpi', period: 'period' } as const;
const TYPED = 'typed';
const SHOWN = 'goal';

/** Whether everything typed fits into private_metadata while other fields are shown. */
export const canKeep = (form: TeamForm): boolean => JSON.stringify(form).length <= MOST_KEPT;

/** The page with a field for each person. */
export function valuesPage(
  id: string,
  form: TeamForm,
  { rows, count, note }: { rows: readonly TeamFormRow[]; count: number; note?: string },
  words: TeamFormWords,
): ModalView {
  const title = text('target.form.for', { kpi: kpiTitle(form.kpi), span: words.days(form.period) });
  const last = form.first + rows.length;
  const pages = Array.from({ length: Math.ceil(count / MOST_ROWS) }, (_, page) => page * MOST_ROWS);
  const others = pages.filter((first) => first !== form.first);
  return {
    ...modal(id, form, words),
    submit: plainText(text('form.save')),
    blocks: [
      section(`*${escaped(title)}*`),
      context(text(rows.length > 0 ? 'target.form.how' : 'target.form.nobody')),
      ...(others.length > 0 ? [context(text('target.form.part', { first: form.first + 1, last, count }))] : []),
      buttons('target.form.turn', [
        { actionId: formActions.choose, label: text('target.form.choose'), value: 'choose' },
        ...others.slice(0, 20).map((first) => ({
          actionId: `${formActions.people}.${first}`,
          label: text('target.form.people', { first: first + 1, last: Math.min(first + MOST_ROWS, count) }),
          value: String(first),
        })),
      ]),
      ...rows.map((row) => field(row, form)),
      ...(note ? [section(`:warning: ${note}`)] : []),
      ...unsaved(form, words),
    ],
  };
}

/** The page to choose a KPI and a period. */
export function choicePage(
  id: string,
  form: TeamForm,
  { kpis, periods }: { kpis: readonly string[]; periods: readonly (readonly [string, string])[] },
  words: TeamFormWords,
): ModalView {
  const titled = kpis.map((kpi) => [kpi, kpiTitle(kpi)] as const);
  return {
    ...modal(id, form, words),
    submit: plainText(text('form.next')),
    blocks: [
      selectField({ id: CHOICE.kpi, label: text('target.form.kpi') }, titled, form.kpi),
      selectField({ id: CHOICE.period, label: text('target.form.period') }, periods, form.period),
      ...unsaved(form, words),
    ],
  };
}

const modal = (id: string, form: TeamForm, { title }: TeamFormWords) => ({
  type: 'modal' as const,
  callback_id: id,
  private_metadata: JSON.stringify(form),
  title: plainText(title),
  close: plainText(text('form.close')),
});

/** Characters that Slack allows in a text. */
const MOST_SAID = 3000;

/** Lists typed values that are not shown, so that nobody takes them for saved: in one block, however many there are. */
const unsaved = ({ drafts }: TeamForm, words: TeamFormWords): KnownBlock[] => {
  const lines = unsavedLines(drafts, words);
  return lines.length > 0 ? [context(clipped(lines.join('\n'), MOST_SAID))] : [];
};

/** A line for each KPI and period with typed values that are not saved. */
export function unsavedLines(drafts: readonly Draft[], { days, nameOf }: Omit<TeamFormWords, 'title'>): string[] {
  const all = new Set(drafts.map(({ kpi, period }) => `${kpi} ${period}`));
  return [...all].map((each) => {
    const own = drafts.filter(({ kpi, period }) => `${kpi} ${period}` === each);
    const [kpi = '', period = ''] = each.split(' ');
    const values = own.map(({ memberId, value }) => `${nameOf(memberId)} ${value === '' ? '–' : value}`);
    const said = { count: own.length, kpi: kpiTitle(kpi), span: days(period), values: escaped(allOf(values)) };
    return text('target.form.unsaved', said);
  });
}

/** The form as filled in: the values on the page shown, and what was chosen. */
export interface FilledForm {
  form: TeamForm;
  page: 'choice' | 'values';
  typed: readonly TypedRow[];
}

export interface TypedRow {
  blockId: string;
  memberId: string;
  value: string;
}

/** Reads what a person chose and typed; values left as they were do not count as typed. */
export function readForm({ metadata, fields }: Filled): FilledForm {
  const form = JSON.parse(metadata) as TeamForm;
  const [kpi, period] = [fields.get(CHOICE.kpi)?.value, fields.get(CHOICE.period)?.value];
  if (kpi && period) return { form: { ...form, kpi, period, first: 0 }, page: 'choice', typed: [] };
  const typed = [...fields].flatMap(([blockId, { value, initial }]) => {
    const [what, of, days, memberId] = blockId.split('|');
    // A block's id names its KPI and period, as Slack may send values of earlier fields.
    const isOurs = of === form.kpi && days === form.period && memberId !== undefined;
    const isTyped = what === TYPED || (what === SHOWN && value.trim() !== initial);
    return isOurs && isTyped ? [{ blockId, memberId, value: value.trim() }] : [];
  });
  return { form, page: 'values', typed };
}

/** Each KPI and period has its own block id: under the same one Slack would keep the old field's value. */
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
