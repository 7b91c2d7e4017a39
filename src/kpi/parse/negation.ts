import { negations } from '../../language/en/question-words.ts';
import { isOneOf } from './found.ts';

const longest = Math.max(...negations.map((each) => each.split(' ').length));

/** How many words some words begin with that leave something out; 0: none. */
export function negationAt(words: readonly string[]): number {
  for (let length = longest; length > 0; length--) {
    if (isOneOf(negations, words.slice(0, length).join(' '))) return length;
  }
  return 0;
}
