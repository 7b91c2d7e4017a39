import { type Amount, readGoalAmount } from '../../targets/amount.ts';
import type { TargetPlan } from '../../targets/plan.ts';
import { timeGoalAt } from '../../targets/time-goal.ts';
import type { Question } from '../question.ts';
import { lexiconOf } from './lexicon.ts';
import { parseQuestion } from './parse-question.ts';
import { readPhrases } from './phrases.ts';
import type { ParseProblem } from './problem.ts';
import { readPlan } from './target-plan.ts';
import { tokenise } from './tokenise.ts';
import type { Vocabulary } from './vocabulary.ts';

const PARTS = ['kpi', 'amount', 'whose'] as const;
export type TargetPart = (typeof PARTS)[number];

export type ParsedTarget =
  | {
      ok: true;
      question: Question;
      amount: Amount;
      typed: string;
      /** Null: a goal for one period. */
      plan: TargetPlan | null;
      /** "Per day", which is no plan. */
      isDaily: boolean;
      saysPeriod: boolean;
    }
  /** `missing` are all told at once. */
  | { ok: false; missing: readonly TargetPart[]; problems: readonly ParseProblem[] };

/**
 * A goal in words of any order: "revenue 50000 this month for @anna" is a number, and a question about what it is for.
 * Where several words could be the number ("calls 200 2026"), it is the one without which the rest is understood.
 */
export function parseTarget(typedWords: string, vocabulary: Vocabulary, currency: string): ParsedTarget {
  const { plan, isDaily = false, rest: words } = readPlan(typedWords, vocabulary);
  const numbers = numbersIn(words, vocabulary).flatMap(({ 0: typed, index }) => {
    const amount = typed.startsWith('<') ? null : readGoalAmount(typed.replace(/[,;]+$/, ''), currency);
    const rest = `${words.slice(0, index)} ${words.slice(index + typed.length)}`;
    return amount ? [{ amount, typed, rest, parsed: parseQuestion(rest, vocabulary) }] : [];
  });
  const chosen = numbers.find(({ parsed }) => parsed.ok) ?? numbers[0];
  const rest = chosen?.rest ?? words;
  const parsed = chosen?.parsed ?? parseQuestion(rest, vocabulary);
  const said = kindsSaid(rest, vocabulary);
  const missing = chosen
    ? missingOf(said)
    : PARTS.filter((part) => part === 'amount' || missingOf(said).includes(part));
  if (!parsed.ok) return { ok: false, missing, problems: parsed.problems };
  if (!chosen || missing.length > 0) return { ok: false, missing, problems: [] };
  const { amount, typed } = chosen;
  return { ok: true, question: parsed.question, amount, typed, plan, isDaily, saysPeriod: said.has('period') };
}

/**
 * Where the number may stand, those with a space in them first: `20 000`, `0.45 %`, `30,000 EUR`, `€ 30,000`, `40 days`.
 * Without its sign a number would be another one.
 */
function numbersIn(words: string, vocabulary: Vocabulary): { 0: string; index: number }[] {
  const lexicon = lexiconOf(vocabulary);
  const isWord = ([typed]: RegExpExecArray) => /[A-Z]{3}/.exec(typed)?.some((code) => lexicon.has(code.toLowerCase()));
  const spaced = [...words.matchAll(SPACED)].filter((number) => /\s/.test(number[0].trim()) && !isWord(number));
  return [...spaced, ...timesIn(words), ...words.matchAll(/(?<!\S)\S*\d\S*/g)];
}

/** Times of several words, such as `1h 30m` and `40 days`. */
function timesIn(words: string): { 0: string; index: number }[] {
  return [...words.matchAll(/(?<!\S)\d/g)].flatMap(({ index }) => {
    const parts = [...words.slice(index).matchAll(/[^\s,;]+/g)];
    const { length = 0 } = timeGoalAt(parts.map(([part]) => part)) ?? {};
    const last = parts[length - 1];
    return length > 1 && last ? [{ 0: words.slice(index, index + last.index + last[0].length), index }] : [];
  });
}

const DIGITS = String.raw`(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)[^\s,;]*|[^\s,;]*\d\S*)`;
const SPACED = new RegExp(
  String.raw`(?<!\S)(?:(?:\p{Sc}|[A-Z]{3})\s+)?${DIGITS}(?:\s+(?:%|\p{Sc}|[A-Z]{3})(?![^\s,;.]))?`,
  'gu',
);

export type ParsedRemoval =
  | { ok: true; question: Question; plan: TargetPlan | null; isDaily: boolean; saysPeriod: boolean }
  | { ok: false; missing: readonly TargetPart[]; problems: readonly ParseProblem[] };

/** A goal that is to go, in words of any order: "revenue this quarter for @anna". */
export function parseRemoval(typedWords: string, vocabulary: Vocabulary): ParsedRemoval {
  const { plan, isDaily = false, rest } = readPlan(typedWords, vocabulary);
  const parsed = parseQuestion(rest, vocabulary);
  const said = kindsSaid(rest, vocabulary);
  const missing = missingOf(said);
  if (!parsed.ok) return { ok: false, missing, problems: parsed.problems };
  if (missing.length > 0) return { ok: false, missing, problems: [] };
  return { ok: true, question: parsed.question, plan, isDaily, saysPeriod: said.has('period') };
}

const SUBJECTS = ['me', 'member', 'forMember', 'team', 'ownTeam', 'workspace'] as const;

/** A goal is never of one's own, or of everything, just because nothing was said. */
const missingOf = (said: ReadonlySet<string>): TargetPart[] => [
  ...(said.has('kpi') ? [] : (['kpi'] as const)),
  ...(SUBJECTS.some((kind) => said.has(kind)) ? [] : (['whose'] as const)),
];

function kindsSaid(words: string, vocabulary: Vocabulary): ReadonlySet<string> {
  const lexicon = lexiconOf(vocabulary);
  const tokens = tokenise(words, (phrase) => lexicon.has(phrase));
  return new Set(readPhrases(tokens, lexicon).flatMap(({ meanings }) => meanings.map(({ kind }) => kind)));
}
