import type { Answer, KpiValue } from '../../kpi/answer.ts';
import type { KpiUnit } from '../../kpi/definition.ts';
import { isTime } from '../../kpi/dimensions.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import type { Dimension } from '../../kpi/question.ts';
import { spanLabel } from '../../language/dates.ts';
import { text } from '../../language/text.ts';
import type { ChartSpec, ChartUnit } from '../spec.ts';

/** A spec that lacks only its language and colours. */
export type Draft = DraftOf<ChartSpec>;
type DraftOf<Spec> = Spec extends ChartSpec ? Omit<Spec, 'locale' | 'theme'> : never;

/** The title and subtitle of a chart of one KPI, or of several under a common name. */
export function frameOf(
  { question, subject, period, calendar, currency }: Answer,
  kpi: KpiValue | undefined,
  named?: string,
) {
  const title = named ?? (kpi ? kpiTitle(kpi.id) : '');
  const [by, within] = question.by.map((each) => text(`by.${each}`));
  return {
    title: titleOf(title, subject, by, within),
    subtitle: spanLabel(period, calendar),
    unit: unitOf(kpi?.unit ?? 'count', currency),
  };
}

function titleOf(kpi: string, subject: string, by: string | undefined, within: string | undefined): string {
  if (!by) return text('answer.chart.title', { kpi, subject });
  return within
    ? text('answer.chart.by_two', { kpi, by, within, subject })
    : text('answer.chart.by', { kpi, by, subject });
}

/** A subtitle that also says if only some groups are shown. */
export const ofAll = (span: string, shown: number, all: number): string =>
  shown < all ? text('chart.top', { span, shown, all }) : span;

export function unitOf(unit: KpiUnit, currency: string): ChartUnit {
  if (unit === 'money') return { kind: 'money', currency };
  if (unit === 'rate') return { kind: 'percent' };
  return { kind: unit === 'odds' ? 'ratio' : unit };
}

export const numberOf = (kpi: KpiValue | undefined): number | null => (kpi?.value == null ? null : Number(kpi.value));

/** Whether the groups have an order of their own, whatever their size. */
export const hasOrder = (by: Dimension): boolean => isTime(by) || by === 'weekday' || by === 'hour';

/** Points over time or the hours of a day; in a running period the last one is not complete. */
export function bucketsOf({ period }: Answer, by: Dimension, places: readonly { label: string }[]) {
  const runs = period.running && isTime(by);
  return places.map(({ label }, index) => ({
    label,
    ...(runs && index === places.length - 1 ? { partial: true } : {}),
  }));
}
