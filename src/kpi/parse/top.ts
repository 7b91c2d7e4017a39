/** "top 5", also with what of: "top 5 customers", and which come first: "worst products", "bottom 5 reps". */
import { markers, orderWords, pluralEnding, topWords } from '../../language/en/question-words.ts';
import type { Dimension } from '../question.ts';
import { type Found, isOneOf } from './found.ts';
import { type Lexicon, orders } from './lexicon.ts';

/** The most words a dimension takes: "day of the week". */
const LONGEST_DIMENSION = 4;

/** The largest so many groups, the longest way the words can be read. */
export function findTop(words: readonly string[], lexicon: Lexicon): Found | null {
  const [top, count = ''] = words;
  if (!isOneOf(topWords, top) || !/^[1-9]\d{0,2}$/.test(count)) return null;
  const n = Number(count);
  const of = thingsAt(words.slice(2), lexicon);
  return { length: 2 + (of?.length ?? 0), meaning: { kind: 'top', n, by: of?.by ?? null } };
}

/** The first groups by another order than their size, with of what: else it is just that word. */
export function findOrdered(words: readonly string[], lexicon: Lexicon): Found | null {
  const order = orders.find((each) => isOneOf(orderWords[each], words[0]));
  const n = /^[1-9]\d{0,2}$/.test(words[1] ?? '') ? Number(words[1]) : null;
  const before = n === null ? 1 : 2;
  const of = order && thingsAt(words.slice(before), lexicon);
  return of ? { length: before + of.length, meaning: { kind: 'ordered', order, by: of.by, n } } : null;
}

/** What things stand at the front of some words, the longest way they can be read. */
function thingsAt(words: readonly string[], lexicon: Lexicon): { length: number; by: Dimension } | null {
  for (let length = LONGEST_DIMENSION; length > 0; length--) {
    const of = words.slice(0, length);
    const [meaning] = of.length === length ? (lexicon.get([markers.by[0], ...of].join(' ')) ?? []) : [];
    if (meaning?.kind === 'by' && isFree(of.join(' '), lexicon)) return { length, by: meaning.by };
  }
  return null;
}

/** "top 5 team" is no breakdown but a team's top 5; "top 5 teams" is one. */
function isFree(phrase: string, lexicon: Lexicon): boolean {
  return !lexicon.has(phrase) || phrase.endsWith(pluralEnding);
}
