import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { maxColumns, maxGrouped, maxSeries } from '../spec.ts';
import { bucketsOf, type Draft, frameOf, hasOrder, numberOf, ofAll } from './frame.ts';

/** Whether the KPIs can share an axis, and are few enough. */
export const shareAnAxis = (kpis: readonly KpiValue[]): boolean =>
  kpis.length > 1 && kpis.length <= maxSeries && new Set(kpis.map(({ unit }) => unit)).size === 1;

/** Several KPIs of one unit by one dimension: lines over time, otherwise bars below each other. */
export function severalOf(answer: Answer): Draft | null {
  const [by] = answer.question.by;
  const { groups, kpis } = answer;
  if (!by || !shareAnAxis(kpis)) return null;
  const isOrdered = hasOrder(by);
  const shown = isOrdered ? groups.slice(-maxColumns) : groups.slice(0, Math.floor(maxGrouped / kpis.length));
  const series = kpis.map(({ id }) => ({
    label: kpiTitle(id),
    values: shown.map((group) => numberOf(group.kpis.find((kpi) => kpi.id === id))),
  }));
  const { subtitle: span, ...frame } = frameOf(answer, kpis[0], kpis.map(({ id }) => kpiTitle(id)).join(', '));
  const subtitle = ofAll(span, shown.length, groups.length);
  if (!isOrdered) return { kind: 'grouped', ...frame, subtitle, rows: shown.map(({ label }) => label), series };
  return { kind: 'lines', ...frame, subtitle, buckets: bucketsOf(answer, by, shown), series };
}
