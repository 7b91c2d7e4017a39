import type { PeriodSpec } from '../../calendar/period-spec.ts';
import type { Answer } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import type { Question } from '../../kpi/question.ts';
import { text } from '../../language/text.ts';
import { isHeat } from './answer-heat.ts';
import { type ButtonSpec, fittingButtons } from './mrkdwn.ts';
import { hasChart, type PictureState } from './picture.ts';

/**
 * The buttons' action ids. Each button carries the question it asks; `ask` shows its answer in place of the current
 * one.
 */
export const answerActions = {
  last: 'kpi.last',
  quarter: 'kpi.quarter',
  week: 'kpi.week',
  share: 'kpi.share',
  chart: 'kpi.chart',
  explain: 'kpi.explain',
  numbers: 'kpi.numbers',
  csv: 'kpi.csv',
} as const;

/** Its button carries the id of the person whose 1:1 sheet it shows. */
export const SHEET_ACTION = 'kpi.sheet';

/** What people are likely to want next. A button that would lead to the same answer is left out. */
export function answerButtons(
  answer: Answer,
  { picture, canShare, sheetOf }: { picture: PictureState; canShare: boolean; sheetOf?: string | null },
) {
  const { question } = answer;
  const button = (action: keyof typeof answerActions, asked: Question, style?: 'primary'): ButtonSpec => ({
    actionId: answerActions[action],
    label: text(`answer.button.${action}`),
    value: JSON.stringify(asked),
    ...(style ? { style } : {}),
  });
  const specs = [
    ...(isPutAside(picture) ? [button('chart', question, 'primary')] : []),
    ...(hasPeriodBefore(question) ? [button('last', { ...question, period: periodBefore(answer) })] : []),
    ...(isThisQuarter(question) ? [] : [button('quarter', { ...question, period: { kind: 'this', unit: 'quarter' } })]),
    ...(canGoByWeek(answer) ? [button('week', { ...question, by: ['week'], top: undefined })] : []),
    button('explain', question),
    ...(hasChart(picture) ? [button(picture.kind === 'numbers' || isHeat(answer) ? 'csv' : 'numbers', question)] : []),
    ...(sheetOf ? [{ actionId: SHEET_ACTION, label: text('answer.button.sheet'), value: sheetOf }] : []),
    ...(canShare ? [button('share', question)] : []),
  ];
  return fittingButtons('kpi.answer', specs);
}

export const isThisQuarter = ({ period }: Question): boolean => period.kind === 'this' && period.unit === 'quarter';

/** Whether something else is shown in place of the chart. */
const isPutAside = ({ kind }: PictureState) => ['later', 'numbers', 'sent', 'unsent'].includes(kind);

/** Whether there is a useful period before. For fixed days compared with a year earlier there is none nearby. */
const hasPeriodBefore = ({ period, against }: Question) =>
  !against || period.kind === 'this' || period.kind === 'toDate';

/** The same kind of period, one earlier; for fixed days, the ones they are compared with. */
export function periodBefore({ question: { period }, comparison }: Answer): PeriodSpec {
  if (period.kind === 'this' || period.kind === 'toDate') return { kind: 'last', unit: period.unit };
  const through = comparison.to.subtract({ days: 1 });
  return { kind: 'between', from: comparison.from.toString(), through: through.toString() };
}

function canGoByWeek({ question, kpis, period }: Answer): boolean {
  if (question.by.includes('week') || period.from.until(period.to).days <= 7) return false;
  const able = kpis.filter(({ id }) => findKpi(id)?.dimensions.includes('week'));
  return question.kpis.length ? able.length === kpis.length : able.length > 0;
}
