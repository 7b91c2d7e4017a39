/** Whole questions as they may have been meant, with what is near in place of what nobody knows. */
import { markers } from '../../language/en/question-words.ts';
import { isOneOf } from './found.ts';
import { type ParseProblem, thisUnit } from './problem.ts';
import { isSlip } from './suggest.ts';
import type { Unknown } from './unknown.ts';

/** More slips than these, and the whole is a guess. */
const MOST_MENDED = 3;

/**
 * With the nearest phrase in place of each unknown word; of a single one with each that is near, or that it is a part of.
 * Only slips are mended: a word that is just a little like another would make another question of it.
 */
export function mendedQuestions(
  words: string,
  unknown: readonly Unknown[],
  problems: readonly ParseProblem[],
): string[] {
  const unlike = problems.find((problem) => problem.kind === 'unlike');
  if (unlike) return [`${words.trim()} ${thisUnit(unlike.unit)}`];
  const clash = problems.find((problem) => problem.kind === 'clash' && problem.about === 'whose');
  if (clash?.kind === 'clash') return sideBySide(words, clash.words);
  const choices = unknown.length === 1 ? (unknown[0]?.suggestions ?? []).map((one) => [one]) : [nearestOf(unknown)];
  return choices
    .filter((choice) => choice.length === unknown.length && isMend(unknown, choice))
    .map((choice) =>
      choice.reduceRight((text, suggestion, index) => {
        const { tokens = [] } = unknown[index] ?? {};
        return text.slice(0, tokens[0]?.start) + suggestion + text.slice(tokens.at(-1)?.end);
      }, words),
    )
    .filter((mended) => mended !== words);
}

function isMend(unknown: readonly Unknown[], choice: readonly string[]): boolean {
  const typed = unknown.map(({ tokens }) =>
    tokens
      .map(({ text }) => text)
      .join(' ')
      .replace(/^@ /, '@'),
  );
  const [only = '', ...others] = typed;
  if (others.length === 0 && ` ${choice[0]} `.includes(` ${only} `)) return true;
  const slips = typed.map((words, index) => slipsIn(words, choice[index] ?? ''));
  return slips.every((count) => count !== null) && slips.reduce((sum, count) => sum + count, 0) <= MOST_MENDED;
}

/** How many words have a slip in them; null where a word is another one. A space can be a slip, too: "winrate". */
function slipsIn(typed: string, meant: string): number | null {
  const meantWords = meant.split(' ');
  const words = typed.split(' ');
  if (words.length !== meantWords.length)
    return isSlip(typed.replaceAll(' ', ''), meant.replaceAll(' ', '')) ? 1 : null;
  const changed = words.flatMap((word, index) =>
    word === meantWords[index] ? [] : [[word, meantWords[index] ?? ''] as const],
  );
  return changed.every(([word, other]) => isSlip(word, other)) ? changed.length : null;
}

const nearestOf = (unknown: readonly Unknown[]): string[] =>
  unknown.flatMap(({ suggestions: [nearest] }) => (nearest === undefined ? [] : [nearest]));

/** "Anna and Ben" or "Anna with Ben" may be meant as "Anna vs Ben". */
function sideBySide(words: string, names: readonly string[]): string[] {
  const [first = '', second = '', ...more] = names;
  const at = words.indexOf(first) + first.length;
  const next = words.indexOf(second, at);
  const isJoined = next > at && isOneOf(markers.beside, words.slice(at, next).trim().toLowerCase());
  return isJoined && more.length === 0 ? [`${words.slice(0, at)} ${markers.versus[0]} ${words.slice(next)}`] : [];
}
