import { parseArgs } from 'node:util';
import { explainWords } from '../../commands/kpi/explain.ts';
import { familiesIn } from '../../commands/kpi/list.ts';
import { understand } from '../../commands/understand.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { evaluate } from '../kpi/evaluate.ts';
import { mustHaveBegun } from '../kpi/must-have-begun.ts';
import { describeProblems } from '../kpi/parse/not-understood.ts';
import { problemText, text } from '../language/text.ts';
import { loadDirectory } from '../people/directory.ts';
import { calendarSettings, ensureWorkspace } from '../people/workspace.ts';
import { answerJson } from './answer-json.ts';
import { answerTable } from './answer-table.ts';
import { explainAtTerminal } from './kpi-explain.ts';
import { kpiListText } from './kpi-list.ts';

export interface KpiIo {
  db: Database;
  clock: Clock;
  out: NodeJS.WritableStream;
  err: NodeJS.WritableStream;
}

/**
 * `kpi "team revenue 2017-Q3 by rep" [--json]`: the same question and the same answer as /kpi, asked by nobody in particular.
 * `kpi list [family]` is the catalogue, `kpi explain … [--records] [--csv]` explains numbers.
 */
export async function kpiCommand(args: string[], { db, clock, out, err }: KpiIo): Promise<number> {
  try {
    const { words, json, records, csv } = readArguments(args);
    const [, verb, rest = ''] = /^(list|explain)\b(.*)$/is.exec(words) ?? [];
    if (verb === 'list') {
      out.write(kpiListText(familiesIn(rest)));
      return 0;
    }
    const workspace = await ensureWorkspace(db);
    const directory = await loadDirectory(db, workspace.id);
    const now = clock();
    const { about, wantsRecords } = verb ? explainWords(rest) : { about: words, wantsRecords: false };
    const parsed = await understand(about, { db, directory, workspace, now, member: null });
    if (!parsed.ok) {
      err.write(`${describeProblems(parsed).join(' ')}\n`);
      return 1;
    }
    mustHaveBegun(parsed.question, now, calendarSettings(workspace));
    const asking = { db, workspace, directory, now };
    if (verb) {
      out.write(await explainAtTerminal(asking, parsed.question, { records: records || wantsRecords, csv }));
      return 0;
    }
    const answer = await evaluate(asking, parsed.question);
    out.write(json ? `${JSON.stringify(answerJson(answer), null, 2)}\n` : answerTable(answer));
    return 0;
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    err.write(`${problemText(cause)}\n`);
    return 1;
  }
}

function readArguments(args: string[]) {
  const unknown = args.find((arg) => arg.startsWith('--') && !['--json', '--records', '--csv'].includes(arg));
  if (unknown) throw new Problem('cli.no_option', { option: unknown });
  const { values, positionals } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      records: { type: 'boolean', default: false },
      csv: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const words = positionals.join(' ').trim();
  if (!words) throw new Problem('cli.no_question', { example: text('cli.kpi_example') });
  return { words, ...values };
}
