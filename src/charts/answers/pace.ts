import { Temporal } from 'temporal-polyfill';
import { localDay } from '../../calendar/local-day.ts';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { addsUpOverTime } from '../../kpi/definition.ts';
import { dayAndMonth } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import { idealByDay } from '../../targets/pace.ts';
import { type Draft, frameOf } from './frame.ts';

/** Whether a KPI has a target that its days add up to. */
export const isPaced = ({ id, target }: KpiValue): boolean => {
  const kpi = findKpi(id);
  return target !== null && kpi !== undefined && addsUpOverTime(kpi) && kpi.dimensions.includes('day');
};

export interface PaceInput {
  answer: Answer;
  /** The same KPI day by day. */
  series: Answer;
  now: Temporal.Instant;
  zone: string;
  /** Working days of the person or team: the ideal line is flat on others. */
  working: WorkingCalendar;
}

/** The running total of a KPI with a target, compared with an even pace. */
export function runningTotalOf({ answer, series, now, zone, working }: PaceInput, kpi: KpiValue): Draft {
  const { from, to } = answer.period;
  const target = Number(kpi.target);
  const sums = runningSums(series.groups.map((group) => Number(group.kpis[0]?.value ?? 0)));
  const days = Array.from({ length: from.until(to).days }, (_, index) => from.add({ days: index }));
  const ideal = idealByDay(target, from, to, working);
  const today = localDay(now, zone);
  const isPast = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) <= 0;
  return {
    kind: 'pace',
    ...frameOf(answer, kpi),
    days: days.map((day) => dayAndMonth(day, answer.calendar)),
    actual: days.map((day, index) => (isPast(day) ? (sums[index] ?? null) : null)),
    ideal: ideal.length ? ideal : null,
    projected: projectedLine(kpi, sums, ideal, days.filter(isPast).length - 1),
    target,
    labels: {
      actual: text('answer.chart.actual'),
      ideal: text('answer.chart.ideal'),
      projected: text('answer.chart.projected'),
      target: text('answer.chart.target'),
    },
  };
}

const runningSums = (values: readonly number[]) => {
  let sum = 0;
  return values.map((value) => (sum += value));
};

/** From today's value to where the current pace leads; it moves on working days, as the ideal line does. */
function projectedLine(
  { pace }: KpiValue,
  sums: readonly number[],
  ideal: readonly number[],
  today: number,
): (number | null)[] | null {
  const start = sums[today];
  const idealToday = ideal[today];
  const last = ideal.at(-1);
  if (
    !pace?.projected ||
    start === undefined ||
    idealToday === undefined ||
    last === undefined ||
    today >= ideal.length - 1
  )
    return null;
  // Rounded to what is visible: it changes a little every minute, which alone should not make a new picture.
  const gain = Math.max(0, Number(pace.projected.toPrecision(3)) - start);
  const left = last - idealToday;
  return ideal.map((value, index) =>
    index < today ? null : start + (left > 0 ? (gain * (value - idealToday)) / left : 0),
  );
}
