import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { problemText, text } from '../language/text.ts';
import type { GoalSetting } from '../records/import/goal-setting.ts';
import { type ImportRequest, importFile } from '../records/import/import-file.ts';
import { isKindName } from '../records/import/kinds/index.ts';
import { isCurrency } from '../records/import/number-format.ts';
import type { RowProblem } from '../records/import/report.ts';
import { goalSetting } from './goal-setting.ts';
import { problemLine, reportLines } from './import-report.ts';

export interface ImportIo {
  db: Database;
  clock: Clock;
  out: NodeJS.WritableStream;
  err: NodeJS.WritableStream;
  /** A person watches: a progress bar is drawn, and a long list of bad rows is cut. */
  isTerminal: boolean;
}

/** So many bad values fit a screen. */
const SHOWN = 20;

/** `import KIND FILE.csv …`. Exit code 0: all went in; 1: some rows were bad, or the file could not be read. */
export async function importCommand(args: string[], { db, clock, out, err, isTerminal }: ImportIo): Promise<number> {
  const bar = isTerminal ? new SingleBar({ stream: err, clearOnComplete: true }, Presets.shades_classic) : undefined;
  try {
    const request = readArguments(args, goalSetting(db, clock));
    if (!request) {
      out.write(`${text('import.usage')}\n`);
      return 0;
    }
    const problems: RowProblem[] = [];
    let told = 0;
    bar?.start(1000, 0);
    const report = await importFile(db, clock, request, {
      onProgress: (done) => bar?.update(Math.round(done * 1000)),
      onProblem: (problem) => {
        told += 1;
        if (!isTerminal) out.write(`${problemLine(problem)}\n`);
        else if (problems.length < SHOWN) problems.push(problem);
      },
    });
    bar?.stop();
    const lines = problems.map(problemLine);
    if (isTerminal && told > SHOWN) lines.push(text('import.more_problems', { count: told - SHOWN }));
    out.write(`${[...lines, ...reportLines(report, request)].join('\n')}\n`);
    return report.bad > 0 ? 1 : 0;
  } catch (cause) {
    bar?.stop();
    if (!(cause instanceof Problem)) throw cause;
    err.write(`${problemText(cause)}\n`);
    return 1;
  }
}

/** Null: the person asked for help. */
function readArguments(args: string[], goals: GoalSetting): ImportRequest | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [kind = '', file, extra] = positionals;
  if (!isKindName(kind)) throw new Problem('import.no_kind');
  if (file === undefined) throw new Problem('import.no_file', { file: '' });
  if (extra !== undefined) throw new Problem('import.no_option', { option: extra });
  const { source = 'import', strict = false, decimal } = values;
  const currency = values.currency?.toUpperCase();
  if (currency !== undefined && !isCurrency(currency)) throw new Problem('import.no_currency', { currency });
  if (decimal !== undefined && decimal !== 'point' && decimal !== 'comma')
    throw new Problem('import.no_decimal', { sign: decimal });
  return {
    kind,
    file,
    source,
    map: new Map((values.map ?? []).map(pair)),
    dateFormat: values['date-format'],
    decimal: decimal && (decimal === 'point' ? '.' : ','),
    currency,
    strict,
    dryRun: values['dry-run'] ?? false,
    goals,
  };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const many = { type: 'string', multiple: true } as const;
  const formats = { map: many, source: text, 'date-format': text, decimal: text, currency: text };
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { ...formats, strict: flag, 'dry-run': flag, help: flag },
    });
  } catch (cause) {
    if (cause instanceof TypeError)
      throw new Problem('import.no_option', { option: /'([^']+)'/.exec(cause.message)?.[1] ?? args.join(' ') });
    throw cause;
  }
}

function pair(map: string): [string, string] {
  const at = map.lastIndexOf('=');
  if (at < 1 || at === map.length - 1) throw new Problem('import.no_map', { map });
  return [map.slice(0, at).trim(), map.slice(at + 1).trim()];
}
