import { Prisma } from '../../db/generated/client.ts';
import { Problem } from '../../errors.ts';
import { type CsvRecord, type CsvSource, recordsOf } from './csv.ts';
import type { ImportContext, ImportKind, ReadRow, Writer } from './kind.ts';
import { momentsIn } from './moment.ts';
import { contentKey, digest } from './natural-key.ts';
import { openOrdinals } from './ordinals.ts';
import type { RowProblem } from './report.ts';
import { type RowReader, rowReaders } from './row-reader.ts';
import type { Survey } from './survey.ts';

interface Listener {
  onProblem(problem: RowProblem): void;
  onBytes(count: number): void;
}

type OrdinalsOf = Awaited<ReturnType<typeof openOrdinals>>;

/**
 * The second pass: reads rows one by one and writes them in batches. The report counts what went well and what did not.
 */
export async function writeRows(
  kind: ImportKind,
  context: ImportContext,
  source: CsvSource,
  seen: Survey,
  { onProblem, onBytes }: Listener,
) {
  const { report, workspace, currency } = context;
  const readerOf = rowReaders({ survey: seen, moment: momentsIn(workspace.zone), currency });
  const writer = await kind.open(context);
  const ordinalsOf = await openOrdinals(context.tx);

  const tell = ({ problems }: RowReader) => {
    if (problems.length) report.bad += 1;
    for (const problem of problems) onProblem(problem);
  };
  let batches = 0;
  const write = async (rows: readonly ReadRow<unknown>[]) => {
    await writeBatch(kind, writer, rows, ordinalsOf, context);
    for (const { row } of rows) tell(row);
    batches += 1;
    if (isPowerOfFour(batches)) await context.tx.$executeRaw`ANALYZE ${Prisma.raw(kind.tables.join(', '))}`;
  };

  // While the database writes one batch, the next is read.
  let writing = Promise.resolve();
  const handOver = async (rows: readonly ReadRow<unknown>[]) => {
    await writing;
    writing = write(rows);
    // The error is thrown where it is awaited, which may be some rows later.
    writing.catch(() => undefined);
  };

  let batch: ReadRow<unknown>[] = [];
  for await (const record of dataRecords(source, onBytes)) {
    report.rows += 1;
    if (record === 'broken') {
      report.bad += 1;
      continue;
    }
    const row = readerOf(record);
    const read = hasTheColumns(record, seen, row) ? writer.read(row) : null;
    if (!read || row.problems.length) {
      tell(row);
      continue;
    }
    const continues = kind.grouped && read.key !== null && batch.at(-1)?.key === read.key;
    if (batch.length >= kind.batch && !continues) {
      await handOver(batch);
      batch = [];
    }
    batch.push({ row, ...read });
  }
  await handOver(batch);
  await writing;
  await writer.finish?.();

  /** All records except the header; the last may be one swallowed by a quote that is never closed. */
  async function* dataRecords(of: CsvSource, count: (bytes: number) => void): AsyncGenerator<CsvRecord | 'broken'> {
    let header = true;
    try {
      for await (const record of recordsOf(of, count)) {
        if (!header) yield record;
        header = false;
      }
    } catch (cause) {
      if (!(cause instanceof Problem && cause.code === 'import.broken_quote')) throw cause;
      onProblem({ line: Number(cause.values.line), column: '', value: '"', reason: 'broken_quote', hint: '' });
      yield 'broken';
    }
  }
}

/**
 * Within this transaction nothing tells the planner that an empty table has grown large, and it would scan the whole
 * table for each row. So it is told after 1, 4, 16 … batches.
 */
const isPowerOfFour = (count: number) => Number.isInteger(Math.log2(count) / 2);

/** Rejects rows with too few or too many cells, as their values would be in the wrong columns. */
function hasTheColumns({ cells }: CsvRecord, { width, columns }: Survey, row: RowReader): boolean {
  const extra = cells.slice(width).some((cell) => cell !== '');
  if (cells.length >= width && !extra) return true;
  row.bad(columns[0]?.field.name ?? '', 'wrong_width', `${cells.length} / ${width}`);
  return false;
}

async function writeBatch(
  kind: ImportKind,
  writer: Writer<unknown>,
  rows: readonly ReadRow<unknown>[],
  ordinalsOf: OrdinalsOf,
  { report, given }: ImportContext,
): Promise<void> {
  if (rows.length === 0) return;
  // The same key again is the same record again, but for the lines of a deal, which stand next to each other.
  const starts = rows.filter(({ key }, index) => !kind.grouped || key === null || rows[index - 1]?.key !== key);
  const contents = starts.map(({ row, key }) => key ?? digest(row.content()));
  const ordinals = await ordinalsOf(contents);
  const settled = new Map(
    starts.map((start, index) => [start, { content: contents[index] ?? '', ordinal: ordinals[index] ?? 0 }]),
  );
  const keyField = given.has('id') ? 'id' : (kind.required.flat()[0] ?? 'id');
  const keyed: ReadRow<unknown>[] = [];
  let repeated = false;
  for (const read of rows) {
    const start = settled.get(read);
    if (start) repeated = read.key !== null && start.ordinal > 0;
    if (repeated) read.row.bad(keyField, 'repeated_before');
    else keyed.push({ ...read, key: read.key ?? contentKey(start?.content ?? '', start?.ordinal ?? 0) });
  }
  const { inserted, updated, unchanged } = await writer.write(keyed);
  report.inserted += inserted;
  report.updated += updated;
  report.unchanged += unchanged;
}
