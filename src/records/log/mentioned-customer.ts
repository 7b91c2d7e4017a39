import { commonWords } from '../../language/en/log-words.ts';
import { isSlip, type Named, nameKey } from '../near-names.ts';
import type { Piece } from './pieces.ts';

export interface Mention {
  pieces: readonly Piece[];
  /** Several: the words are a name, or the beginning of the names, of each. */
  customers: readonly Named[];
}

const LONGEST_NAME = 8;
const MOST = 5;

/**
 * The customer that some of the words name: by the full name, the longest first, else by how a name begins ("Acme" of
 * Acme Corporation, "beta" of Betatech), else with a slip in it. Quoted words must be a full name. `isPlain`: the word has no other meaning
 * here; a name made of other words has to be quoted.
 */
export function findMention(
  pieces: readonly Piece[],
  customers: readonly Named[],
  isPlain: (piece: Piece) => boolean,
): Mention | null {
  const byKey = new Map<string, Named[]>();
  for (const customer of customers) {
    const key = nameKey(customer.name);
    byKey.set(key, [...(byKey.get(key) ?? []), customer]);
  }
  const quoted = pieces.filter(({ kind }) => kind === 'quoted').find(({ text }) => byKey.has(nameKey(text)));
  if (quoted) return { pieces: [quoted], customers: preferExact(quoted.text, byKey.get(nameKey(quoted.text)) ?? []) };

  const runs = runsOf(pieces);
  const exact = runs.filter((run) => run.some(isPlain) && byKey.has(keyOf(run)));
  const full = longest(exact);
  if (full) {
    const typed = full.map(({ text }) => text).join(' ');
    return { pieces: full, customers: preferExact(typed, byKey.get(keyOf(full)) ?? []) };
  }

  const plain = runs.filter((run) => run.every(isPlain) && keyOf(run).length >= 3 && !isCommon(run));
  const named = customers.map((customer) => ({ customer, words: wordsOf(customer.name), key: nameKey(customer.name) }));
  const ways: ((run: Piece[]) => Named[])[] = [
    (run) =>
      named
        .filter(({ words }) =>
          startsWith(
            words,
            run.map(({ text }) => nameKey(text)),
          ),
        )
        .map(({ customer }) => customer),
    (run) =>
      (keyOf(run).length >= 4 ? named.filter(({ key }) => key.startsWith(keyOf(run))) : []).map(
        ({ customer }) => customer,
      ),
    (run) => named.filter(({ key }) => isSlip(key, keyOf(run))).map(({ customer }) => customer),
  ];
  for (const way of ways) {
    const found = longest(plain.filter((run) => way(run).length > 0));
    if (found) return { pieces: found, customers: way(found).slice(0, MOST) };
  }
  return null;
}

const keyOf = (run: readonly Piece[]) => nameKey(run.map(({ text }) => text).join(''));
const wordsOf = (name: string) => name.split(/[\s-]+/).map(nameKey);
const startsWith = (words: readonly string[], start: readonly string[]) =>
  start.every((word, index) => words[index] === word);
const isCommon = (run: readonly Piece[]) => run.every(({ text }) => commonWords.some((word) => word === text));

/** Of names that differ in signs only the one that is written so. */
function preferExact(typed: string, named: readonly Named[]): readonly Named[] {
  const same = named.filter(({ name }) => name.toLowerCase() === typed.toLowerCase());
  return (same.length ? same : named).slice(0, MOST);
}

function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  for (let from = 0; from < pieces.length; from++) {
    for (let to = from + 1; to <= Math.min(from + LONGEST_NAME, pieces.length); to++) {
      const run = pieces.slice(from, to);
      if (run.at(-1)?.kind !== 'word') break;
      runs.push(run);
      if (run.at(-1)?.ends) break;
    }
  }
  return runs;
}

/** The run with the longest name; of equals the first. */
const longest = (runs: readonly Piece[][]): Piece[] | undefined =>
  runs.toSorted((one, other) => keyOf(other).length - keyOf(one).length)[0];
