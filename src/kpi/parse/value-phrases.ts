/**
 * How people name what alone is to count: "where source = webinar", "region East", "in East", "for GTX Pro". Only names are
 * listed, as each can have dozens of marks before it and there are thousands of them.
 */
import { dimensionWords } from '../../language/en/dimension-words.ts';
import { markers } from '../../language/en/question-words.ts';
import type { Dimension } from '../question.ts';
import { keptFor, lengthOf, type Phrases } from './listed.ts';
import type { Meaning } from './meaning.ts';
import { folded } from './tokenise.ts';
import type { Value } from './vocabulary.ts';

/** Those whose values are names, so that a small word before them is enough. */
export const NAMED: ReadonlySet<Dimension> = new Set([
  ...(['region', 'country', 'product', 'product_type', 'source', 'competitor', 'stage', 'customer'] as const),
  ...(['campaign', 'segment', 'place'] as const),
]);

/** What may stand before a value's name, and before its key; with the space after it. */
interface Marks {
  names: readonly string[];
  keys: readonly string[];
  /** In words. */
  longest: number;
}

interface Entry {
  value: Value;
  /** Its place among all values. */
  at: number;
  names: readonly string[];
  keys: readonly string[];
  marks: Marks;
}

/** Every phrase that means a value, those of people kept: there are many, and they mostly stay. */
export function valuePhrases(values: readonly Value[]): [reps: Phrases, others: Phrases] {
  const [reps, others] = [values.filter(({ by }) => by === 'rep'), values.filter(({ by }) => by !== 'rep')];
  return [repPhrases(reps), phrasesOf(others)];
}

const repPhrases = keptFor<Value, Phrases>(
  phrasesOf,
  (one, other) => isAlike(one.keys, other.keys) && isAlike(one.words, other.words),
);

const isAlike = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((each, at) => each === others[at]);

function phrasesOf(values: readonly Value[]): Phrases {
  const foldedOf = (phrases: readonly string[]) => phrases.map(folded).filter(Boolean);
  const entries = values.map(
    (value, at): Entry => ({
      ...{ value, at, names: foldedOf(value.words), keys: foldedOf(value.keys) },
      marks: marksOf(value),
    }),
  );
  const byName = indexOf(entries, ({ names }) => names);
  const byKey = indexOf(entries, ({ keys }) => keys);
  let longest = 0;
  for (const { names, keys, marks } of entries) {
    for (const name of [...names, ...keys]) longest = Math.max(longest, marks.longest + lengthOf(name));
  }
  return {
    get: (phrase) => {
      const found = new Set<Entry>();
      for (let cut = phrase.indexOf(' '); cut >= 0; cut = phrase.indexOf(' ', cut + 1)) {
        const [mark, name] = [phrase.slice(0, cut + 1), phrase.slice(cut + 1)];
        for (const entry of byName.get(name) ?? []) if (entry.marks.names.includes(mark)) found.add(entry);
        for (const entry of byKey.get(name) ?? []) if (entry.marks.keys.includes(mark)) found.add(entry);
      }
      const inOrder = [...found].sort((one, other) => one.at - other.at);
      const meanings = inOrder.map(({ value: { by, keys } }): Meaning => ({ kind: 'where', by, keys }));
      return [...new Map(meanings.map((meaning) => [JSON.stringify(meaning), meaning])).values()];
    },
    *all() {
      for (const { names, keys, marks } of entries) {
        for (const name of names) yield { name, marks: marks.names };
        for (const name of keys) yield { name, marks: marks.keys };
      }
    },
    longest,
  };
}

function indexOf(entries: readonly Entry[], namesOf: (entry: Entry) => readonly string[]): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      const known = index.get(name);
      if (known) known.push(entry);
      else index.set(name, [entry]);
    }
  }
  return index;
}

/** Made once for a breakdown, with small words and without. */
const marks = new Map<string, Marks>();

/** A person or team without "where" is whose numbers are asked for. */
function marksOf({ by, isOvershadowed }: Value): Marks {
  const hasSmall = NAMED.has(by) && !isOvershadowed;
  const known = marks.get(`${hasSmall} ${by}`);
  if (known) return known;
  const dimensions = dimensionWords[by].map(folded);
  const keys = dimensions.map((dimension) => `${markers.where[0]} ${dimension}`);
  const bare = by === 'rep' || by === 'team' ? [] : dimensions;
  const before = [...keys, ...bare].flatMap((phrase) => [phrase, `${phrase} ${markers.is[0]}`]);
  const names = [...before, ...(hasSmall ? markers.value : [])];
  const spaced = (each: readonly string[]) => each.map((mark) => `${mark} `);
  const made = { names: spaced(names), keys: spaced(keys), longest: Math.max(...names.map(lengthOf)) };
  marks.set(`${hasSmall} ${by}`, made);
  return made;
}
