import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Answer, KpiValue } from '../kpi/answer.ts';
import { findKpi } from '../kpi/catalogue/index.ts';
import { isTime } from '../kpi/dimensions.ts';
import type { Question, TimeDimension } from '../kpi/question.ts';
import { areBullets, bulletsOf } from './answers/bullets.ts';
import { type Draft, hasOrder } from './answers/frame.ts';
import { funnelOf, isFunnel } from './answers/funnel.ts';
import { isLoyalty, loyaltyOf } from './answers/loyalty.ts';
import { barsOf, columnsOf } from './answers/one-by.ts';
import { isPaced, runningTotalOf } from './answers/pace.ts';
import { severalOf, shareAnAxis } from './answers/several.ts';
import { twoByOf } from './answers/two-by.ts';
import type { ChartSpec, ThemeName } from './spec.ts';

export const LOCALE = 'en';

/**
 * The question whose answer is drawn as another answer's chart; null: the answer is drawn itself (a breakdown, a
 * funnel, numbers with targets), or it covers one day only and there is nothing to draw. Otherwise it is the first KPI:
 * day by day if its days add up to a target, else by week or month, together with the others if all have the same unit.
 */
export function chartQuestion(answer: Answer): Question | null {
  const { question, kpis, period } = answer;
  if (question.by.length > 0 || isFunnel(kpis) || areBullets(answer)) return null;
  const days = period.from.until(period.to).days;
  const leading = kpis.find(isPaced) ?? kpis.find(hasWeeks);
  if (!leading || days < 2) return null;
  if (isPaced(leading)) return { ...question, kpis: [leading.id], by: ['day'] };
  const together = question.kpis.length > 0 && shareAnAxis(kpis) && kpis.every(hasWeeks);
  return { ...question, kpis: together ? kpis.map(({ id }) => id) : [leading.id], by: [bucketFor(days)] };
}

const hasWeeks = ({ id }: KpiValue) => findKpi(id)?.dimensions.includes('week') ?? false;

const bucketFor = (days: number): TimeDimension => (days <= 14 ? 'day' : days <= 120 ? 'week' : 'month');

/** The question for the same steps a year earlier, if the answer drawn is compared with that; else null. */
export function yearBeforeQuestion({ question, kpis, comparison }: Answer): Question | null {
  const { by, against, ...asked } = question;
  const [first, second] = by;
  if (against !== 'lastYear' || !first || second || !isTime(first) || kpis.length > 1) return null;
  const through = comparison.to.subtract({ days: 1 });
  return { ...asked, by, period: { kind: 'between', from: comparison.from.toString(), through: through.toString() } };
}

export interface ChartInput {
  answer: Answer;
  /** The answer to `chartQuestion`; null: the answer is drawn itself. */
  series: Answer | null;
  /** The answer to `yearBeforeQuestion` of what is drawn. */
  yearBefore: Answer | null;
  now: Temporal.Instant;
  zone: string;
  /** Working days of the person or team: the ideal line is flat on others. */
  working: WorkingCalendar;
  theme: ThemeName;
}

/** The chart that suits an answer; null: nothing to draw, or nothing that would be right. */
export function chartOf(input: ChartInput): ChartSpec | null {
  const draft = input.series ? overTime(input, input.series) : ofItself(input.answer, input.yearBefore);
  return draft && { ...draft, locale: LOCALE, theme: input.theme };
}

function overTime(input: ChartInput, series: Answer): Draft | null {
  const [kpi] = series.kpis;
  if (!kpi || series.kpis.every(({ value }) => value === null)) return null;
  const paced = input.answer.kpis.find(({ id }) => id === kpi.id);
  if (paced && isPaced(paced) && series.question.by[0] === 'day') return runningTotalOf({ ...input, series }, paced);
  if (series.kpis.length > 1) return severalOf(series);
  return isLoyalty(kpi) && !input.yearBefore ? loyaltyOf(series) : columnsOf(series, input.yearBefore);
}

function ofItself(answer: Answer, yearBefore: Answer | null): Draft | null {
  const { question, kpis, groups } = answer;
  const [by, second] = question.by;
  if (!by) return isFunnel(kpis) ? funnelOf(answer) : areBullets(answer) ? bulletsOf(answer) : null;
  if (groups.every((group) => group.kpis.every(({ value }) => value === null))) return null;
  const areNamed = question.kpis.length > 1;
  if (second) return kpis.length === 1 ? twoByOf(answer) : null;
  if (areNamed && shareAnAxis(kpis)) return severalOf(answer);
  // Numbers of different units have no common axis; over time only the first is shown, under its name.
  if (areNamed && kpis.length > 1 && !isTime(by)) return null;
  if (groups.every(({ kpis: [kpi] }) => kpi?.value == null)) return null;
  // Compared with the year before, there is room for the score only, not for what it is made of.
  if (kpis[0] && isLoyalty(kpis[0]) && !yearBefore) return loyaltyOf(answer);
  return hasOrder(by) && !question.top ? columnsOf(answer, yearBefore) : barsOf(answer);
}
