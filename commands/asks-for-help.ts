import { helpWords } from '../src/language/words.ts';

/** True for no words, a greeting or a call for help: the person wants to know what they can type. */
export function asksForHelp(words: string): boolean {
  const said = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return said === '' || helpWords.some((word) => word === said);
}
