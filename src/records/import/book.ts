import { v7 as uuid } from 'uuid';
import type { ImportContext } from './kind.ts';
import { type Known, nameIndex, spelled } from './name-index.ts';
import { noteCreated, noteNearMiss, type Thing } from './report.ts';
import type { RowReader } from './row-reader.ts';

/** The names of one kind of record that rows refer to. Unknown ones are created. */
export interface Book {
  /** The id of what a row's field names; null: it names nothing, or several, which the row reports. */
  idOf(row: RowReader, field: string, name: string | null): string | null;
  /** Creates what is new since the last call. Call it before writing rows that refer to it. */
  flush(): Promise<void>;
}

export interface Newcomer {
  id: string;
  name: string;
}

export function openBook(
  { report }: Pick<ImportContext, 'report'>,
  thing: Thing,
  known: readonly Known[],
  create: (newcomers: Newcomer[]) => Promise<unknown>,
): Book {
  const index = nameIndex(known, { slips: thing === 'customer' || thing === 'product' });
  const nearMisses = new Map<string, string>();
  let newcomers: Newcomer[] = [];

  return {
    idOf(row, field, name) {
      if (name === null) return null;
      const settled = nearMisses.get(spelled(name));
      if (settled) return settled;
      const found = index.find(name);
      if (found.how === 'same') return found.id;
      if (found.how === 'ambiguous') return row.bad(field, 'ambiguous');
      if (found.how === 'near') {
        noteNearMiss(report, { thing, written: name, matched: found.name });
        nearMisses.set(spelled(name), found.id);
        return found.id;
      }
      const newcomer = { id: uuid(), name: name.trim().replaceAll(/\s+/g, ' ') };
      newcomers.push(newcomer);
      index.add(newcomer);
      noteCreated(report, thing, newcomer.name);
      return newcomer.id;
    },
    async flush() {
      if (newcomers.length) await create(newcomers);
      newcomers = [];
    },
  };
}
