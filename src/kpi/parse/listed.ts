import type { Meaning } from './meaning.ts';
import { same } from './same.ts';

/** Phrases (folded words joined by single spaces) and what they mean. */
export interface Phrases {
  /** More than one meaning is an ambiguity that people settle; none: nobody knows the phrase. */
  get: (phrase: string) => readonly Meaning[];
  /** All that can be suggested, some perhaps twice: each name, and what may stand before it ('': nothing need). */
  all: () => Iterable<{ name: string; marks: readonly string[] }>;
  /** At least as many words as the longest of them has. */
  longest: number;
}

interface List {
  add: (phrase: string, meaning: Meaning) => void;
  addMarked: (marks: readonly string[], phrase: string, meaning: Meaning) => void;
}

/** Phrases written out one by one. */
export function listed(fill: (list: List) => void): Phrases {
  const phrases = new Map<string, Meaning[]>();
  const add: List['add'] = (phrase, meaning) => {
    const known = phrases.get(phrase);
    if (!known) phrases.set(phrase, [meaning]);
    else if (!known.some((each) => isSame(each, meaning))) known.push(meaning);
  };
  const addMarked: List['addMarked'] = (marks, phrase, meaning) => {
    for (const mark of marks) add(`${mark} ${phrase}`, meaning);
  };
  fill({ add, addMarked });
  return {
    get: (phrase) => phrases.get(phrase) ?? [],
    all: () => unmarked(phrases.keys()),
    longest: [...phrases.keys()].reduce((most, phrase) => Math.max(most, lengthOf(phrase)), 0),
  };
}

const NO_MARK = [''];

export function* unmarked(phrases: Iterable<string>) {
  for (const name of phrases) yield { name, marks: NO_MARK };
}

/**
 * What is made of a list that comes anew with each question, and mostly says the same: it is kept. There are two lists when it changes
 * while questions are being answered.
 */
export function keptFor<Item, Made>(
  make: (list: readonly Item[]) => Made,
  saysSame: (one: Item, other: Item) => boolean,
): (list: readonly Item[]) => Made {
  let kept: { list: readonly Item[]; made: Made }[] = [];
  return (list) => {
    const isKnown = ({ list: other }: { list: readonly Item[] }) =>
      other.length === list.length && other.every((item, at) => item === list[at] || isItem(item, list[at]));
    const isItem = (item: Item, other: Item | undefined) => other !== undefined && saysSame(item, other);
    const found = kept.find(isKnown) ?? { list, made: make(list) };
    kept = [found, ...kept.filter((each) => each !== found)].slice(0, 2);
    return found.made;
  };
}

/** In words. */
export const lengthOf = (phrase: string): number => phrase.split(' ').length;

/** What has an id is known by it: of ten thousand people many have one first name, and each is compared with all of them. */
export const isSame = (one: Meaning, other: Meaning): boolean =>
  'id' in one && 'id' in other ? one.kind === other.kind && one.id === other.id : same(one, other);
