import { csvOf } from '../language/csv.ts';
import { text } from '../language/text.ts';
import { type ChartTable, tableOf } from './chart-table.ts';
import { wordsOf } from './chart-words.ts';
import { noData, numberFormat } from './numbers.ts';
import type { ChartSpec } from './spec.ts';

/**
 * A chart for who cannot see it: `alt` says what it shows in a line, `lines` its numbers as text, one row each, and `csv`
 * the same numbers, unrounded, as a file that a spreadsheet opens.
 */
export function chartText(spec: ChartSpec): { alt: string; lines: string[]; csv: string } {
  const { title, subtitle, kind, note } = spec;
  const table = tableOf(spec);
  const words = [wordsOf(spec), ...(note ? [note] : [])].join(' ');
  return {
    alt: text('chart.alt', { kind: text(`chart.kind.${kind}`), title, subtitle, words }),
    lines: linesOf(table, spec.locale),
    csv: csvOf([table.columns.map(({ name }) => name), ...table.rows]),
  };
}

function linesOf({ columns, rows, units = [] }: ChartTable, locale: string): string[] {
  const figures = columns.filter(({ unit }) => unit);
  return rows.map((row, at) => {
    const name = row.filter((_, index) => !columns[index]?.unit).join(' ');
    const said = columns.flatMap(({ name, unit }, index) => {
      const value = row[index];
      const ownUnit = unit === 'own' ? units[at] : unit;
      if (!ownUnit) return [];
      const written = typeof value === 'number' ? numberFormat(ownUnit, locale)(value) : noData;
      return [figures.length === 1 ? written : `${name} ${written}`];
    });
    return `${name}: ${said.join(', ')}`;
  });
}
