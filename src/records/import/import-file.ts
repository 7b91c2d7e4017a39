import { localDay } from '../../calendar/local-day.ts';
import type { Clock } from '../../clock.ts';
import type { Database, Transaction } from '../../db/client.ts';
import { workspaceToFill } from '../../people/workspace.ts';
import { markReceived } from '../data-sources.ts';
import { currenciesWithoutRate } from '../rates.ts';
import { delimiterOf } from './csv.ts';
import type { GoalSetting } from './goal-setting.ts';
import type { ImportContext } from './kind.ts';
import { importKind, type KindName } from './kinds/index.ts';
import type { DecimalSign } from './number-format.ts';
import { emptyReport, type ImportReport, type RowProblem } from './report.ts';
import { encodingOf, sizeOf } from './source-text.ts';
import { type Survey, survey } from './survey.ts';
import { writeRows } from './write-rows.ts';

export interface ImportRequest {
  kind: KindName;
  file: string;
  source: string;
  /** Column → field; comes before all synonyms. */
  map: ReadonlyMap<string, string>;
  dateFormat?: string | undefined;
  decimal?: DecimalSign | undefined;
  /** For amounts without a currency; else the workspace's. */
  currency?: string | undefined;
  /** With a single bad row nothing is imported. */
  strict: boolean;
  /** Nothing is imported; the report is the same. */
  dryRun: boolean;
  goals: GoalSetting;
}

export interface ImportListener {
  /** Called for each bad value as it is found; they are not kept. */
  onProblem(problem: RowProblem): void;
  /** 0–1 */
  onProgress(done: number): void;
}

/** Milliseconds: a large file is one transaction and takes long. */
const LONGEST_IMPORT = 30 * 60_000;

/**
 * Imports a file in one transaction: one pass to find out how it is written, one to write it. Only names that rows
 * refer to are kept in memory, not the rows.
 *
 * @throws Problem if the file cannot be read, or could be read in two ways
 */
export async function importFile(
  db: Database,
  clock: Clock,
  request: ImportRequest,
  listener: ImportListener,
): Promise<ImportReport> {
  const kind = importKind(request.kind);
  const size = await sizeOf(request.file);
  let done = 0;
  const onBytes = (count: number) => {
    done += count;
    listener.onProgress(Math.min(done / (2 * size), 1));
  };
  const encoding = await encodingOf(request.file);
  const source = { file: request.file, encoding, delimiter: await delimiterOf(request.file, encoding) };
  const seen = await survey(source, kind, request, onBytes);
  const report = emptyReport(kind.name, encoding);
  report.columns = seen.columns.map(({ name, field }) => ({ column: name, field: field.name }));
  report.unused = seen.unused;

  try {
    await db.$transaction(
      async (tx) => {
        const context = await openContext(tx, clock, request, seen, report);
        await writeRows(kind, context, source, seen, { onProblem: listener.onProblem, onBytes });
        report.withoutRate = await currenciesWithoutRate(tx, context.workspace, context.currencies);
        await markReceived(tx, context.workspace.id, request.source, clock());
        if (request.dryRun || (request.strict && report.bad > 0)) throw new TakeBack();
      },
      { timeout: LONGEST_IMPORT, maxWait: 60_000 },
    );
  } catch (cause) {
    if (!(cause instanceof TakeBack)) throw cause;
    report.kept = false;
  }
  return report;
}

/** Thrown to leave a transaction and roll back what was written. */
class TakeBack extends Error {}

async function openContext(
  tx: Transaction,
  clock: Clock,
  request: ImportRequest,
  seen: Survey,
  report: ImportReport,
): Promise<ImportContext> {
  // Only one import at a time: two would both create people that neither has found.
  const workspace = await workspaceToFill(tx);
  const now = clock();
  return {
    tx,
    workspace,
    source: request.source,
    today: localDay(now, workspace.zone).toString(),
    receivedAt: now.toString(),
    currency: request.currency ?? workspace.currency,
    currencies: new Set(),
    goals: request.goals,
    report,
    given: new Set(seen.columns.map(({ field }) => field.name)),
  };
}
