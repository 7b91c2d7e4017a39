/** "top 5", also with what of: "top 5 customers". */
import { markers, pluralEnding, topWords } from '../../language/en/question-words.ts';
import { type Found, isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';

/** The most words a dimension takes: "day of the week". */
const LONGEST_DIMENSION = 4;

/** The largest so many groups, the longest way the words can be read. */
export function findTop(words: readonly string[], lexicon: Lexicon): Found | null {
  const [top, count = ''] = words;
  if (!isOneOf(topWords, top) || !/^[1-9]\d{0,2}$/.test(count)) return null;
  const n = Number(count);
  for (let length = LONGEST_DIMENSION; length > 0; length--) {
    const of = words.slice(2, 2 + length);
    const [meaning] = of.length === length ? (lexicon.get([markers.by[0], ...of].join(' ')) ?? []) : [];
    if (meaning?.kind === 'by' && isFree(of.join(' '), lexicon))
      return { length: 2 + length, meaning: { kind: 'top', n, by: meaning.by } };
  }
  return { length: 2, meaning: { kind: 'top', n, by: null } };
}

/** "top 5 team" is no breakdown but a team's top 5; "top 5 teams" is one. */
function isFree(phrase: string, lexicon: Lexicon): boolean {
  return !lexicon.has(phrase) || phrase.endsWith(pluralEnding);
}
