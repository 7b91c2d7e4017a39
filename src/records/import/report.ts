/** What is wrong with one row; `reason` names a message of the catalogue (`import.bad.<reason>`). */
export interface RowProblem {
  line: number;
  column: string;
  value: string;
  reason: string;
  /** Fills the message's gaps. */
  hint: string;
}

/** Names that came to be, or were matched: some of them, and how many there are. */
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
  /** The currencies of amounts that nothing can be reckoned with, because they have no rate. */
  withoutRate: string[];
  /** Goals: what changes in what was reached in periods that are over, in words. */
  past: string[];
  /** Nothing was kept: it was a dry run, or --strict met a bad row. */
  kept: boolean;
}

/** So many names are listed; the rest is counted. */
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
