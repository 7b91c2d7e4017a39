import { Problem } from '../../errors.ts';
import { type CsvSource, recordsOf } from './csv.ts';
import { type DateFormat, dateFormatNamed, judgeDates, noDateEvidence, weighDate } from './date-format.ts';
import type { FileShape } from './field.ts';
import { type Column, type Header, readHeader } from './header.ts';
import { type DecimalSign, judgeNumbers, type NumberEvidence, noNumberEvidence, weighNumber } from './number-format.ts';

export interface FormatsAsked {
  map: ReadonlyMap<string, string>;
  dateFormat?: string | undefined;
  decimal?: DecimalSign | undefined;
}

/** What the first pass over a file finds: the column for each field, and how its dates and numbers are written. */
export interface Survey extends Header {
  /** Number of columns in the header. */
  width: number;
  dates: ReadonlyMap<Column, DateFormat>;
  decimals: ReadonlyMap<Column, DecimalSign>;
}

/** Values that mean "nothing" where a date or number is expected. */
const NOTHING = new Set(['', '-', '–', 'null', 'n/a', '#n/a', 'none']);
export const isNothing = (cell: string): boolean => NOTHING.has(cell.toLowerCase());

/**
 * Reads the whole file once, keeping only counts. @throws Problem if a column could be read in two ways and nobody has
 * said which
 */
export async function survey(
  source: CsvSource,
  kind: FileShape,
  asked: FormatsAsked,
  onBytes: (count: number) => void,
): Promise<Survey> {
  const dateFormat = asked.dateFormat === undefined ? undefined : dateFormatNamed(asked.dateFormat);
  if (dateFormat === null) throw new Problem('import.no_date_format', { format: asked.dateFormat ?? '' });
  let header: (Header & { width: number }) | undefined;
  const dates = new Map<Column, ReturnType<typeof noDateEvidence>>();
  const numbers = new Map<Column, NumberEvidence>();
  try {
    for await (const { cells } of recordsOf(source, onBytes)) {
      if (!header) {
        header = { ...readHeader(cells, kind, asked.map), width: cells.length };
        for (const column of header.columns) {
          if (column.field.reading === 'date') dates.set(column, noDateEvidence());
          if (column.field.reading === 'number') numbers.set(column, noNumberEvidence());
        }
        continue;
      }
      for (const [{ index }, evidence] of dates) whenThere(cells[index], (cell) => weighDate(cell, evidence));
      for (const [{ index }, evidence] of numbers) whenThere(cells[index], (cell) => weighNumber(cell, evidence));
    }
  } catch (cause) {
    // The second pass finds the same broken end, and reports it as a bad row after the good ones.
    if (!header || !(cause instanceof Problem && cause.code === 'import.broken_quote')) throw cause;
  }
  if (!header) throw new Problem('import.empty', { file: source.file });

  const ofFile = [...numbers.values()].reduce(sum, noNumberEvidence());
  return {
    ...header,
    dates: new Map(
      [...dates].map(([column, evidence]) => [column, dateFormat ?? settled(column, judgeDates(evidence)).format]),
    ),
    decimals: new Map(
      [...numbers].map(([column, evidence]) => [
        column,
        asked.decimal !== undefined
          ? asked.decimal
          : decided(column, judgeNumbers(evidence, ofFile, source.delimiter)).decimal,
      ]),
    ),
  };
}

function whenThere(cell: string | undefined, weigh: (cell: string) => void): void {
  if (cell !== undefined && !isNothing(cell)) weigh(cell);
}

function settled(column: Column, verdict: ReturnType<typeof judgeDates>) {
  if ('format' in verdict) return verdict;
  throw new Problem('import.two_dates', { column: column.name, value: verdict.undecided });
}

function decided(column: Column, verdict: ReturnType<typeof judgeNumbers>) {
  if ('decimal' in verdict) return verdict;
  throw new Problem('import.two_numbers', { column: column.name, value: verdict.undecided });
}

const sum = (one: NumberEvidence, other: NumberEvidence): NumberEvidence => ({
  point: one.point + other.point,
  comma: one.comma + other.comma,
  either: one.either,
});
