/** Several values of one thing: "where source = webinar or referral", "in East or West", "where rep = Anna, Ben and Carl". */
import { dimensionWords } from '../../language/en/dimension-words.ts';
import { markers } from '../../language/en/question-words.ts';
import type { Dimension } from '../question.ts';
import { isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { type Token, wordsOf } from './tokenise.ts';
import { findWhereMember, whereAt } from './where-mark.ts';

/** The most words of a value, and of the mark before it. */
const LONGEST = 6;

/**
 * With the mark of the value before it in place of each "or": "where source = webinar where source = referral". A comma
 * and "and" go on with values, too, unless the filter is in small words and what follows is known by itself: in
 * "in East, North" North is the team.
 */
export function withAlternatives(tokens: readonly Token[], lexicon: Lexicon): Token[] {
  const said: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at];
    if (isInBehindMark(said, tokens.slice(at), lexicon)) {
      at++;
      continue;
    }
    const joint = jointAt(tokens, at);
    const rest = tokens.slice(at + joint.length, at + joint.length + LONGEST).map(textOf);
    const filter = joint.length > 0 && !isInName(said, tokens.slice(at), lexicon) ? filterAt(said, lexicon) : null;
    const repeated = filtersAt(rest, lexicon);
    const goesOn = filter?.bys.find((by) => valueAt(rest, by, lexicon) > 0);
    const isOther = repeated.length > 0 || isNamedOther(rest, filter?.bys ?? []);
    const by = goesOn ?? (joint.isOr && !isOther ? filter?.bys[0] : undefined);
    if (!filter || !first || !by || !(joint.isOr || filter.isInFull || isList(by, tokens.slice(at), lexicon))) {
      said.push(...tokens.slice(at, at + Math.max(1, joint.length)));
    } else if (!repeated.includes(by)) {
      const { start, end } = { start: first.start, end: tokens[at + joint.length - 1]?.end ?? first.end };
      // "… or source = foo" has its mark but for "where".
      const isNamed = whereAt([markers.where[0], ...rest])?.by === by;
      const mark = isNamed ? markers.where.slice(0, 1) : markOf(by);
      said.push(...mark.map((text) => ({ text, start, end })));
    }
    at += Math.max(1, joint.length);
  }
  return said;
}

/** "Where source in webinar, referral" is the same as with "is", unless a name begins so. */
function isInBehindMark(said: readonly Token[], [first, ...rest]: readonly Token[], lexicon: Lexicon): boolean {
  if (!isOneOf(markers.among, first?.text)) return false;
  const marked = said.findLastIndex(({ text }) => isOneOf(markers.where, text));
  const mark = marked < 0 ? null : whereAt(said.slice(marked).map(textOf));
  if (!mark || !first || mark.length !== said.length - marked) return false;
  const words = [first, ...rest.slice(0, LONGEST - 1)].map(textOf);
  return !words.some((_, index) => bysOf([...markOf(mark.by), ...words.slice(0, index + 1)], lexicon).length > 0);
}

const textOf = ({ text }: Token) => text;

/** "or", ",", "and", ", or": how many tokens it takes, and whether it can but join values. */
function jointAt(tokens: readonly Token[], at: number): { length: number; isOr: boolean } {
  let [length, isOr] = [0, false];
  for (const { text } of tokens.slice(at)) {
    const is = isOneOf(markers.or, text);
    if (!is && !isOneOf(markers.and, text)) break;
    isOr ||= is;
    length++;
  }
  return { length, isOr };
}

/** What stands before a value, as we write it. */
const markOf = (by: Dimension): string[] => [markers.where[0], ...wordsOf(dimensionWords[by][0])];

interface FilterSaid {
  /** What it can be of. */
  bys: Dimension[];
  /** Whether it says so in full, by "where". */
  isInFull: boolean;
}

/** The filter that some tokens end with; with a name that nobody knows only where it is one in full. */
function filterAt(said: readonly Token[], lexicon: Lexicon): FilterSaid | null {
  for (let length = Math.min(2 * LONGEST, said.length); length > 0; length--) {
    const words = said.slice(-length).map(textOf);
    const bys = bysOf(words, lexicon);
    if (bys.length > 0) return { bys, isInFull: isOneOf(markers.where, words[0]) };
  }
  const marked = said.findLastIndex(({ text }) => isOneOf(markers.where, text));
  const mark = marked < 0 || said.length - marked > LONGEST ? null : whereAt(said.slice(marked).map(textOf));
  return mark && { bys: [mark.by], isInFull: true };
}

/** What some words are values of, all of them. */
function bysOf(words: readonly string[], lexicon: Lexicon): Dimension[] {
  const listed = lexicon.get(words.join(' ')).flatMap((each) => (each.kind === 'where' ? [each.by] : []));
  const member = findWhereMember(words, lexicon).some(({ length }) => length === words.length);
  return [...new Set([...listed, ...(member ? (['rep'] as const) : [])])];
}

/** How many words of a value's name some words begin with; 0: none. */
function valueAt(words: readonly string[], by: Dimension, lexicon: Lexicon): number {
  const mark = markOf(by);
  for (let length = words.length; length > 0; length--) {
    const value = words.slice(0, length);
    if (bysOf([...mark, ...value], lexicon).includes(by) || bysOf(value, lexicon).includes(by)) return length;
  }
  return 0;
}

/** What some words begin with filters of, as in "… or source = referral", which needs no other mark. */
const filtersAt = (words: readonly string[], lexicon: Lexicon): Dimension[] =>
  words.flatMap((_, index) => bysOf(words.slice(0, index + 1), lexicon));

/** "… or region = foo", which is no value of what was filtered by before. */
function isNamedOther(words: readonly string[], bys: readonly Dimension[]): boolean {
  const mark = isOneOf(markers.where, words[0]) ? whereAt(words) : whereAt([markers.where[0], ...words]);
  return mark !== null && !bys.includes(mark.by);
}

/** What values of some breakdowns mean by themselves. */
const OWN_KIND: Partial<Record<Dimension, Meaning['kind']>> = { weekday: 'period', type: 'activity' };

/** Whether a comma or "and" goes on with values after a filter in small words. */
function isList(by: Dimension, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const { length } = jointAt(tokens, 0);
  const rest = tokens.slice(length, length + LONGEST).map(textOf);
  const name = valueAt(rest, by, lexicon);
  const otherwise = lexicon.get(rest.slice(0, name).join(' '));
  // "Weekday monday, tuesday" is both days of every week, although Tuesday alone is the latest one; so with "type email, demo".
  const isKnownOtherwise =
    otherwise.some(({ kind }) => kind !== OWN_KIND[by]) && !filtersAt(rest, lexicon).includes(by);
  return !isKnownOtherwise || endsInOr(by, tokens.slice(length + name), lexicon);
}

/** "…, North or West" */
function endsInOr(by: Dimension, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const { length, isOr } = jointAt(tokens, 0);
  const name = length === 0 ? 0 : valueAt(tokens.slice(length, length + LONGEST).map(textOf), by, lexicon);
  return isOr || (name > 0 && endsInOr(by, tokens.slice(length + name), lexicon));
}

/** Whether a joint is a part of a name, as in "Lakes and Co" or "Now or Never". */
function isInName(said: readonly Token[], rest: readonly Token[], lexicon: Lexicon): boolean {
  for (let before = 1; before <= Math.min(LONGEST, said.length); before++) {
    const front = said.slice(-before).map(textOf);
    for (let after = 2; after <= Math.min(LONGEST, rest.length); after++) {
      if (bysOf([...front, ...rest.slice(0, after).map(textOf)], lexicon).length > 0) return true;
    }
  }
  return false;
}
