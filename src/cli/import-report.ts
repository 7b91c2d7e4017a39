import { type MessageKey, text } from '../language/text.ts';
import type { ImportReport, RowProblem, Thing } from '../records/import/report.ts';

/** One bad value, in one line. */
export function problemLine({ line, column, value, reason, hint }: RowProblem): string {
  const values = { line: String(line), column: column || 'none', value: JSON.stringify(value) };
  // Every reason has its message: a test goes through them.
  return text('import.problem', { ...values, reason: text(`import.bad.${reason}` as MessageKey, { hint }) });
}

/** What an import did, for people. */
export function reportLines(report: ImportReport, { file, dryRun }: { file: string; dryRun: boolean }): string[] {
  const { rows, inserted, updated, unchanged, bad } = report;
  const lines = [
    text('import.file', { file, kind: report.kind, encoding: report.encoding }),
    text('import.columns', {
      list: report.columns.map(({ column, field }) => (column === field ? field : `${column} → ${field}`)).join(', '),
    }),
  ];
  if (report.unused.length) lines.push(text('import.unused', { list: report.unused.join(', ') }));
  for (const [thing, { some, count }] of Object.entries(report.created)) {
    lines.push(text('import.created', { thing, count, names: listed(some, count) }));
  }
  for (const thing of ['member', 'team', 'region', 'product', 'customer'] satisfies Thing[]) {
    const pairs = report.nearMisses.some.filter((nearMiss) => nearMiss.thing === thing);
    if (pairs.length)
      lines.push(
        text('import.matched', { thing, pairs: pairs.map((near) => text('import.pair', { ...near })).join(', ') }),
      );
  }
  if (report.assumedOutbound) lines.push(text('import.assumed_outbound', { count: report.assumedOutbound }));
  for (const currency of report.withoutRate) lines.push(text('import.no_rate', { currency }));
  lines.push(text('import.summary', { rows, inserted, updated, unchanged, bad }));
  if (report.past.length) lines.push(text('import.past'), ...report.past);
  if (dryRun) lines.push(text('import.dry_run'));
  else if (!report.kept) lines.push(text('import.nothing_kept'));
  return lines;
}

function listed(names: readonly string[], count: number): string {
  const shown = names.slice(0, 8);
  const list = shown.join(', ');
  return count > shown.length ? text('import.and_more', { list, more: count - shown.length }) : list;
}
