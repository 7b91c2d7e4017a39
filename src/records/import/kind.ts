import type { Transaction } from '../../db/client.ts';
import type { Workspace } from '../../people/workspace.ts';
import type { FileShape } from './field.ts';
import type { GoalSetting } from './goal-setting.ts';
import type { ImportReport } from './report.ts';
import type { RowReader } from './row-reader.ts';

/** A row that was read, with its key: the same key again is the same record. */
export interface ReadRow<Facts> {
  row: RowReader;
  facts: Facts;
  /** null: the file has no column for it, so the row's content identifies it. */
  key: string | null;
}

export interface Counts {
  inserted: number;
  updated: number;
  unchanged: number;
}

export interface ImportContext {
  tx: Transaction;
  workspace: Workspace;
  source: string;
  /** The workspace's day, ISO. */
  today: string;
  /** When this import began, ISO. */
  receivedAt: string;
  /** For amounts without a currency. */
  currency: string;
  /** The currencies of the amounts read so far. */
  currencies: Set<string>;
  goals: GoalSetting;
  report: ImportReport;
  /** The fields that have columns; anything else is left as it is. */
  given: ReadonlySet<string>;
}

export interface Writer<Facts> {
  /** Reads one row, and reports to it what is wrong. null: the rest could not be read either. */
  read(row: RowReader): { facts: Facts; key: string | null } | null;
  /** Writes some rows at once. Rows that turn out bad here are reported and not counted. */
  write(rows: readonly ReadRow<Facts>[]): Promise<Counts>;
  /** Called after the last row. */
  finish?(): Promise<void>;
}

/** One kind of file. */
export interface ImportKind<Facts = unknown> extends FileShape {
  /** The tables it fills. */
  tables: readonly string[];
  /** Rows written at once. */
  batch: number;
  /** Whether adjacent rows with the same key are parts of one record (the lines of a deal). */
  grouped?: boolean;
  open(context: ImportContext): Promise<Writer<Facts>>;
}

/** Lets each kind keep the type of its own facts while the import handles them all alike. */
export const kind = <Facts>(declaration: ImportKind<Facts>): ImportKind<Facts> => declaration;
