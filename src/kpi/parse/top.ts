/** "top 5", also with what of: "top 5 customers", and which come first: "worst products", "bottom 5 reps". */
import { markers, orderWords, pluralEnding, topWords } from '../../language/en/question-words.ts';
import type { Dimension } from '../question.ts';
import { type Found, isOneOf } from './found.ts';
import { orders } from './language-phrases.ts';
import type { Lexicon } from './lexicon.ts';

/** The most words a dimension takes: "day of the week". */
const LONGEST_DIMENSION = 4;

/** Of how many groups people can read. */
export const MOST_GROUPS = 999;

/** How many groups a word says; null: as many as there cannot be, such as 0, -1, 1000 or 10%; undefined: it is no number. */
function countIn(word = ''): number | null | undefined {
  if (!/^-?\d+%?$/.test(word)) return undefined;
  const n = Number(word);
  return Number.isInteger(n) && n >= 1 && n <= MOST_GROUPS ? n : null;
}

/** The largest so many groups, the longest way the words can be read. */
export function findTop(words: readonly string[], lexicon: Lexicon): Found | null {
  const [top, count] = words;
  const n = countIn(count);
  if (!isOneOf(topWords, top) || n === undefined) return null;
  const of = thingsAt(words.slice(2), lexicon);
  const length = 2 + (of?.length ?? 0);
  return { length, meaning: n === null ? { kind: 'uncounted' } : { kind: 'top', n, by: of?.by ?? null } };
}

/** The first groups by another order than their size, with of what: else it is just that word. */
export function findOrdered(words: readonly string[], lexicon: Lexicon): Found | null {
  const n = countIn(words[1]);
  // "Top 5 products" are the largest five; "top products" the same with all of them.
  const isTop = isOneOf(topWords, words[0]) && n === undefined;
  const order = isTop ? 'best' : orders.find((each) => isOneOf(orderWords[each], words[0]));
  if (!order) return null;
  const before = n === undefined ? 1 : 2;
  const of = thingsAt(words.slice(before), lexicon);
  const length = before + (of?.length ?? 0);
  if (n === null) return { length, meaning: { kind: 'uncounted' } };
  return of && { length, meaning: { kind: 'ordered', order, by: of.by, n: n ?? null } };
}

/** What things stand at the front of some words, the longest way they can be read. */
function thingsAt(words: readonly string[], lexicon: Lexicon): { length: number; by: Dimension } | null {
  for (let length = LONGEST_DIMENSION; length > 0; length--) {
    const of = words.slice(0, length);
    const [meaning] = of.length === length ? lexicon.get([markers.by[0], ...of].join(' ')) : [];
    if (meaning?.kind === 'by' && isFree(of.join(' '), lexicon)) return { length, by: meaning.by };
  }
  return null;
}

/** "top 5 team" is no breakdown but a team's top 5; "top 5 teams" is one. */
function isFree(phrase: string, lexicon: Lexicon): boolean {
  return !lexicon.has(phrase) || phrase.endsWith(pluralEnding);
}
