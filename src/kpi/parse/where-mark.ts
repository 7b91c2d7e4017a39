/** "Where source =": the mark of a filter in full. */
import { dimensionWords } from '../../language/en/dimension-words.ts';
import { unitWords } from '../../language/en/period-words.ts';
import { markers } from '../../language/en/question-words.ts';
import type { Dimension } from '../question.ts';
import { type Found, isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsOf } from './tokenise.ts';

interface WhereMark {
  length: number;
  by: Dimension;
}

const isDimension = (by: string): by is Dimension => Object.hasOwn(dimensionWords, by);

/** What each breakdown is called, the longest first ("product type" is no product); days and months are asked for as periods. */
const dimensionPhrases = Object.entries(dimensionWords)
  .flatMap(([by, phrases]) =>
    isDimension(by) && !Object.hasOwn(unitWords, by)
      ? phrases.map((phrase): [Dimension, string[]] => [by, wordsOf(phrase)])
      : [],
  )
  .sort(([, one], [, other]) => other.length - one.length);

/** The mark that some words begin with, also with "is" behind it. */
export function whereAt(words: readonly string[]): WhereMark | null {
  if (!isOneOf(markers.where, words[0])) return null;
  const said = dimensionPhrases.find(([, phrase]) => phrase.every((word, index) => words[index + 1] === word));
  if (!said) return null;
  const [by, phrase] = said;
  const length = 1 + phrase.length;
  return { by, length: isOneOf(markers.is, words[length]) ? length + 1 : length };
}

/** "Where rep = Anna": of people every name and mention will do that is understood elsewhere. */
export function findWhereMember(words: readonly string[], lexicon: Lexicon): Found[] {
  const mark = whereAt(words);
  if (mark?.by !== 'rep') return [];
  return words.slice(mark.length).flatMap((_, index) => {
    const length = mark.length + index + 1;
    const meanings = lexicon.get(words.slice(mark.length, length).join(' '));
    return meanings.flatMap((meaning): Found[] =>
      meaning.kind === 'member' ? [{ length, meaning: { kind: 'where', by: 'rep', keys: [meaning.id] } }] : [],
    );
  });
}
