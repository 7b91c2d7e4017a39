import type { Instrument } from '../../src/surveys/customers/instruments.ts';

/** How the typed words begin: which survey they are about, what to do, and the remaining words. */
export interface Deed {
  instrument: Instrument;
  verb: string;
  rest: string;
}

const CSAT = 'csat';

/**
 * "record Acme 4", "csat record Acme 4", "record csat Acme 4"; "csat Acme" alone asks for a link. A customer named like
 * one of these words must be quoted.
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
