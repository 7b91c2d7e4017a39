/** The fault of one row; `reason` is a message of the catalogue (`import.bad.<reason>`). */
export interface RowProblem {
  line: number;
  column: string;
  value: string;
  reason: string;
  /** Goes into the message. */
  hint: string;
}

/** Names that were created or matched: some examples, and their count. */
interface Tally<T> {
  some: T[];
  count: number;
}

export type Thing = 'member' | 'team' | 'region' | 'product' | 'customer' | 'stage';
export interface NearMiss {
  thing: Thing;
  written: string;
  matched: string;
}

/** What an import did, or would do. */
export interface ImportReport {
  kind: string;
  encoding: string;
  /** Column → field. */
  columns: { column: string; field: string }[];
  unused: string[];
  rows: number;
  inserted: number;
  updated: number;
  unchanged: number;
  bad: number;
  nearMisses: Tally<NearMiss>;
  created: Partial<Record<Thing, Tally<string>>>;
  /** Activities without a direction, taken as outbound. */
  assumedOutbound: number;
  /** Currencies of amounts that cannot be converted, as there is no rate. */
  withoutRate: string[];
  /** How imported goals change what was reached in past periods, in words. */
  past: string[];
  /** Whether anything was stored: not in a dry run, nor if --strict found a bad row. */
  kept: boolean;
}

/** Names listed; the rest are counted. */
const LISTED = 50;

export function emptyReport(kind: string, encoding: string): ImportReport {
  const counts = { rows: 0, inserted: 0, updated: 0, unchanged: 0, bad: 0, assumedOutbound: 0 };
  return {
    kind,
    encoding,
    columns: [],
    unused: [],
    ...counts,
    nearMisses: { some: [], count: 0 },
    created: {},
    withoutRate: [],
    past: [],
    kept: true,
  };
}

export function noteNearMiss(report: ImportReport, nearMiss: NearMiss): void {
  tally(report.nearMisses, nearMiss);
}

export function noteCreated(report: ImportReport, thing: Thing, name: string): void {
  const created = report.created[thing] ?? { some: [], count: 0 };
  report.created[thing] = created;
  tally(created, name);
}

function tally<T>(list: Tally<T>, entry: T): void {
  list.count += 1;
  if (list.some.length < LISTED) list.some.push(entry);
}
