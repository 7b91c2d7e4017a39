import { withAlternatives } from './alternatives.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { findPeriod, LONGEST_PERIOD } from './periods.ts';
import { same } from './same.ts';
import { type Token, tokenise } from './tokenise.ts';
import { findOrdered, findTop } from './top.ts';
import { findVersus } from './versus.ts';
import { findWhereMember } from './where-mark.ts';

/** Some neighbouring tokens that are read as one. No meanings: an unknown word. */
export interface Phrase {
  tokens: readonly Token[];
  meanings: readonly Meaning[];
}

/** How the tokens from one place to the end are best read: the first phrase, and what reading them all costs. */
interface Reading {
  phrase: Phrase;
  unknown: number;
  phrases: number;
}

/**
 * Cuts a question into phrases: the cut that leaves the fewest words unknown and of these the one with the fewest
 * phrases, so that longer phrases win ("sales cycle" is no question about sales). Works from the end to the front,
 * a bounded number of steps for each token.
 */
export function readPhrases(tokens: readonly Token[], lexicon: Lexicon): Phrase[] {
  const longest = Math.max(LONGEST_PERIOD, lexicon.longest);
  const readings: Reading[] = [];
  for (let at = tokens.length - 1; at >= 0; at--) {
    const ahead = tokens.slice(at, at + longest);
    for (const phrase of phrasesAtFront(ahead, lexicon)) {
      const rest = readings[at + phrase.tokens.length];
      const unknown = (phrase.meanings.length > 0 ? 0 : 1) + (rest?.unknown ?? 0);
      const reading = { phrase, unknown, phrases: 1 + (rest?.phrases ?? 0) };
      const best = readings[at];
      if (!best || isBetter(reading, best)) readings[at] = reading;
    }
  }

  const phrases: Phrase[] = [];
  for (let reading = readings[0], at = 0; reading; reading = readings[at]) {
    phrases.push(reading.phrase);
    at += reading.phrase.tokens.length;
  }
  return phrases;
}

/** The phrases of a question as it was typed. */
export function phrasesIn(words: string, lexicon: Lexicon): Phrase[] {
  const tokens = tokenise(words, (phrase) => lexicon.has(phrase));
  return readPhrases(withAlternatives(tokens, lexicon), lexicon);
}

/** What the tokens mean when all of them are one phrase. */
export function meaningsOf(tokens: readonly Token[], lexicon: Lexicon): readonly Meaning[] {
  const whole = phrasesAtFront(tokens, lexicon).find((phrase) => phrase.tokens.length === tokens.length);
  return whole?.meanings ?? [];
}

/** The phrases the tokens can begin with, longest first; a single token is always one, known or not. */
function phrasesAtFront(tokens: readonly Token[], lexicon: Lexicon): Phrase[] {
  const words = tokens.map(({ text }) => text);
  const single = [findPeriod(words), findTop(words, lexicon), findOrdered(words, lexicon)].filter(
    (each) => each !== null,
  );
  const found = [...single, ...findVersus(words, lexicon), ...findWhereMember(words, lexicon)];
  const phrases: Phrase[] = [];
  for (let length = tokens.length; length > 0; length--) {
    const listed = lexicon.get(words.slice(0, length).join(' '));
    const recognised = found.filter((each) => each.length === length).map(({ meaning }) => meaning);
    const meanings = [...listed, ...recognised.filter((meaning) => !listed.some((each) => same(each, meaning)))];
    if (meanings.length > 0 || length === 1) phrases.push({ tokens: tokens.slice(0, length), meanings });
  }
  return phrases;
}

function isBetter(one: Reading, other: Reading): boolean {
  return one.unknown < other.unknown || (one.unknown === other.unknown && one.phrases < other.phrases);
}
