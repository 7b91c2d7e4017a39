import { Temporal } from 'temporal-polyfill';
import { type Answer, type KpiValue, tellsOfADay } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { dayLabel } from '../../language/dates.ts';
import { figureText } from '../../language/figures.ts';
import { allOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { NextStep } from '../../records/next-steps.ts';
import type { WaitingLead } from '../../records/waiting-leads.ts';
import type { Morning } from '../../reports/morning.ts';
import { type Message, periodText } from './answer.ts';
import { freshText, type Moment } from './fresh.ts';
import { keptBlocks } from './kept.ts';
import { type ButtonSpec, clipped, context, escaped, fittingButtons, plainText, section } from './mrkdwn.ts';
import { goalText } from './targets.ts';

/** *Done* under a next step. Slack wants another id for each button of a row. */
export const doneActions = ['next_step.done.1', 'next_step.done.2', 'next_step.done.3', 'next_step.done.4'] as const;

const MOST = { kpis: 6, leads: 5, silent: 3 } as const;
/** Slack's limit for a button's label. */
const LONGEST_LABEL = 75;
/** Characters of the step in its button; the list shows more. */
const LONGEST_STEP = 40;

/** The morning message: today's goals, promised next steps, waiting leads, and customers not heard from lately. */
export function morningMessage(morning: Morning, moment: Moment): Message {
  const { name, today, month, steps, leads, silent, kept } = morning;
  const toGo = today && toGoText(today);
  const counted = [
    ...(steps.length ? [text('morning.steps_count', { count: steps.length })] : []),
    ...(leads.length ? [text('morning.leads_count', { count: leads.length })] : []),
    ...(silent.length ? [text('morning.silent_count', { count: silent.length })] : []),
    ...(kept.length ? [text('morning.kept_count', { count: kept.length })] : []),
  ];
  const all = [...(toGo ? [toGo] : []), ...counted];
  const line = escaped(text('morning.greeting', { name, all: all.length ? allOf(all) : text('morning.month_only') }));
  const fresh = month ?? today;
  return {
    text: line,
    blocks: [
      section(`*${line}*`),
      ...(month ? [section(monthText(month))] : []),
      ...stepBlocks(morning),
      ...list('leads', leads, leadLine),
      ...list('silent', silent, (customer) => silentText(customer, morning)),
      ...keptBlocks(kept),
      ...(fresh ? [context(freshText(fresh, moment))] : []),
    ],
  };
}

/**
 * What is still missing today: "Calls made 3 and Revenue $1,200 to go today"; null if no KPI has a goal for the day.
 */
export function toGoText({ kpis }: Answer): string | null {
  const ofToday = kpis.filter((kpi) => kpi.pace && tellsOfADay(kpi));
  if (ofToday.length === 0) return null;
  const missing = ofToday.filter(({ pace }) => pace && pace.toGo > 0);
  if (missing.length === 0) return text('morning.met');
  return text('morning.to_go', { figures: allOf(missing.slice(0, MOST.kpis).map(missingText)) });
}

function missingText(kpi: KpiValue): string {
  const toGo = kpi.pace?.toGo ?? 0;
  const value = figureText(kpi.unit === 'count' ? Math.ceil(toGo) : toGo, kpi);
  return text('morning.figure', { title: kpiTitle(kpi.id), value });
}

const monthText = (month: Answer) =>
  [
    `*${escaped(text('morning.month', { period: periodText(month) }))}*`,
    ...month.kpis.slice(0, MOST.kpis).map(goalText),
    ...moreThan(MOST.kpis, month.kpis.length),
  ].join('\n');

function stepBlocks({ steps, day }: Pick<Morning, 'steps' | 'day'>) {
  if (steps.length === 0) return [];
  const shown = steps.slice(0, doneActions.length);
  const lines = shown.map((each) => stepLine(each, day));
  const done = shown.flatMap(({ step, activityId: value }, index): ButtonSpec[] => {
    const actionId = doneActions[index];
    const label = clipped(text('morning.done', { step: clipped(step, LONGEST_STEP) }), LONGEST_LABEL);
    return actionId ? [{ actionId, label, value }] : [];
  });
  const head = `*${text('morning.steps')}*`;
  return [
    section([head, ...lines, ...moreThan(shown.length, steps.length)].join('\n')),
    ...fittingButtons('morning.steps', done),
  ];
}

/** A next step, whom it is about, and since when it is overdue. */
const stepLine = ({ step, about, dueOn }: NextStep, today: Temporal.PlainDate): string =>
  text('morning.step', {
    step: escaped(step),
    about: about ? escaped(about) : 'none',
    overdue: dueOn < today.toString() ? 'yes' : 'no',
    day: dayText(dueOn),
  });

/** A next step with *Done* beside it, for messages with room for a block each. */
export const stepBlock = (each: NextStep, today: Temporal.PlainDate) => ({
  ...section(stepLine(each, today)),
  accessory: {
    type: 'button' as const,
    action_id: doneActions[0],
    text: plainText(text('morning.done_short')),
    accessibility_label: clipped(text('morning.done', { step: each.step }), LONGEST_LABEL),
    value: each.activityId,
  },
});

/** A lead that waits for its first answer. */
export const leadLine = ({ name, source, since }: WaitingLead): string =>
  text('morning.lead', { name: escaped(name), source: source ? escaped(source) : 'none', day: dayText(since) });

function list<Item>(kind: 'leads' | 'silent', items: readonly Item[], words: (item: Item) => string) {
  if (items.length === 0) return [];
  const lines = items.slice(0, MOST[kind]).map(words);
  return [section([`*${text(`morning.${kind}`)}*`, ...lines, ...moreThan(MOST[kind], items.length)].join('\n'))];
}

function silentText({ name: customer, lastOn }: Morning['silent'][number], { name, day }: Morning): string {
  const days = Temporal.PlainDate.from(lastOn).until(day).days;
  const words = escaped(text('morning.check_in', { name, customer }));
  return text('morning.silent_one', { name: escaped(customer), day: dayText(lastOn), days, words });
}

/** A line that counts the ones not shown. */
export const moreThan = (shown: number, all: number) =>
  all > shown ? [text('morning.more', { count: all - shown })] : [];

const dayText = (day: string) => dayLabel(Temporal.PlainDate.from(day), 'day');
