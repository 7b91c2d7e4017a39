import { Temporal } from 'temporal-polyfill';
import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { type Calendar, spanLabel } from '../../language/dates.ts';
import { exactText, figureText, type Writable } from '../../language/figures.ts';
import { text } from '../../language/text.ts';
import type { Changed } from '../../targets/change.ts';
import type { SaidTarget } from '../../targets/said-target.ts';
import type { NewTarget } from '../../targets/storage.ts';
import { headline, type Message, periodText } from './answer.ts';
import { freshText, type Moment } from './fresh.ts';
import { keptWords } from './kept-words.ts';
import { buttons, context, escaped, section } from './mrkdwn.ts';
import { targetText } from './pace.ts';

export const targetActions = {
  undo: 'target.undo',
  setSuggested: 'target.set_suggested',
  setProposed: 'target.set_proposed',
  setAnyway: 'target.set_anyway',
  removeAnyway: 'target.remove_anyway',
  undoAnyway: 'target.undo_anyway',
  setForAll: 'target.set_for_all',
  understood: 'target.understood',
  talk: 'target.talk',
} as const;

/** Slack allows 50 blocks: these, a title for each period, and what comes below. */
const MOST_SHOWN = 40;

/** The person's goals and what is reached, by period. */
export function targetsMessage(answers: readonly Answer[], moment: Moment): Message {
  const all = answers.flatMap((answer) => answer.kpis.map((kpi) => ({ answer, kpi })));
  const shown = all.slice(0, MOST_SHOWN);
  const parts = answers.flatMap((answer) => {
    const goals = shown.filter((each) => each.answer === answer).map(({ kpi }) => section(goalText(kpi)));
    return goals.length > 0 ? [section(text('target.mine', { period: periodText(answer) })), ...goals] : [];
  });
  const left = all.length - shown.length;
  const more = left > 0 ? [context(text('target.mine.more', { count: left }))] : [];
  const [first] = answers;
  const fresh = first ? [context(freshText(first, moment))] : [];
  return { text: escaped(answers.map(headline).join(' ')), blocks: [...parts, ...more, ...fresh] };
}

/** A goal and how far it is reached. */
export const goalText = (kpi: KpiValue) => `*${kpiTitle(kpi.id)}*  ${figureText(kpi.value, kpi)}\n${targetText(kpi)}`;

/** What it takes to put a goal into words. */
export interface Told {
  subject: string;
  unit: Writable['unit'];
  /** The workspace's currency. */
  currency: string;
  /** The workspace's calendar, used to name days. */
  calendar: Calendar;
}

/**
 * Says what the goal is now and was before, and which others stay, with *Undo*. `changed` with a null id: it was the
 * same already.
 */
export function targetSetMessage(
  [target]: readonly NewTarget[],
  [changed]: readonly Changed[],
  staying: readonly string[],
  told: Told,
): Message {
  if (!target || !changed) return plain('');
  const { id, before } = changed;
  const values = targetWords(target, told);
  if (id === null) return plain(text('target.same', values));
  const now =
    before?.value == null
      ? text('target.set', values)
      : text('target.set_was', { ...values, before: valueText(before, told) });
  const line = [now, ...staying].join('\n');
  const undo = { actionId: targetActions.undo, label: text('target.button.undo'), value: id };
  return { text: line, blocks: [section(line), buttons('target.set', [undo])] };
}

/** Says what applies after an undo. */
export function targetUndoneMessage(undone: SaidTarget, before: SaidTarget | null, told: Told): Message {
  return plain(
    before ? text('target.undone', targetWords(before, told)) : text('target.withdrawn', targetWords(undone, told)),
  );
}

/**
 * Says what could not be done and why, with a working example (null: nothing would work) and the typed words, so that
 * they are not lost.
 */
export function targetRefusal(reasons: readonly string[], words: string, example: string | null): Message {
  const why = escaped(reasons.join('\n'));
  const tries = example ? [context(escaped(text('target.try', { example })))] : [];
  return { text: why, blocks: [section(why), ...tries, ...keptWords(text('target.words'), words)] };
}

const plain = (line: string): Message => ({ text: line, blocks: [section(line)] });

/** A goal's days, by the calendar of the workspace. */
export const goalDays = ({ startsOn, endsOn }: Pick<NewTarget, 'startsOn' | 'endsOn'>, { calendar }: Told) =>
  spanLabel({ from: Temporal.PlainDate.from(startsOn), to: Temporal.PlainDate.from(endsOn) }, calendar);

export function targetWords(target: NewTarget, told: Told) {
  return {
    subject: `*${escaped(told.subject)}*`,
    kpi: kpiTitle(target.kpi).toLowerCase(),
    span: goalDays(target, told),
    value: valueText(target, told),
  };
}

export const valueText = (target: { value: string | null; currency: string | null }, { unit, currency }: Told) =>
  exactText(target.value, { unit, currency: target.currency ?? currency });
