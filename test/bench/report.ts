/** The table, the file with the figures, and what has changed since the run before. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defaultDataFolder } from '../../src/db/open.ts';
import { type Line, percentile } from './measure.ts';

/** What is not a time beside another's, in words; with a goal it is said whether that is met. */
export interface Finding {
  what: string;
  found: string;
  goal?: { words: string; isMet: boolean };
}

export interface Figures {
  name: string;
  reference: string;
  count: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  referenceP50: number;
  referenceP99: number;
  /** Ours to the reference's: below 1 is faster. */
  ratioP50: number;
  ratioP99: number;
}

interface Run {
  at: string;
  lines: Figures[];
  findings: readonly Finding[];
}

const file = join(defaultDataFolder, 'bench.json');

function figuresOf({ name, reference, times, referenceTimes }: Line): Figures {
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)];
  const [referenceP50, referenceP99] = [percentile(referenceTimes, 0.5), percentile(referenceTimes, 0.99)];
  const ratios = { ratioP50: p50 / referenceP50, ratioP99: p99 / referenceP99 };
  return { name, reference, count: times.length, p50, p99, referenceP50, referenceP99, ...ratios };
}

/**
 * Prints the lines beside those of the run before, what was found besides, and which goals were missed; keeps all of it for
 * the next run. Ratios are compared: they say more than milliseconds on a busy machine.
 */
export async function report(lines: readonly Line[], findings: readonly Finding[]): Promise<void> {
  const before = await lastRun();
  const figures = lines.map(figuresOf);
  const rows = figures.map((line) => {
    const old = before?.lines.find(({ name }) => name === line.name);
    return {
      line: line.name,
      'p50 ms': rounded(line.p50),
      'p99 ms': rounded(line.p99),
      reference: line.reference,
      'its p50': rounded(line.referenceP50),
      'its p99': rounded(line.referenceP99),
      'ratio p50': rounded(line.ratioP50),
      'ratio p99': rounded(line.ratioP99),
      'before p50': old ? rounded(old.ratioP50) : '–',
      'before p99': old ? rounded(old.ratioP99) : '–',
    };
  });
  console.log(table(rows));
  console.log(before ? `\n"before": the ratios of ${before.at}` : '\nNo run before this one to compare with.');
  console.log(`\n${findings.map(sentence).join('\n')}`);
  const missed = findings.filter(({ goal }) => goal && !goal.isMet).length;
  if (missed > 0) console.log(`\n${missed === 1 ? 'A GOAL WAS' : `${missed} GOALS WERE`} MISSED`);
  await mkdir(defaultDataFolder, { recursive: true });
  await writeFile(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), lines: figures, findings } satisfies Run, null, 2)}\n`,
  );
}

async function lastRun(): Promise<Run | undefined> {
  const json = await readFile(file, 'utf8').catch(() => undefined);
  return json === undefined ? undefined : (JSON.parse(json) as Run);
}

const sentence = ({ what, found, goal }: Finding) =>
  `${what}: ${found}${goal ? `; goal ${goal.words}: ${goal.isMet ? 'met' : 'MISSED'}` : ''}`;

const rounded = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

/** Columns as wide as their widest cell; numbers to the right. */
function table(rows: readonly Record<string, string>[]): string {
  const heads = Object.keys(rows[0] ?? {});
  const lines = [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ''))];
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? '').length)));
  const padded = (cell: string, column: number) =>
    heads[column] === 'line' || heads[column] === 'reference'
      ? cell.padEnd(widths[column] ?? 0)
      : cell.padStart(widths[column] ?? 0);
  return lines.map((cells) => cells.map(padded).join('  ').trimEnd()).join('\n');
}
