import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { recordsBeginNotes } from '../../kpi/records-begin.ts';
import { text } from '../../language/text.ts';
import { type BarsSpec, maxColumns } from '../spec.ts';
import { topGroups } from '../top-groups.ts';
import { bucketsOf, type Draft, frameOf, numberOf, ofAll } from './frame.ts';

/** The first KPI over time or by hour; `before` has the same steps a year earlier. */
export function columnsOf(answer: Answer, before: Answer | null): Draft {
  const [by] = answer.question.by;
  const from = Math.max(0, answer.groups.length - maxColumns);
  const shown = answer.groups.slice(from);
  const values = shown.map(({ kpis: [kpi] }) => numberOf(kpi));
  const columns = (by ? bucketsOf(answer, by, shown) : []).map((bucket, at) => ({
    ...bucket,
    value: values[at] ?? null,
  }));
  const frame = frameOf(answer, answer.kpis[0]);
  if (!before) return { kind: 'columns', ...frame, columns };
  const earlier = columns.map((_, index) => numberOf(before.groups[from + index]?.kpis[0]));
  const labels = { now: text('answer.chart.actual'), label: text('answer.chart.year_before') };
  const [note] = recordsBeginNotes(answer);
  return { kind: 'columns', ...frame, columns, before: { ...labels, values: earlier }, ...(note ? { note } : {}) };
}

/** The first KPI by group, with the groups' targets. */
export function barsOf(answer: Answer): Draft {
  const [kpi] = answer.kpis;
  const { shown, others: rest } = topGroups(answer.groups, kpi);
  const bars: BarsSpec['bars'] = shown.map(({ label, kpis: [kpi], others }) => ({
    label,
    value: numberOf(kpi),
    ...(others ? { isRest: true } : {}),
    ...targetOf(kpi),
  }));
  if (rest) bars.push({ label: text('chart.others', { count: rest.count }), value: rest.value, isRest: true });
  const labels = { value: kpi ? kpiTitle(kpi.id) : '', target: text('answer.chart.target') };
  const { subtitle, ...frame } = frameOf(answer, kpi);
  return { kind: 'bars', ...frame, subtitle: ofAll(subtitle, shown.length, answer.groups.length), bars, labels };
}

/** An attainment's target is the whole; other KPIs have the group's own. */
function targetOf(kpi: KpiValue | undefined): { target?: number } {
  if (!kpi) return {};
  if (findKpi(kpi.id)?.formula.kind === 'attainment') return kpi.value === null ? {} : { target: 1 };
  return kpi.target === null ? {} : { target: Number(kpi.target) };
}
