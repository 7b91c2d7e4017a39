import { Readable } from 'node:stream';
import { CsvError, type Info, type Options, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { Problem } from '../../errors.ts';
import { type Encoding, textOf } from './source-text.ts';

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface CsvRecord {
  /** The line of the file that the record begins on; the header is line 1. */
  line: number;
  cells: string[];
}

/** Characters: a quote that is never closed must not read the rest of a large file into memory. */
const LONGEST_RECORD = 1_000_000;

const dialect = (delimiter: Delimiter): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true,
});

/** The separator that splits the header into the most columns; a comma if there is only one column. */
export async function delimiterOf(file: string, encoding: Encoding): Promise<Delimiter> {
  let head = '';
  for await (const piece of textOf(file, encoding)) {
    head += piece;
    if (head.length > 65_536) break;
  }
  const columns = delimiters.map((delimiter) => headerColumns(head.trimStart(), delimiter));
  return delimiters[columns.indexOf(Math.max(...columns))] ?? ',';
}

function headerColumns(head: string, delimiter: Delimiter): number {
  try {
    return (parseSync(head, { ...dialect(delimiter), to: 1 }) as string[][])[0]?.length ?? 0;
  } catch (cause) {
    if (cause instanceof CsvError) return 0;
    throw cause;
  }
}

export interface CsvSource {
  file: string;
  encoding: Encoding;
  delimiter: Delimiter;
}

/**
 * Streams a CSV file's records, the header first. Throws a Problem at a quote that is never closed, after handing out
 * what came before.
 */
export async function* recordsOf({ file, encoding, delimiter }: CsvSource, onBytes?: (count: number) => void) {
  const parser = parse({ ...dialect(delimiter), info: true, max_record_size: LONGEST_RECORD });
  const text = Readable.from(textOf(file, encoding, onBytes));
  text.on('error', (cause) => parser.destroy(cause));
  text.pipe(parser);
  // The parser gives the line where a record ends, and counts a CR LF inside quotes as two.
  let countedTwice = 0;
  let next = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      const within = record.filter((cell) => /[\r\n]/.test(cell)).join('');
      const line = info.lines - countedTwice - (within.match(/[\r\n]/g)?.length ?? 0);
      countedTwice += within.match(/\r\n/g)?.length ?? 0;
      next = info.lines - countedTwice + 1;
      yield { line, cells: record } satisfies CsvRecord;
    }
  } catch (cause) {
    if (cause instanceof CsvError) throw new Problem('import.broken_quote', { line: next });
    throw cause;
  } finally {
    text.destroy();
  }
}
