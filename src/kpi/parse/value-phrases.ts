/** How people name what alone is to count: "where source = webinar", "region East", "in East", "for GTX Pro". */
import { dimensionWords } from '../../language/en/dimension-words.ts';
import { markers } from '../../language/en/question-words.ts';
import type { Dimension } from '../question.ts';
import { wordsOf } from './tokenise.ts';
import type { Value } from './vocabulary.ts';

/** Those whose values are names, so that a small word before them is enough. */
export const NAMED: ReadonlySet<Dimension> = new Set([
  ...(['region', 'country', 'product', 'product_type', 'source', 'competitor', 'stage', 'customer'] as const),
  ...(['campaign', 'segment', 'place'] as const),
]);

/** Every phrase that means a value. A person or team without "where" is whose numbers are asked for. */
export function valuePhrases({ by, keys, words, isOvershadowed }: Value): Set<string> {
  const names = foldedOf(words);
  const dimensions = foldedOf(dimensionWords[by]);
  const asserted = dimensions.flatMap((dimension) => [`${markers.where[0]} ${dimension}`]);
  const bare = by === 'rep' || by === 'team' ? [] : dimensions;
  const before = [...asserted, ...bare].flatMap((phrase) => [phrase, `${phrase} ${markers.is[0]}`]);
  const small = NAMED.has(by) && !isOvershadowed ? markers.value : [];
  const ids = foldedOf(keys).flatMap((key) => asserted.map((phrase) => `${phrase} ${key}`));
  return new Set([...[...before, ...small].flatMap((mark) => names.map((name) => `${mark} ${name}`)), ...ids]);
}

const foldedOf = (phrases: readonly string[]) => phrases.map((each) => wordsOf(each).join(' ')).filter(Boolean);
