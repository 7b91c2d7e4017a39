import * as language from '../../language/en/log-words.ts';
import type { ActivityType, Direction, Outcome, Result } from '../activity.ts';

/** What a word of `/log` says. Outcomes and results are those of a call, or of a meeting or demo. */
export type Keyword =
  | { slot: 'type'; value: ActivityType }
  | { slot: 'direction'; value: Direction }
  | { slot: 'outcome'; of: 'call' | 'meeting'; value: Outcome }
  | { slot: 'result'; of: 'call' | 'meeting'; value: Result };

const LONGEST = 3;

const keywords = new Map<string, Keyword[]>();
function add<Value extends string>(words: Record<Value, readonly string[]>, keyword: (value: Value) => Keyword) {
  for (const value in words) {
    for (const word of words[value]) {
      const phrase = folded(word);
      keywords.set(phrase, [...(keywords.get(phrase) ?? []), keyword(value)]);
    }
  }
}
add(language.typeWords, (value) => ({ slot: 'type', value }));
add(language.directionWords, (value) => ({ slot: 'direction', value }));
add(language.callOutcomeWords, (value) => ({ slot: 'outcome', of: 'call', value }));
add(language.meetingOutcomeWords, (value) => ({ slot: 'outcome', of: 'meeting', value }));
add(language.callResultWords, (value) => ({ slot: 'result', of: 'call', value }));
add(language.meetingResultWords, (value) => ({ slot: 'result', of: 'meeting', value }));

/** The longest keyword at the front of some words, with everything it can say. */
export function keywordAt(words: readonly string[]): { length: number; phrase: string; keywords: Keyword[] } | null {
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    const phrase = folded(words.slice(0, length).join(' '));
    const found = keywords.get(phrase);
    if (found) return { length, phrase, keywords: found };
  }
  return null;
}

function folded(phrase: string): string {
  return phrase.replaceAll(/[-_]/g, ' ');
}
