import type { NotUnderstood } from '../../src/kpi/parse/not-understood.ts';
import { isNear } from '../../src/kpi/parse/suggest.ts';
import { subcommandFillers, subcommandWords } from '../../src/language/words.ts';

export type Subcommand = keyof typeof subcommandWords;

/** The subcommand that the words begin with, and the words after it; null for a plain question. */
export function subcommandIn(words: string): { name: Subcommand; rest: string } | null {
  const said = words.replaceAll('’', "'").trim();
  for (const name of names) {
    const found = PATTERNS[name].exec(said);
    if (found) return { name, rest: said.slice(found[0].length).trim() };
  }
  return null;
}

/** Suggests the subcommand that the first unknown word may mean, as in "leaderbord revenue". */
export function withSubcommand(unclear: NotUnderstood, words: string): NotUnderstood {
  const [, typed = '', rest = ''] = /^\s*(\S+)\s*(.*)$/s.exec(words) ?? [];
  const [first, ...others] = unclear.problems;
  const meant = typed.length < SHORTEST ? [] : names.filter((name) => isNear(typed.toLowerCase(), name));
  if (first?.kind !== 'unknown' || first.word !== typed || meant.length === 0) return unclear;
  const most = <One>(some: readonly One[]) => some.slice(0, MOST);
  return {
    ok: false,
    problems: [{ ...first, suggestions: most([...first.suggestions, ...meant]) }, ...others],
    corrected: most([...unclear.corrected, ...meant.map((name) => `${name} ${rest}`.trim())]),
  };
}

/** A shorter word with a typo could mean anything. */
const SHORTEST = 4;
const MOST = 3;

const names = Object.keys(subcommandWords) as Subcommand[];

const anyOf = (words: readonly string[]) => [...words].sort((one, other) => other.length - one.length).join('|');
const FILLERS = `(?:(?:${anyOf(subcommandFillers)})\\s+)*`;
const patternOf = (name: Subcommand) =>
  new RegExp(`^${FILLERS}(?:${anyOf(subcommandWords[name])})(?![\\p{L}\\p{N}_-])`, 'iu');
const PATTERNS: Readonly<Record<Subcommand, RegExp>> = {
  list: patternOf('list'),
  explain: patternOf('explain'),
  leaderboard: patternOf('leaderboard'),
  report: patternOf('report'),
  sheet: patternOf('sheet'),
};
