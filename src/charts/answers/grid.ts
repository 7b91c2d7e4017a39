import type { Answer, Group, KpiValue } from '../../kpi/answer.ts';
import type { Dimension } from '../../kpi/question.ts';
import { hourLabel, weekdayLabel } from '../../language/dates.ts';
import { hasOrder } from './frame.ts';

/** A group on one side of a grid. */
export interface Place {
  key: string | null;
  label: string;
}

/** An answer with two breakdowns as a table of its first KPI. Ordered groups are in order, others as they come. */
export interface Grid {
  rows: Place[];
  columns: Place[];
  at(row: Place, column: Place): KpiValue | undefined;
  /** A row's total. */
  whole(row: Place): KpiValue | undefined;
}

export function gridOf({ groups, question }: Answer): Grid {
  // The *others* of a "top 5" have no subgroups.
  const shown = groups.filter(({ others }) => !others);
  const cells = new Map<string, KpiValue | undefined>();
  const columns = new Map<string | null, Place>();
  for (const row of shown) {
    for (const { key, label, kpis } of row.groups ?? []) {
      columns.set(key, { key, label });
      cells.set(nameOf(row.key, key), kpis[0]);
    }
  }
  const [first, second] = question.by;
  return {
    rows: complete(shown.map(placeOf), first),
    columns: complete([...columns.values()], second),
    at: (row, column) => cells.get(nameOf(row.key, column.key)),
    whole: (row) => shown.find(({ key }) => key === row.key)?.kpis[0],
  };
}

/** Swaps rows and columns. */
export const turned = ({ rows, columns, at, whole }: Grid): Grid => ({
  rows: columns,
  columns: rows,
  at: (row, column) => at(column, row),
  whole,
});

const nameOf = (row: string | null, column: string | null) => JSON.stringify([row, column]);
const placeOf = ({ key, label }: Group): Place => ({ key, label });

/** In order and without gaps: an hour in which nothing happened is shown, too. */
function complete(places: Place[], by: Dimension | undefined): Place[] {
  if (!by || !hasOrder(by)) return places;
  if (by !== 'weekday' && by !== 'hour') return places.sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
  const keys = places.map(({ key }) => Number(key));
  const [from, through] = [Math.min(...keys), Math.max(...keys)];
  if (keys.length === 0) return [];
  const label = by === 'hour' ? hourLabel : weekdayLabel;
  return Array.from({ length: through - from + 1 }, (_, step) => ({
    key: String(from + step),
    label: label(from + step),
  }));
}
