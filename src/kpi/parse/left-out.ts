/** "Leads without webinar", "everyone but anna": what no question can say, and the breakdown in which it has a line of its own. */
import { dimensionWords } from '../../language/en/dimension-words.ts';
import { fillers, markers, noneWords, orderWords } from '../../language/en/question-words.ts';
import { text } from '../../language/text.ts';
import type { Dimension } from '../question.ts';
import { isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsFor } from './meaning-words.ts';
import { negationAt } from './negation.ts';
import type { Phrase } from './phrases.ts';
import type { Candidate, ParseProblem } from './problem.ts';
import type { Token } from './tokenise.ts';
import type { Unknown } from './unknown.ts';
import type { Vocabulary } from './vocabulary.ts';
import { whereAt } from './where-mark.ts';

const LONGEST_NAME = 5;
interface Typed {
  words: string;
  phrases: readonly Phrase[];
  found: readonly Unknown[];
}

/** The first that is to be left out; null where nothing is. A name that has such a word in it is that name. */
export function leftOutIn(
  { words, phrases, found }: Typed,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
): ParseProblem | null {
  const tokens = phrases.flatMap((phrase) => phrase.tokens);
  const unknown = new Set(phrases.flatMap(({ tokens, meanings }) => (meanings.length === 0 ? tokens : [])));
  const named = new Set(found.flatMap(({ tokens, named }) => (named.length > 0 ? tokens : [])));
  const lengthAt = (at: number) => {
    const token = tokens[at];
    return token && unknown.has(token) && !named.has(token) ? negationAt(textsFrom(tokens, at)) : 0;
  };
  const at = tokens.findIndex((_, index) => lengthAt(index) > 0);
  if (at < 0) return null;
  const behind = at + lengthAt(at);
  const typed = (from: number, to: number) => words.slice(tokens[from]?.start, tokens[to - 1]?.end);
  return { kind: 'leftOut', word: typed(at, behind), candidates: [...eachOnItsLine(), ...fewest()] };

  /** In place of the name, and of the "where source =" before it, a breakdown by what it is. */
  function eachOnItsLine(): Candidate[] {
    const mark = markBefore(tokens, at);
    const name = nameBehind(tokens, behind, mark?.by ?? null, vocabulary, lexicon);
    if (!name) return [];
    return name.bys.flatMap((by) => {
      const breakdown = wordsFor({ kind: 'by', by }, 'plain', vocabulary, lexicon);
      if (breakdown === null) return [];
      const label = text('question.label.by', { by: text(`by.${by}`) });
      const isSaid = phrases.some(({ meanings: [one] }) => one?.kind === 'by' && one.by === by);
      return [{ label, words: instead(at - (mark?.length ?? 0), name.end, isSaid ? '' : breakdown) }];
    });
  }

  /** "Who has no calls": those with the fewest come first. */
  function fewest(): Candidate[] {
    const isOfPeople = phrases.some(({ meanings: [one] }) => one?.kind === 'by' && one.by === 'rep');
    const next = phrases.find((phrase) => phrase.tokens[0] === tokens[behind]);
    const isNumber = next?.meanings.some(({ kind }) => kind === 'kpi') ?? false;
    const isNone = isOneOf(noneWords, textsFrom(tokens, at, behind - at).join(' '));
    const asked = instead(at, behind, orderWords.lowest[2]);
    return isOfPeople && isNumber && isNone ? [{ label: asked, words: asked }] : [];
  }

  function instead(from: number, to: number, other: string): string {
    const [before, after] = [words.slice(0, tokens[from]?.start), words.slice(tokens[to - 1]?.end)];
    return `${before}${other}${after}`.replace(/\s+/g, ' ').trim();
  }
}

const textsFrom = (tokens: readonly Token[], at: number, most = LONGEST_NAME): string[] =>
  tokens.slice(at, at + most).map((each) => each.text);

/** "where source is" just before some token. */
function markBefore(tokens: readonly Token[], at: number): { by: Dimension; length: number } | null {
  for (let length = LONGEST_NAME; length > 1; length--) {
    const mark = length <= at ? whereAt(textsFrom(tokens, at - length, length)) : null;
    if (mark?.length === length) return mark;
  }
  return null;
}

interface Name {
  bys: readonly Dimension[];
  /** The token behind it. */
  end: number;
}

/** What is named behind the words that leave it out, with others of its kind: "webinar or referral". */
function nameBehind(
  tokens: readonly Token[],
  from: number,
  of: Dimension | null,
  vocabulary: Vocabulary,
  lexicon: Lexicon,
): Name | null {
  const isSmall = (text: string) =>
    [fillers, markers.value, markers.where, markers.is].some((words) => isOneOf(words, text)) || isOfDimension(text);
  let found: Name | null = null;
  for (let at = from; at < tokens.length; at++) {
    const one = longestName(tokens, at, vocabulary, lexicon);
    const bys = (one?.bys ?? []).filter((by) => (of === null || by === of) && (!found || found.bys.includes(by)));
    if (one && bys.length > 0) {
      found = { bys, end: one.end };
      at = one.end - 1;
    } else if (found) break;
    const next = found ? at + 1 : at;
    const joint = found ? jointAt(tokens, next, found.bys) : Number(isSmall(tokens[next]?.text ?? ''));
    if (joint === 0) break;
    at = next + joint - 1;
  }
  return found;
}

/** "or", a comma, or the mark of a value that was put in place of them: how many tokens it takes. */
function jointAt(tokens: readonly Token[], at: number, bys: readonly Dimension[]): number {
  const mark = whereAt(textsFrom(tokens, at));
  if (mark && bys.includes(mark.by)) return mark.length;
  return Number(isOneOf([...markers.or, ...markers.and], tokens[at]?.text));
}

const isOfDimension = (text: string) => Object.values(dimensionWords).some(([name]) => name === text);

/** The longest name at some place, and what it can be a value of. */
function longestName(tokens: readonly Token[], at: number, vocabulary: Vocabulary, lexicon: Lexicon): Name | null {
  for (let length = LONGEST_NAME; length > 0; length--) {
    if (at + length > tokens.length) continue;
    const name = textsFrom(tokens, at, length).join(' ');
    const alone = lexicon.get(name).flatMap((meaning): Dimension[] => {
      if (meaning.kind === 'where') return [meaning.by];
      if (meaning.kind === 'member' || meaning.kind === 'forMember') return ['rep'];
      return meaning.kind === 'team' ? ['team'] : [];
    });
    const asValue = vocabulary.dimensions.flatMap(({ id }): Dimension[] => {
      const values = lexicon.get(`${markers.where[0]} ${dimensionWords[id][0]} ${name}`);
      return values.some((meaning) => meaning.kind === 'where' && meaning.by === id) ? [id] : [];
    });
    const bys = [...new Set([...alone, ...asValue])];
    if (bys.length > 0) return { bys, end: at + length };
  }
  return null;
}
