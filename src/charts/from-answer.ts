import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Answer, KpiValue } from '../kpi/answer.ts';
import { findKpi } from '../kpi/catalogue/index.ts';
import { addsUp, type KpiUnit } from '../kpi/definition.ts';
import { isTime } from '../kpi/dimensions.ts';
import { kpiTitle } from '../kpi/labels.ts';
import type { Dimension, Question, TimeDimension } from '../kpi/question.ts';
import { dayAndMonth, spanLabel } from '../language/dates.ts';
import { text } from '../language/text.ts';
import { idealByDay } from '../targets/pace.ts';
import { type BarsSpec, type ChartSpec, type ChartUnit, maxColumns } from './spec.ts';
import { topGroups } from './top-groups.ts';

const LOCALE = 'en';

/**
 * The question whose answer draws the chart of another: a breakdown draws itself (null); else the KPI in front, day by
 * day when it adds up to a target, by week or month when it does not. Null also where one day leaves nothing to draw.
 */
export function chartQuestion({ question, kpis, period }: Answer): Question | null {
  const days = period.from.until(period.to).days;
  const leading = leadingKpi(kpis);
  if (question.by.length > 0 || !leading || days < 2) return null;
  return { ...question, kpis: [leading.id], by: [isPaced(leading) ? 'day' : bucketFor(days)] };
}

/** The KPI with a target that adds up, else the first: it is the one in the picture. */
const leadingKpi = (kpis: readonly KpiValue[]) => kpis.find(isPaced) ?? kpis.find(hasTime);

const isPaced = ({ id, target }: KpiValue) => {
  const kpi = findKpi(id);
  return target !== null && kpi !== undefined && addsUp(kpi) && kpi.dimensions.includes('day');
};

const hasTime = ({ id }: KpiValue) => findKpi(id)?.dimensions.includes('week') ?? false;

const bucketFor = (days: number): TimeDimension => (days <= 14 ? 'day' : days <= 120 ? 'week' : 'month');

export interface ChartInput {
  answer: Answer;
  /** The answer to `chartQuestion`, or null where the answer draws itself. */
  series: Answer | null;
  now: Temporal.Instant;
  zone: string;
  /** When the person or team works: the ideal line is flat on other days. */
  working: WorkingCalendar;
}

/** The chart of an answer; null when there is nothing to draw. */
export function chartOf(input: ChartInput): ChartSpec | null {
  const { answer, series } = input;
  if (series) {
    const [kpi] = series.kpis;
    if (!kpi || kpi.value === null) return null;
    const paced = answer.kpis.find(({ id }) => id === kpi.id);
    return paced && isPaced(paced) && series.question.by[0] === 'day'
      ? paceChart(input, series, paced)
      : columnChart(series);
  }
  const [by, second] = answer.question.by;
  // Two breakdowns at once have no picture yet.
  if (!by || second || answer.groups.every(({ kpis: [kpi] }) => kpi?.value == null)) return null;
  return hasOrder(by) && !answer.question.top ? columnChart(answer) : barChart(answer);
}

/** Whether the groups have a place of their own, whatever their size. */
const hasOrder = (by: Dimension) => isTime(by) || by === 'weekday' || by === 'hour';

function paceChart({ answer, now, zone, working }: ChartInput, series: Answer, kpi: KpiValue): ChartSpec {
  const { from, to } = answer.period;
  const target = Number(kpi.target);
  const sums = runningSums(series.groups.map((group) => Number(group.kpis[0]?.value ?? 0)));
  const days = Array.from({ length: from.until(to).days }, (_, index) => from.add({ days: index }));
  const ideal = idealByDay(target, from, to, working);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const isPast = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) <= 0;
  return {
    kind: 'pace',
    ...frameOf(answer, kpi),
    locale: LOCALE,
    days: days.map(dayAndMonth),
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

/** From where one stands today to where the present pace leads, moving on working days as the ideal line does. */
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
  const gain = Math.max(0, pace.projected - start);
  const left = last - idealToday;
  return ideal.map((value, index) =>
    index < today ? null : start + (left > 0 ? (gain * (value - idealToday)) / left : 0),
  );
}

function columnChart(answer: Answer): ChartSpec {
  const [by] = answer.question.by;
  const shown = answer.groups.slice(-maxColumns);
  const runs = answer.period.running && by !== undefined && isTime(by);
  const columns = shown.map(({ label, kpis }, index) => ({
    label,
    value: numberOf(kpis[0]),
    ...(runs && index === shown.length - 1 ? { partial: true } : {}),
  }));
  return { kind: 'columns', ...frameOf(answer, answer.kpis[0]), locale: LOCALE, columns };
}

function barChart(answer: Answer): ChartSpec {
  const [kpi] = answer.kpis;
  const { shown, others } = topGroups(answer.groups, kpi);
  const bars: BarsSpec['bars'] = shown.map(({ label, kpis: [kpi] }) => ({
    label,
    value: numberOf(kpi),
    ...targetOf(kpi),
  }));
  if (others) bars.push({ label: text('chart.others', { count: others.count }), value: others.value });
  const labels = { value: kpi ? kpiTitle(kpi.id) : '', target: text('answer.chart.target') };
  const { subtitle: span, ...frame } = frameOf(answer, kpi);
  const all = answer.groups.length;
  const subtitle = shown.length < all ? text('chart.top', { span, shown: shown.length, all }) : span;
  return { kind: 'bars', ...frame, subtitle, locale: LOCALE, bars, labels };
}

/** Attainment is measured against the whole of its target, other KPIs against the group's own. */
function targetOf(kpi: KpiValue | undefined): { target?: number } {
  if (!kpi) return {};
  if (findKpi(kpi.id)?.formula.kind === 'attainment') return kpi.value === null ? {} : { target: 1 };
  return kpi.target === null ? {} : { target: Number(kpi.target) };
}

const numberOf = (kpi: KpiValue | undefined) => (kpi?.value == null ? null : Number(kpi.value));

function frameOf({ question, subject, period, currency }: Answer, kpi: KpiValue | undefined) {
  const title = kpi ? kpiTitle(kpi.id) : '';
  const [by] = question.by;
  return {
    title: by
      ? text('answer.chart.by', { kpi: title, by: text(`by.${by}`), subject })
      : text('answer.chart.title', { kpi: title, subject }),
    subtitle: spanLabel(period),
    unit: unitOf(kpi?.unit ?? 'count', currency),
    theme: 'light' as const,
  };
}

function unitOf(unit: KpiUnit, currency: string): ChartUnit {
  if (unit === 'money') return { kind: 'money', currency };
  if (unit === 'rate') return { kind: 'percent' };
  return { kind: unit === 'odds' ? 'ratio' : unit };
}
