import { parseArgs } from 'node:util';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { everyReader } from '../kpi/survey-reader.ts';
import { problemText, text } from '../language/text.ts';
import { loadDirectory } from '../people/directory.ts';
import { ensureWorkspace } from '../people/workspace.ts';
import { publishedCsv } from '../slack/messages/pulse-csv.ts';
import { pulseResultsMessage } from '../slack/messages/pulse-results.ts';
import { resultsFor } from '../slack/outgoing/pulse-results.ts';
import { publishedRows } from '../surveys/export.ts';
import { allClosed, lastClosed } from '../surveys/readable.ts';
import { plainText } from './plain.ts';

export interface PulseIo {
  db: Database;
  out: NodeJS.WritableStream;
  err: NodeJS.WritableStream;
}

/** `pulse` tells what came of the last round of each survey, `pulse --csv` what all rounds have published. */
export async function pulseCommand(args: string[], { db, out, err }: PulseIo): Promise<number> {
  try {
    const { csv } = readArguments(args);
    const workspace = await ensureWorkspace(db);
    const directory = await loadDirectory(db, workspace.id);
    if (csv) {
      const about = { readable: directory.teams, teams: directory.teams, zone: workspace.zone };
      out.write(publishedCsv(await publishedRows(db, await allClosed(db, workspace.id, everyReader), about)));
      return 0;
    }
    const closed = await lastClosed(db, workspace.id, everyReader);
    const asking = { db, directory, workspace };
    for (const round of closed)
      out.write(plainText(pulseResultsMessage(await resultsFor(round, { id: '', role: 'admin' }, asking))));
    if (closed.length === 0) out.write(`${text('pulse.now.no_results')}\n`);
    return 0;
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    err.write(`${problemText(cause)}\n`);
    return 1;
  }
}

function readArguments(args: string[]): { csv: boolean } {
  const { values, positionals } = parseArgs({
    ...{ args, allowPositionals: true, strict: false },
    options: { csv: { type: 'boolean' } },
  });
  const [unknown] = [...Object.keys(values).filter((name) => name !== 'csv'), ...positionals];
  if (unknown !== undefined) throw new Problem('cli.pulse_option', { option: unknown });
  return { csv: values.csv === true };
}
