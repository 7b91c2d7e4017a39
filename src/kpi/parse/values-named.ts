import { dimensionWords } from '../../language/en/dimension-words.ts';
import { markers } from '../../language/en/question-words.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { wordsOf } from './tokenise.ts';
import { NAMED } from './value-phrases.ts';

/** How a value of each breakdown is named in full, up to the name. */
const fronts = [...NAMED].map((by) => {
  const dimension = wordsOf(dimensionWords[by][0]).join(' ');
  return { by, front: `${markers.where[0]} ${dimension} ` };
});

/** The values that a name alone can mean, of each breakdown that has it. */
export const valuesNamed = (name: string, lexicon: Lexicon): Extract<Meaning, { kind: 'where' }>[] =>
  fronts.flatMap(({ by, front }) => {
    const meanings = lexicon.get(front + name);
    return meanings.flatMap((meaning) => (meaning.kind === 'where' && meaning.by === by ? [meaning] : []));
  });
