import { distance } from 'fastest-levenshtein';
import type { PeriodSpec } from '../../calendar/period-spec.ts';
import { weekdayWords } from '../../language/en/period-words.ts';
import { markers } from '../../language/en/question-words.ts';
import { isOneOf } from './found.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { meansOnly, wordsFor } from './meaning-words.ts';
import { negationAt } from './negation.ts';
import { same } from './same.ts';
import type { Vocabulary } from './vocabulary.ts';

export const MOST_SUGGESTED = 3;

/**
 * What a person may have meant by some words nobody knows: at most three phrases, nearest first, each understood as it
 * stands; none for words that leave something out. Near are phrases a few keystrokes away, then longer ones that contain the words ("rate": "win rate").
 */
export function suggest(words: readonly string[], lexicon: Lexicon, vocabulary: Vocabulary): string[] {
  // "Calls not answered" is none of "calls answered", however near it is.
  if (words.some((_, at) => negationAt(words.slice(at)) > 0)) return [];
  const near: { phrase: string; meaning: Meaning; steps: number }[] = [];
  const { isFar, stepsTo } = stepsFrom(words);
  const isSuggestable = suggestable(vocabulary);
  for (const { name, marks } of lexicon.all()) {
    if (isFar(marks, name)) continue;
    for (const mark of marks) {
      const steps = stepsTo(mark, name);
      if (steps === null) continue;
      const phrase = mark + name;
      for (const meaning of lexicon.get(phrase))
        if (isSuggestable(meaning, phrase)) near.push({ phrase, meaning, steps });
    }
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

interface Steps {
  /** Whether a name is too far with each of its marks: most are so much longer that they need not be put together. */
  isFar: (marks: readonly string[], name: string) => boolean;
  /** How far a phrase is from what was typed; null when it is too far to be meant. */
  stepsTo: (mark: string, name: string) => number | null;
}

/** A large company has some hundred thousand phrases, and all are asked about. */
function stepsFrom(words: readonly string[]): Steps {
  const typed = words.join(' ');
  const limit = allowedSteps(typed);
  if (isOneOf(markers.by, words[0])) {
    // Whoever wrote "by" wants a breakdown: the nearest, else any.
    const by = `${words[0]} `;
    return {
      isFar: ([mark], name) => !(mark || name).startsWith(by),
      stepsTo: (mark, name) => stepsUpTo(limit, typed, mark + name) ?? limit + 1,
    };
  }
  const most = words.length > 1 ? limit : mostSteps(typed);
  const isPart = /\p{L}{3}/u.test(typed);
  const [first] = typed.split(' ', 1);
  const isIn = (mark: string) => mark.startsWith(`${first} `) || mark.includes(` ${first} `);
  const known = new Map<readonly string[], { shortest: number; someIsIn: boolean }>();
  const about = (marks: readonly string[]) => {
    const found = known.get(marks);
    if (found) return found;
    const made = { shortest: Math.min(...marks.map(({ length }) => length)), someIsIn: marks.some(isIn) };
    known.set(marks, made);
    return made;
  };
  return {
    isFar: (marks, name) => {
      const { shortest, someIsIn } = about(marks);
      return name.length + shortest > typed.length + most && !(isPart && (someIsIn || name.includes(typed)));
    },
    stepsTo: (mark, name) => {
      const phrase = mark + name;
      const steps = words.length > 1 ? stepsUpTo(limit, typed, phrase) : slipBetween(typed, phrase);
      const isWithin = isPart && ` ${phrase} `.includes(` ${typed} `);
      return steps ?? (isWithin ? limit + 1 : null);
    },
  };
}

/** Whether one word can be the other with a slip in it. */
export const isNear = (typed: string, word: string): boolean => stepsUpTo(allowedSteps(typed), typed, word) !== null;

/** Whether one word, or several without their spaces, is the other but for a letter in three, or for two that changed places. */
export const isSlip = (typed: string, word: string): boolean => slipBetween(typed, word) !== null;

function slipBetween(typed: string, word: string): number | null {
  const limit = Math.floor(typed.length / 3);
  const steps = stepsUpTo(mostSteps(typed), typed, word);
  return steps !== null && (steps <= limit || (steps === 2 && isSwapped(typed, word))) ? steps : null;
}

/** How many keystrokes are between them; null when they are more. Most phrases are so much longer or shorter that nothing need be counted. */
function stepsUpTo(limit: number, typed: string, word: string): number | null {
  if (Math.abs(typed.length - word.length) > limit) return null;
  const steps = distance(typed, word);
  return steps <= limit ? steps : null;
}

/** Two letters that changed places are two steps. */
const mostSteps = ({ length }: string): number => Math.max(Math.floor(length / 3), 2);

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

function suggestable({ me, members, calendar }: Vocabulary): (meaning: Meaning, phrase: string) => boolean {
  const left = new Set(members.flatMap(({ id, hasLeft }) => (hasLeft ? [id] : [])));
  return (meaning, phrase) => {
    const { kind } = meaning;
    if (kind === 'period' && !isOfHere(meaning.period, calendar, phrase)) return false;
    if (kind === 'member' && left.has(meaning.id)) return false;
    // What fits one period alone is of no use beside another.
    if (kind === 'against' && meaning.unit) return false;
    if (kind === 'where' && meaning.by === 'rep' && meaning.keys.every((key) => left.has(key))) return false;
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
  };
}

/** Whether a period is said as people here say it. Short names of days are near to anything: "in sat" is no "in East". */
function isOfHere(period: PeriodSpec, calendar: Vocabulary['calendar'], phrase: string): boolean {
  if (period.kind === 'month') return (period.calendar ?? calendar) === calendar;
  if (period.kind === 'weekday') return weekdayWords.some(([name]) => phrase.endsWith(name));
  return true;
}
