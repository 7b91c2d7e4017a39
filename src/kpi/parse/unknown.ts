import { markers } from '../../language/en/question-words.ts';
import type { Dimension } from '../question.ts';
import { isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import type { Phrase } from './phrases.ts';
import { isNear, MOST_SUGGESTED, suggest } from './suggest.ts';
import { type Token, wordsOf } from './tokenise.ts';
import { valuesNamed } from './values-named.ts';
import type { Vocabulary } from './vocabulary.ts';
import { findWhereMember, whereAt } from './where-mark.ts';

/** Some words that nobody knows, and what they may have been meant to be. */
export interface Unknown {
  tokens: readonly Token[];
  suggestions: readonly string[];
  /** What bears just this name, which is understood where more is said of it. */
  named: readonly Meaning[];
  /** The part of it that is no value of what is filtered by: of "where source = foo" it is foo. */
  value?: { by: Dimension; tokens: readonly Token[] };
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
  const lookUp: LookUp = (tokens) => {
    const words = tokens.map(textOf);
    const named = valuesNamed(words.join(' '), lexicon);
    return { tokens, named, suggestions: named.length ? [] : suggest(words, lexicon, vocabulary) };
  };
  const seen = new Set<string>();
  const unknown: Unknown[] = [];
  for (const run of runsOf(phrases)) {
    if (unknown.length >= most) break;
    if (run.words.map(textOf).every((word) => seen.has(word))) continue;
    for (const word of run.words) seen.add(textOf(word));
    unknown.push(...readRun(run, lookUp, lexicon, most));
  }
  return unknown.slice(0, most);
}

/**
 * Neighbours are tried together ("jon smiht"), then the longest of them that can be mended as one ("last moth"), then
 * each with the known phrase beside it ("calls maed"), then alone, because a slip can be in any word of a phrase.
 */
function readRun(run: Run, lookUp: LookUp, lexicon: Lexicon, most: number): Unknown[] {
  const { words } = run;
  const breakdown = andBy(run, lexicon);
  if (breakdown) return [breakdown];
  const value = valueIn(run, lookUp, lexicon);
  if (value) return [value];
  if (words.length > 1 && words.length <= LONGEST_NAME) {
    const together = lookUp(words);
    if (isKnown(together)) return [together];
  }
  const unknown: Unknown[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < words.length && unknown.length < most; ) {
    const one = longestAt(words, at, lookUp) ?? besideKnown(run, at, lookUp);
    const said = one.tokens.map(textOf).join(' ');
    if (!seen.has(said)) unknown.push(one);
    seen.add(said);
    at += Math.max(1, one.tokens.filter((token) => words.includes(token)).length);
  }
  return togetherInQuotes(unknown);
}

/** "By rep and month": what follows a breakdown may be another. */
function andBy({ before, words }: Run, lexicon: Lexicon): Unknown | null {
  const phrase = [markers.by[0], ...words.map(textOf)].join(' ');
  const isJoined = before.length === 1 && isOneOf(markers.and, before[0]?.text);
  const isBy = isJoined && lexicon.get(phrase).some(({ kind }) => kind === 'by');
  return isBy ? { tokens: words, named: [], suggestions: [phrase] } : null;
}

/** "Where source = foo": what is wanted is plain, and the name is all that is not known. Of suggestions those near to it. */
function valueIn({ words, after }: Run, lookUp: LookUp, lexicon: Lexicon): Unknown | null {
  const mark = whereAt(words.map(textOf));
  if (!mark) return null;
  const front = words.slice(0, mark.length);
  const name = words.length > mark.length ? words.slice(mark.length) : after;
  if (name.length === 0) return null;
  const tokens = [...front, ...name];
  const said = name.map(textOf).join(' ');
  const isMeant = (suggestion: string) => {
    const meant = suggestion.split(' ');
    const other = whereAt(meant);
    return other?.by === mark.by && isNear(said, meant.slice(other.length).join(' '));
  };
  const isMember = (suggestion: string) => {
    const meant = wordsOf(suggestion);
    return findWhereMember(meant, lexicon).some(({ length }) => length === meant.length);
  };
  const people = lookUp(name).suggestions.map((each) => [...front.map(textOf), each].join(' '));
  // Whoever wants all but webinar does not mean webinar.
  const isCompared = /^[!≠<>]/.test(said);
  const near = isCompared ? [] : [...lookUp(tokens).suggestions.filter(isMeant), ...people.filter(isMember)];
  const suggestions = [...new Set(near)].slice(0, MOST_SUGGESTED);
  return { tokens, named: [], suggestions, ...(suggestions.length ? {} : { value: { by: mark.by, tokens: name } }) };
}

/** What is quoted is one name, unless something in it is known. */
function togetherInQuotes(unknown: readonly Unknown[]): Unknown[] {
  const all: Unknown[] = [];
  for (const each of unknown) {
    const last = all.at(-1);
    const quote = last?.tokens.at(-1)?.quote;
    const isOne = quote !== undefined && quote === each.tokens[0]?.quote && !isKnown(each);
    if (last && isOne && !isKnown(last)) all.splice(-1, 1, { ...each, tokens: [...last.tokens, ...each.tokens] });
    else all.push(each);
  }
  return all;
}

const isKnown = ({ suggestions, named }: Unknown) => suggestions.length > 0 || named.length > 0;

/** The longest words from one on that are a phrase with slips in it. */
function longestAt(words: readonly Token[], at: number, lookUp: LookUp): Unknown | null {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 1; length--) {
    const found = asLong(lookUp(words.slice(at, at + length)));
    if (isKnown(found)) return found;
  }
  return null;
}

function besideKnown({ before, words, after }: Run, at: number, lookUp: LookUp): Unknown {
  const word = words.slice(at, at + 1);
  const beside = [
    at === 0 && before.length > 0 ? [...before, ...word] : [],
    at === words.length - 1 && after.length > 0 ? [...word, ...after] : [],
  ];
  const alone = lookUp(word);
  if (alone.named.length > 0) return alone;
  return beside.map((tokens) => asLong(lookUp(tokens))).find(isKnown) ?? alone;
}

/** Only suggestions that keep each word or mend a slip in it: others throw the unknown one away, or make another of it. */
function asLong({ tokens, suggestions, named }: Unknown): Unknown {
  const mends = (suggestion: string) => {
    const words = suggestion.split(' ');
    return words.length === tokens.length && words.every((word, index) => isNear(tokens[index]?.text ?? '', word));
  };
  return { tokens, named, suggestions: suggestions.filter(mends) };
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
    const mark = words.length > 0 ? whereAt(words.map(textOf)) : null;
    const isOfMark = mark?.length === words.length && isOneOf(markers.is, tokens[0]?.text);
    if (meanings.length > 0 && !isOfMark) {
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
