import type { HeatSpec } from './spec.ts';

/** A cell of a heat map; `isEnough`: it is based on enough facts to mention. */
export type Cell = { row: string; column: string; value: number | null; count: number; isEnough: boolean };

/** A heat map's cells row by row, and the best of those with enough facts; among equals the one with most. */
export function cellsOf({ rows, columns, cells, fewest }: HeatSpec): { cells: Cell[]; best: Cell | undefined } {
  const all = rows.flatMap((row, y) =>
    columns.map((column, x) => {
      const { value, count } = cells[y]?.[x] ?? { value: null, count: 0 };
      return { row, column, value, count, isEnough: value !== null && count >= fewest };
    }),
  );
  const ranked = all
    .filter(({ isEnough }) => isEnough)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || b.count - a.count);
  return { cells: all, best: ranked[0] };
}
