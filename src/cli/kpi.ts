import { parseArgs } from 'node:util';
import { explainWords } from '../../commands/kpi/explain.ts';
import { understandBoard } from '../../commands/kpi/leaderboard.ts';
import { familiesIn } from '../../commands/kpi/list.ts';
import { reportIn } from '../../commands/kpi/report-words.ts';
import { reviewIn } from '../../commands/kpi/review-words.ts';
import { type Subcommand, subcommandIn, withSubcommand } from '../../commands/kpi/subcommands.ts';
import { type Asker, understand } from '../../commands/understand.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { Problem } from '../errors.ts';
import { evaluate } from '../kpi/evaluate.ts';
import { mustHaveBegun } from '../kpi/must-have-begun.ts';
import { describeProblems, type NotUnderstood } from '../kpi/parse/not-understood.ts';
import { everyReader } from '../kpi/survey-reader.ts';
import { problemText, text } from '../language/text.ts';
import { loadDirectory } from '../people/directory.ts';
import { calendarSettings, ensureWorkspace } from '../people/workspace.ts';
import { reportList } from '../slack/messages/report.ts';
import { answerJson } from './answer-json.ts';
import { answerTable } from './answer-table.ts';
import { jsonText } from './json-text.ts';
import { explainAtTerminal } from './kpi-explain.ts';
import { leaderboardAtTerminal, mustAskForBoard } from './kpi-leaderboard.ts';
import { kpiListText } from './kpi-list.ts';
import { reportAtTerminal } from './kpi-report.ts';
import { reviewAtTerminal } from './kpi-review.ts';
import { plainText } from './plain.ts';

export interface KpiIo {
  db: Database;
  clock: Clock;
  out: NodeJS.WritableStream;
  err: NodeJS.WritableStream;
}

type Options = Record<'json' | 'records' | 'csv', boolean>;

/** What a command's words come to: text that ends with a line break, or why they are not clear. */
type Told = string | NotUnderstood;

/**
 * `kpi "team revenue 2017-Q3 by rep" [--json]`: the same words, questions and answers as /kpi, asked by nobody in particular.
 * `kpi list [family]`, `kpi explain … [--records] [--csv]`, `kpi leaderboard … [--json]` and `kpi report … [--json]` are /kpi's, too.
 */
export async function kpiCommand(args: string[], { db, clock, out, err }: KpiIo): Promise<number> {
  try {
    const { words, ...options } = readArguments(args);
    const { name = 'question', rest = words } = subcommandIn(words) ?? {};
    mustTake(name, options);
    const workspace = await ensureWorkspace(db);
    const directory = await loadDirectory(db, workspace.id);
    const asker = { db, workspace, directory, now: clock(), member: null, reads: everyReader };
    const told = await answers[name](rest, asker, options);
    if (typeof told === 'string') {
      out.write(told);
      return 0;
    }
    err.write(`${describeProblems(told).join(' ')}\n`);
  } catch (cause) {
    if (!(cause instanceof Problem)) throw cause;
    err.write(`${problemText(cause)}\n`);
  }
  return 1;
}

const answers: Record<Subcommand | 'question', (words: string, asker: Asker, options: Options) => Promise<Told>> = {
  async list(words) {
    return kpiListText(familiesIn(words));
  },

  async explain(words, asker, { records, csv }) {
    const { about, wantsRecords } = explainWords(words);
    const parsed = await understand(about, asker);
    if (!parsed.ok) return parsed;
    mustHaveBegun(parsed.question, asker.now, calendarSettings(asker.workspace));
    return explainAtTerminal(asker, parsed.question, { records: records || wantsRecords, csv });
  },

  async leaderboard(words, asker, { json }) {
    mustAskForBoard(words);
    const parsed = await understandBoard(words, asker);
    return parsed.ok ? leaderboardAtTerminal(asker, parsed.question, json) : parsed;
  },

  async report(words, asker, { json }) {
    if (!words) return plainText(reportList());
    const [, name, rest = ''] = /^(review|products)\b\s*(.*)$/is.exec(words) ?? [];
    if (name) {
      if (json) throw new Problem('cli.not_here', { option: '--json', name: `report ${name}` });
      const about = await reviewIn(rest, asker);
      return about.ok ? reviewAtTerminal(asker, name.toLowerCase() === 'review' ? 'review' : 'products', about) : about;
    }
    const read = await reportIn(words, asker);
    return read.ok ? reportAtTerminal(asker, read, json) : read.unclear;
  },

  // What was agreed on is ticked there, so it needs somebody who asks.
  async sheet() {
    throw new Problem('cli.in_slack', { what: '/kpi sheet' });
  },

  async question(words, asker, { json }) {
    const parsed = await understand(words, asker);
    if (!parsed.ok) return withSubcommand(parsed, words);
    mustHaveBegun(parsed.question, asker.now, calendarSettings(asker.workspace));
    const answer = await evaluate(asker, parsed.question);
    return json ? jsonText(answerJson(answer)) : answerTable(answer);
  },
};

const takes: Record<Subcommand | 'question', readonly (keyof Options)[]> = {
  list: [],
  explain: ['records', 'csv'],
  leaderboard: ['json'],
  report: ['json'],
  sheet: [],
  question: ['json'],
};

/** An option that changes nothing is told, and not left unheard. @throws Problem */
function mustTake(name: Subcommand | 'question', options: Options): void {
  const known = takes[name];
  const other = (['json', 'records', 'csv'] as const).find((option) => options[option] && !known.includes(option));
  if (other) throw new Problem('cli.not_here', { option: `--${other}`, name });
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
