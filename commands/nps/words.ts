import type { Instrument } from '../../src/surveys/customers/instruments.ts';

/** What stands at the beginning of what one typed: which question it is about, what is to be done, and the words after it. */
export interface Deed {
  instrument: Instrument;
  verb: string;
  rest: string;
}

const CSAT = 'csat';

/**
 * "record Acme 4", "csat record Acme 4", "record csat Acme 4"; "csat Acme" alone is for a link. A customer who is called like
 * one of these words is written in quotes.
 */
export function deedIn(typed: string, isVerb: (word: string) => boolean): Deed {
  const { word: first, rest } = firstWord(typed);
  const { word: second, rest: afterBoth } = firstWord(rest);
  if (first === CSAT && isVerb(second)) return { instrument: 'csat', verb: second, rest: afterBoth };
  if (first === CSAT) return { instrument: 'csat', verb: 'link', rest };
  if (isVerb(first) && second === CSAT) return { instrument: 'csat', verb: first, rest: afterBoth };
  return { instrument: 'nps', verb: first, rest };
}

function firstWord(words: string): { word: string; rest: string } {
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(words) ?? [];
  return { word: word.toLowerCase(), rest };
}
