import type { Answer, KpiValue } from '../../kpi/answer.ts';
import { findKpi } from '../../kpi/catalogue/index.ts';
import { addsUp } from '../../kpi/definition.ts';
import { isTime } from '../../kpi/dimensions.ts';
import { FEWEST_FACTS } from '../../kpi/fewest.ts';
import { kpiTitle } from '../../kpi/labels.ts';
import { text } from '../../language/text.ts';
import { maxBars, maxHours } from '../spec.ts';
import { type Draft, frameOf, numberOf, ofAll } from './frame.ts';
import { type Grid, turned } from './grid.ts';

/** Two ordered dimensions: hours, or else time, run from left to right. */
export function heatOf(answer: Answer, grid: Grid): Draft | null {
  const [kpi] = answer.kpis;
  const [first, second] = answer.question.by;
  if (!kpi || !first || !second) return null;
  const isTurned = first === 'hour' || (isTime(first) && second !== 'hour');
  const [by, across] = isTurned ? [second, first] : [first, second];
  const { rows: allRows, columns: allColumns, at } = isTurned ? turned(grid) : grid;
  const rows = allRows.slice(-maxBars);
  const columns = allColumns.slice(-maxHours);
  const declared = findKpi(kpi.id);
  const isCount = declared !== undefined && addsUp(declared);
  const counted = text('chart.counted', { kpi: kpi.id });
  const { subtitle: span, ...frame } = frameOf(answer, kpi);
  const [shown, all] =
    rows.length < allRows.length ? [rows.length, allRows.length] : [columns.length, allColumns.length];
  return {
    kind: 'heat',
    ...frame,
    subtitle: ofAll(span, shown, all),
    rows: rows.map(({ label }) => label),
    columns: columns.map(({ label }) => label),
    cells: rows.map((row) => columns.map((column) => cellOf(at(row, column), isCount))),
    fewest: isCount ? 0 : FEWEST_FACTS,
    labels: {
      row: text(`by.${by}`),
      column: text(`by.${across}`),
      value: kpiTitle(kpi.id),
      count: isCount ? null : counted,
      few: text('chart.few', { fewest: FEWEST_FACTS, counted }),
      best: text(declared?.better === 'up' && !isCount ? 'chart.best' : 'chart.highest'),
    },
  };
}

/** For counts, the value itself is the number of facts; nothing counted means none. */
function cellOf(kpi: KpiValue | undefined, isCount: boolean): { value: number | null; count: number } {
  const value = numberOf(kpi);
  return { value, count: Number((isCount ? value : kpi?.denominator) ?? 0) };
}
