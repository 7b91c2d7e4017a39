import { distance } from 'fastest-levenshtein';
import { markers } from '../../language/en/question-words.ts';
import { isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { meansOnly, wordsFor } from './meaning-words.ts';
import { same } from './same.ts';
import type { Vocabulary } from './vocabulary.ts';

export const MOST_SUGGESTED = 3;

/**
 * What a person may have meant by some words nobody knows: at most three phrases, nearest first, each understood as it
 * stands. Near are phrases a few keystrokes away, then longer ones that contain the words ("rate": "win rate").
 */
export function suggest(words: readonly string[], lexicon: Lexicon, vocabulary: Vocabulary): string[] {
  const near: { phrase: string; meaning: Meaning; steps: number }[] = [];
  const stepsTo = stepsFrom(words);
  for (const [phrase, meanings] of lexicon) {
    const steps = stepsTo(phrase);
    if (steps === null) continue;
    for (const meaning of meanings) if (isSuggestable(meaning, vocabulary)) near.push({ phrase, meaning, steps });
  }
  near.sort((one, other) => one.steps - other.steps);

  const suggestions: string[] = [];
  const suggested: Meaning[] = [];
  for (const { phrase, meaning } of near) {
    if (suggested.some((each) => same(each, meaning))) continue;
    const shown = phrase.replace(/^@ /, '@');
    const words = meansOnly(shown, meaning, lexicon) ? shown : wordsFor(meaning, 'plain', vocabulary, lexicon);
    if (words === null) continue;
    suggested.push(meaning);
    suggestions.push(words);
    if (suggestions.length === MOST_SUGGESTED) break;
  }
  return suggestions;
}

/** How far a phrase is from what was typed; null when it is too far to be meant. Some thousand phrases are asked about. */
function stepsFrom(words: readonly string[]): (phrase: string) => number | null {
  const typed = words.join(' ');
  const limit = allowedSteps(typed);
  if (isOneOf(markers.by, words[0])) {
    // Whoever wrote "by" wants a breakdown: the nearest, else any.
    const by = `${words[0]} `;
    return (phrase) => (phrase.startsWith(by) ? (stepsUpTo(limit, typed, phrase) ?? limit + 1) : null);
  }
  const isPart = /\p{L}{3}/u.test(typed);
  const contains = (phrase: string) => isPart && phrase.includes(typed) && ` ${phrase} `.includes(` ${typed} `);
  const stepsTo = (phrase: string) => (words.length > 1 ? stepsUpTo(limit, typed, phrase) : slipBetween(typed, phrase));
  return (phrase) => stepsTo(phrase) ?? (contains(phrase) ? limit + 1 : null);
}

/** Whether one word can be the other with a slip in it. */
export const isNear = (typed: string, word: string): boolean => stepsUpTo(allowedSteps(typed), typed, word) !== null;

/** Whether one word, or several without their spaces, is the other but for a letter in three, or for two that changed places. */
export const isSlip = (typed: string, word: string): boolean => slipBetween(typed, word) !== null;

function slipBetween(typed: string, word: string): number | null {
  const limit = Math.floor(typed.length / 3);
  const steps = stepsUpTo(Math.max(limit, 2), typed, word);
  return steps !== null && (steps <= limit || (steps === 2 && isSwapped(typed, word))) ? steps : null;
}

/** How many keystrokes are between them; null when they are more. Most phrases are so much longer or shorter that nothing need be counted. */
function stepsUpTo(limit: number, typed: string, word: string): number | null {
  if (Math.abs(typed.length - word.length) > limit) return null;
  const steps = distance(typed, word);
  return steps <= limit ? steps : null;
}

function isSwapped(typed: string, word: string): boolean {
  const at = [...typed].findIndex((letter, index) => letter !== word[index]);
  const swapped = typed.slice(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.slice(at + 2);
  return swapped === word;
}

/** Keystrokes that may be wrong: none in a word of one or two letters, 1 in three, 2 from four on, 3 from eight on, … */
function allowedSteps({ length }: string): number {
  if (length < 3) return 0;
  return Math.floor(length / 4) + 1;
}

function isSuggestable(meaning: Meaning, { me, members }: Vocabulary): boolean {
  const { kind } = meaning;
  const hasLeft = (one: string) => members.some(({ id, hasLeft: left }) => id === one && left);
  if (kind === 'member' && hasLeft(meaning.id)) return false;
  // What fits one period alone is of no use beside another.
  if (kind === 'against' && meaning.unit) return false;
  if (kind === 'where' && meaning.by === 'rep' && meaning.keys.every(hasLeft)) return false;
  return (
    kind !== 'filler' &&
    kind !== 'order' &&
    kind !== 'ordered' &&
    kind !== 'why' &&
    kind !== 'forMember' &&
    kind !== 'rank' &&
    kind !== 'yearless' &&
    kind !== 'uncounted' &&
    (kind !== 'me' || me !== null)
  );
}
