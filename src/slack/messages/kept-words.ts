import type { KnownBlock } from '@slack/types';
import { clipped, context, escaped, section } from './mrkdwn.ts';

/** Notifications and screen readers may get the words cut: the blocks hold all of them. */
const IN_A_LINE = 2_500;
const CONTEXT_ROOM = 2_000;
/** A section holds 3,000 characters, two of which are the ticks around the words. */
const SECTION_ROOM = 2_990;

/** What a person typed, as one escaped line; `lead` says what to do with it. */
export const keptLine = (lead: string, words: string): string =>
  `${lead} \`${escaped(clipped(withoutTicks(words), IN_A_LINE))}\``;

/** What a person typed, in full: Slack does not show a command any more once it is sent. */
export function keptWords(lead: string, words: string): KnownBlock[] {
  const line = `${lead} \`${escaped(withoutTicks(words))}\``;
  return line.length <= CONTEXT_ROOM ? [context(line)] : [context(lead), ...wordSections(words)];
}

/** Splits long words into several sections, so that none is cut off. Escaping turns one character into up to five. */
export function wordSections(words: string): KnownBlock[] {
  const lines: string[] = [];
  let line = '';
  for (const character of withoutTicks(words)) {
    const written = escaped(character);
    if (line.length + written.length > SECTION_ROOM) {
      lines.push(line);
      line = '';
    }
    line += written;
  }
  return [...lines, line].map((each) => section(`\`${each}\``));
}

const withoutTicks = (words: string) => words.replaceAll('`', "'");
