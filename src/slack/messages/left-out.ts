import type { KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { text } from '../../language/text.ts';

/** What was left out, each once; with the numbers it is about, unless that is all of them. */
export function leftOutLines(kpis: readonly KpiValue[]): string[] {
  const all = kpis.flatMap(({ id, leftOut }) =>
    leftOut.map(({ reason, count, currency = '' }) => ({
      id,
      line: text(`left_out.${reason}`, { count, currency }),
    })),
  );
  return [...new Set(all.map(({ line }) => line))].map((line) => {
    const same = all.filter((each) => each.line === line);
    return same.length === kpis.length ? line : `${same.map(({ id }) => kpiTitle(id)).join(', ')}: ${line}`;
  });
}
