import { helpWords } from '../src/language/words.ts';

/** Whether somebody says nothing, hello, or help: they want to know what they can say. */
export function asksForHelp(words: string): boolean {
  const said = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return said === '' || helpWords.some((word) => word === said);
}
