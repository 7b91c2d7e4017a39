import type { KnownBlock } from '@slack/types';
import type { Message } from '../slack/messages/answer.ts';

/** A message as a terminal shows it: its words without Slack's marks, a line between its parts, ending with a line break. */
export const plainText = ({ blocks }: Message): string => `${blocks.flatMap(textsIn).map(withoutMarks).join('\n\n')}\n`;

function textsIn(block: KnownBlock): string[] {
  if (block.type === 'section') return block.text ? [block.text.text] : [];
  if (block.type === 'context') return block.elements.flatMap((each) => (each.type === 'image' ? [] : [each.text]));
  return [];
}

/** A star within a word or beside a space is one that somebody wrote. */
const BOLD = /(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*[^*\s])\*(?![\p{L}\p{N}*])/gu;

/** Some words without Slack's marks, ending with a line break. */
export const plainWords = (words: string): string => `${withoutMarks(words)}\n`;

const withoutMarks = (words: string): string =>
  words.replaceAll(BOLD, '$1').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
