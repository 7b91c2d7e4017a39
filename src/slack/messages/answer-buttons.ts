import type { PeriodSpec } from '../../calendar/period-spec.ts';
import type { Answer } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import type { Question } from '../../kpi/question.ts';
import { text } from '../../language/text.ts';
import { isHeat } from './answer-heat.ts';
import { type ButtonSpec, fittingButtons } from './mrkdwn.ts';
import { hasChart, type PictureState } from './picture.ts';

/** The buttons' action ids: each carries the question that it asks. `ask` shows the answer in place of the present one. */
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

/** … and this one whose 1:1 sheet it shows. */
export const SHEET_ACTION = 'kpi.sheet';

/** What one is likely to want next. A button that would lead to the answer one is looking at is left out. */
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

/** Whether something else stands in the chart's place. */
const isPutAside = ({ kind }: PictureState) => ['later', 'numbers', 'sent', 'unsent'].includes(kind);

/** Days written out and compared with those a year earlier lead nowhere near. */
const hasPeriodBefore = ({ period, against }: Question) =>
  !against || period.kind === 'this' || period.kind === 'toDate';

/** The same kind of period, one earlier; of a span written out the days it is compared with. */
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
