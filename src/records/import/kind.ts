import type { Transaction } from '../../db/client.ts';
import type { Workspace } from '../../people/workspace.ts';
import type { FileShape } from './field.ts';
import type { GoalSetting } from './goal-setting.ts';
import type { ImportReport } from './report.ts';
import type { RowReader } from './row-reader.ts';

/** A row that was read, with the name it is known by: the same key again is the same record. */
export interface ReadRow<Facts> {
  row: RowReader;
  facts: Facts;
  /** Null: the file has no column for it, and the row's content tells it from others. */
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
  /** Of amounts that name none. */
  currency: string;
  /** Those of the amounts read so far. */
  currencies: Set<string>;
  goals: GoalSetting;
  report: ImportReport;
  /** The fields that the file has columns for: what it does not tell is left as it is. */
  given: ReadonlySet<string>;
}

export interface Writer<Facts> {
  /** Reads one row. What is wrong with it is told to the row; null when the rest could not be read either. */
  read(row: RowReader): { facts: Facts; key: string | null } | null;
  /** Writes some rows at once. A row that turns out bad here is told so and not counted. */
  write(rows: readonly ReadRow<Facts>[]): Promise<Counts>;
  /** After the last row. */
  finish?(): Promise<void>;
}

/** One kind of file. */
export interface ImportKind<Facts = unknown> extends FileShape {
  /** The tables that it fills. */
  tables: readonly string[];
  /** How many rows are written at once. */
  batch: number;
  /** Rows next to each other with the same key are parts of one record (the lines of a deal). */
  grouped?: boolean;
  open(context: ImportContext): Promise<Writer<Facts>>;
}

/** Lets each kind keep the type of its own facts while the import handles them all alike. */
export const kind = <Facts>(declaration: ImportKind<Facts>): ImportKind<Facts> => declaration;
