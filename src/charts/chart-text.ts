import { csvOf } from '../language/csv.ts';
import { text } from '../language/text.ts';
import { tableOf } from './chart-table.ts';
import { wordsOf } from './chart-words.ts';
import { noData, numberFormat } from './numbers.ts';
import type { ChartSpec } from './spec.ts';

/** What a chart shows, in a line, for those who cannot see it. */
export function chartAlt(spec: ChartSpec): string {
  const { title, subtitle, kind, note } = spec;
  const words = [wordsOf(spec), ...(note ? [note] : [])].join(' ');
  return text('chart.alt', { kind: text(`chart.kind.${kind}`), title, subtitle, words });
}

/** A chart's numbers, unrounded, as a file that a spreadsheet opens. */
export function chartCsv(spec: ChartSpec): string {
  const table = tableOf(spec);
  return csvOf([table.columns.map(({ name }) => name), ...table.rows]);
}

/** A chart's numbers as text, a line for each row. */
export function chartLines(spec: ChartSpec): string[] {
  const { columns, rows, units = [] } = tableOf(spec);
  const figures = columns.filter(({ unit }) => unit);
  return rows.map((row, at) => {
    const name = row.filter((_, index) => !columns[index]?.unit).join(' ');
    const said = columns.flatMap(({ name, unit }, index) => {
      const value = row[index];
      const ownUnit = unit === 'own' ? units[at] : unit;
      if (!ownUnit) return [];
      const written = typeof value === 'number' ? numberFormat(ownUnit, spec.locale)(value) : noData;
      return [figures.length === 1 ? written : `${name} ${written}`];
    });
    return `${name}: ${said.join(', ')}`;
  });
}
