import { kpiTitle } from '../../kpi/labels.ts';
import { text } from '../../language/text.ts';
import type { Changed, Undone } from '../../targets/change.ts';
import type { NewTarget } from '../../targets/storage.ts';
import type { Message } from './answer.ts';
import { buttons, context, escaped, section } from './mrkdwn.ts';
import { goalDays, type Told, targetActions, valueText } from './targets.ts';

/** A goal that was set together with other people's. */
export interface SetForOne {
  target: NewTarget;
  changed: Changed;
  told: Told;
}

/** Lines of a name and two amounts that fit the characters of a section. */
const LINES_A_SECTION = 15;

/** Says which goals a form has set for many people, with *Undo*. `unsaved`: lines about those it has not. */
export function setForAllMessage(
  { kpi, span }: { kpi: string; span: string },
  goals: readonly SetForOne[],
  unsaved: readonly string[],
): Message {
  const title = text('target.form.done', { kpi: kpiTitle(kpi), span, count: goals.length });
  const lines = goals.map(({ target, changed: { before }, told }) => {
    const kind = target.value === null ? 'removed' : before?.value == null ? 'set' : 'changed';
    const was = before ? valueText(before, told) : '';
    return text(`target.form.${kind}`, { name: escaped(told.subject), value: valueText(target, told), before: was });
  });
  const id = goals[0]?.changed.id;
  const undo = id ? [{ actionId: targetActions.undo, label: text('target.button.undo'), value: id }] : [];
  return {
    text: [title, ...lines].join('\n'),
    blocks: [
      section(`*${title}*`),
      ...inSections(lines),
      ...(undo.length > 0 ? [buttons('target.set', undo)] : []),
      ...unsaved.map(context),
    ],
  };
}

/** Says what applies to each person after that was undone. */
export function undoneForAllMessage(all: readonly (Undone & { told: Told })[]): Message {
  const [first] = all;
  if (!first) return { text: '', blocks: [] };
  const span = goalDays(first.undone, first.told);
  const title = text('target.form.undone', { kpi: kpiTitle(first.undone.kpi), span, count: all.length });
  const lines = all.map(({ before, told }) => {
    const name = escaped(told.subject);
    if (!before) return text('target.form.back_none', { name });
    return text('target.form.back', { name, value: valueText(before, told) });
  });
  return { text: [title, ...lines].join('\n'), blocks: [section(title), ...inSections(lines)] };
}

function inSections(lines: readonly string[]) {
  const starts = lines.flatMap((_, index) => (index % LINES_A_SECTION === 0 ? [index] : []));
  return starts.map((start) => section(lines.slice(start, start + LINES_A_SECTION).join('\n')));
}
