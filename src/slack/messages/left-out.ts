import type { KpiValue } from '../../kpi/answer.ts';
import { kpiTitle, leftOutText } from '../../kpi/labels.ts';

/** What was left out, each thing once, with the names of the numbers it applies to unless it applies to all. */
export function leftOutLines(kpis: readonly KpiValue[]): string[] {
  const all = kpis.flatMap(({ id, leftOut }) => leftOut.map((each) => ({ id, line: leftOutText(id, each) })));
  return [...new Set(all.map(({ line }) => line))].map((line) => {
    const same = all.filter((each) => each.line === line);
    return same.length === kpis.length ? line : `${same.map(({ id }) => kpiTitle(id)).join(', ')}: ${line}`;
  });
}
