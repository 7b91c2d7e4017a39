import { commonWords } from '../../language/en/log-words.ts';
import { isSlip, type Named, nameKey, SHORTEST_SLIP } from '../near-names.ts';
import type { Piece } from './pieces.ts';
import { type Run, runsOf } from './runs.ts';

export interface Mention {
  pieces: readonly Piece[];
  /** Several: the words are a name, or the beginning of the names, of each. */
  customers: readonly Named[];
}

const MOST = 5;
const SHORTEST_BEGINNING = 3;
/** Shorter beginnings must be whole words of the name. */
const SHORTEST_PART_OF_A_WORD = 4;
const common = new Set<string>(commonWords);

/** A customer and the name without what people write differently. */
interface Keyed {
  customer: Named;
  key: string;
}

/**
 * The customer that some of the words name: by the full name, the longest first, else by how a name begins ("Acme" of
 * Acme Corporation, "beta" of Betatech), else with a slip in it. Quoted words must be a full name. `isPlain`: the word has no other meaning
 * here; a name made of other words has to be quoted.
 *
 * There may be many thousands of customers and hundreds of words: each customer is looked up among the words, none is
 * compared with all of them.
 */
export function findMention(
  pieces: readonly Piece[],
  customers: readonly Named[],
  isPlain: (piece: Piece) => boolean,
): Mention | null {
  const keyed = customers.map((customer) => ({ customer, key: nameKey(customer.name) }));
  const byKey = new Map<string, Named[]>();
  for (const { customer, key } of keyed) put(byKey, key, customer);
  const quoted = pieces.filter(({ kind }) => kind === 'quoted').find(({ text }) => byKey.has(nameKey(text)));
  if (quoted) return { pieces: [quoted], customers: preferExact(quoted.text, byKey.get(nameKey(quoted.text)) ?? []) };

  const runs = runsOf(pieces);
  const full = runs.find((run) => byKey.has(run.key) && run.pieces.some(isPlain));
  if (full) return { pieces: full.pieces, customers: preferExact(full.text, byKey.get(full.key) ?? []) };

  const plain = onlyOnce(
    runs.filter((run) => run.key.length >= SHORTEST_BEGINNING && run.pieces.every(isPlain) && !isCommon(run)),
  );
  return byBeginning(plain, keyed) ?? bySlip(plain, keyed);
}

/** The same words further on mean the same. */
function onlyOnce(runs: readonly Run[]): Run[] {
  const first = new Map<string, Run>();
  for (const run of runs) if (!first.has(run.text)) first.set(run.text, run);
  return [...first.values()];
}

const isCommon = ({ pieces }: Run) => pieces.every(({ text }) => common.has(text));

function byBeginning(runs: readonly Run[], keyed: readonly Keyed[]): Mention | null {
  const beginning = customersBeginning(new Set(runs.map(({ key }) => key)), keyed);
  for (const run of runs) {
    const start = run.pieces.map(({ text }) => nameKey(text));
    const named = (beginning.get(run.key) ?? []).filter(({ name }) => beginsWithWords(name, start));
    if (named.length > 0) return mention(run, named);
  }
  const run = runs.find(({ key }) => key.length >= SHORTEST_PART_OF_A_WORD && beginning.has(key));
  return run ? mention(run, beginning.get(run.key) ?? []) : null;
}

/** Of the wanted beginnings those that customers have, with these customers. */
function customersBeginning(wanted: ReadonlySet<string>, keyed: readonly Keyed[]): Map<string, Named[]> {
  const longest = Math.max(0, ...[...wanted].map(({ length }) => length));
  const found = new Map<string, Named[]>();
  for (const { customer, key } of keyed) {
    for (let length = SHORTEST_BEGINNING; length <= Math.min(key.length, longest); length++) {
      const beginning = key.slice(0, length);
      if (wanted.has(beginning)) put(found, beginning, customer);
    }
  }
  return found;
}

const beginsWithWords = (name: string, start: readonly string[]) => {
  const words = name.split(/[\s-]+/, start.length);
  return start.every((word, index) => words[index] !== undefined && nameKey(words[index]) === word);
};

function bySlip(runs: readonly Run[], keyed: readonly Keyed[]): Mention | null {
  const lengths = new Set(keyed.flatMap(({ key }) => [key.length - 1, key.length, key.length + 1]));
  const byHalf = new Map<string, Run[]>();
  for (const run of runs) if (lengths.has(run.key.length)) for (const half of halvesOf(run.key)) put(byHalf, half, run);

  const found = new Map<Run, Named[]>();
  for (const { customer, key } of keyed) {
    const near = new Set(halvesOf(key).flatMap((half) => byHalf.get(half) ?? []));
    for (const run of near) if (isSlip(key, run.key)) put(found, run, customer);
  }
  const run = runs.find((each) => found.has(each));
  return run ? mention(run, found.get(run) ?? []) : null;
}

/** Names one letter apart share the first half or the second, measured by the shorter of the two. */
const halvesOf = (key: string): string[] =>
  [key.length - 1, key.length].flatMap((shorter) => {
    if (shorter < SHORTEST_SLIP) return [];
    const half = Math.floor(shorter / 2);
    return [`${shorter} ${key.slice(0, half)}…`, `${shorter} …${key.slice(-half)}`];
  });

const mention = ({ pieces }: Run, customers: readonly Named[]): Mention => ({
  pieces,
  customers: customers.slice(0, MOST),
});

/** Of names that differ in signs only the one that is written so. */
function preferExact(typed: string, named: readonly Named[]): readonly Named[] {
  const same = named.filter(({ name }) => name.toLowerCase() === typed.toLowerCase());
  return (same.length ? same : named).slice(0, MOST);
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
