import { markers } from '../../language/en/question-words.ts';
import { isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Phrase } from './phrases.ts';
import { isNear, suggest } from './suggest.ts';
import type { Token } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Some words that nobody knows, and what they may have been meant to be. */
export interface Unknown {
  tokens: readonly Token[];
  suggestions: readonly string[];
}

/** Unknown words that are neighbours, and the known phrases on both sides. */
interface Run {
  before: readonly Token[];
  words: readonly Token[];
  after: readonly Token[];
}

type LookUp = (tokens: readonly Token[]) => Unknown;

/** Longer runs of unknown words are no name with a slip in it. */
const LONGEST_NAME = 4;

/** The unknown words of a question, at most `most`. A word that was looked up once is not looked up again. */
export function findUnknown(
  phrases: readonly Phrase[],
  lexicon: Lexicon,
  vocabulary: Vocabulary,
  most: number,
): Unknown[] {
  const lookUp: LookUp = (tokens) => ({ tokens, suggestions: suggest(tokens.map(textOf), lexicon, vocabulary) });
  const seen = new Set<string>();
  const unknown: Unknown[] = [];
  for (const run of runsOf(phrases)) {
    if (unknown.length >= most) break;
    if (run.words.map(textOf).every((word) => seen.has(word))) continue;
    for (const word of run.words) seen.add(textOf(word));
    unknown.push(...readRun(run, lookUp, most));
  }
  return unknown.slice(0, most);
}

/**
 * Neighbours are tried together ("jon smiht"), then each with the known phrase beside it ("calls maed"), then alone,
 * because a slip can be in any word of a phrase.
 */
function readRun(run: Run, lookUp: LookUp, most: number): Unknown[] {
  const { words } = run;
  if (words.length > 1 && words.length <= LONGEST_NAME) {
    const together = lookUp(words);
    if (together.suggestions.length > 0) return [together];
  }
  return firstOfEach(words, most).map((word) => {
    const beside = [
      word === words[0] && run.before.length > 0 ? [...run.before, word] : [],
      word === words.at(-1) && run.after.length > 0 ? [word, ...run.after] : [],
    ];
    const withKnown = beside.map((tokens) => asLong(lookUp(tokens)));
    return withKnown.find(({ suggestions }) => suggestions.length > 0) ?? lookUp([word]);
  });
}

function firstOfEach(words: readonly Token[], most: number): Token[] {
  const distinct = new Map<string, Token>();
  for (const word of words) {
    if (distinct.size < most && !distinct.has(word.text)) distinct.set(word.text, word);
  }
  return [...distinct.values()];
}

/** Only suggestions that keep each word or mend a slip in it: others throw the unknown one away, or make another of it. */
function asLong({ tokens, suggestions }: Unknown): Unknown {
  const mends = (suggestion: string) => {
    const words = suggestion.split(' ');
    return words.length === tokens.length && words.every((word, index) => isNear(tokens[index]?.text ?? '', word));
  };
  return { tokens, suggestions: suggestions.filter(mends) };
}

/** After "by" a run ends with the next word, which is the breakdown wanted. */
function runsOf(phrases: readonly Phrase[]): Run[] {
  const runs: Run[] = [];
  let before: readonly Token[] = [];
  let words: Token[] = [];
  const finish = (after: readonly Token[]) => {
    if (words.length > 0) runs.push({ before, words, after });
    words = [];
    before = after;
  };
  for (const { tokens, meanings } of phrases) {
    if (meanings.length > 0) {
      finish(tokens);
      continue;
    }
    if (isOneOf(markers.by, tokens[0]?.text)) finish([]);
    words.push(...tokens);
    if (words.length === 2 && isOneOf(markers.by, words[0]?.text)) finish([]);
  }
  finish([]);
  return runs;
}

function textOf({ text }: Token): string {
  return text;
}
