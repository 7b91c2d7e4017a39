import type { KpiValue } from '../../kpi/answer.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { text } from '../../language/text.ts';

/** What was left out, each once; with the numbers it is about where they leave out different ones for the same reason. */
export function leftOutLines(kpis: readonly KpiValue[]): string[] {
  const all = kpis.flatMap(({ id, leftOut }) =>
    leftOut.map(({ reason, count, currency = '' }) => ({
      id,
      about: `${reason} ${currency}`,
      line: text(`left_out.${reason}`, { count, currency }),
    })),
  );
  return [...new Set(all.map(({ line }) => line))].map((line) => {
    const same = all.filter((each) => each.line === line);
    const isOnly = all.every((each) => each.about !== same[0]?.about || each.line === line);
    return isOnly ? line : `${same.map(({ id }) => kpiTitle(id)).join(', ')}: ${line}`;
  });
}
