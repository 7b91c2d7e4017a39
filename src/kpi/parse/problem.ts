import { dimensionWords } from '../../language/en/dimension-words.ts';
import { periodWords, unitWords } from '../../language/en/period-words.ts';
import { allOf, anyOf } from '../../language/list.ts';
import { text } from '../../language/text.ts';
import type { Dimension } from '../question.ts';
import type { ComparedUnit } from './meaning.ts';
import { MOST_GROUPS } from './top.ts';

/** Why a question was not understood. `word` and `words` are parts of it as they were typed. */
export type ParseProblem =
  /** `suggestions`: at most three, nearest first, each understood in place of the word. */
  | { kind: 'unknown'; word: string; suggestions: readonly string[] }
  /** "where source = foo", which is none. */
  | { kind: 'valueless'; word: string; by: Dimension }
  | { kind: 'ambiguous'; word: string; candidates: readonly Candidate[] }
  /** "without webinar". `candidates`: the question with a line for each instead. */
  | { kind: 'leftOut'; word: string; candidates: readonly Candidate[] }
  /** Several of what there can be only one of. */
  | { kind: 'clash'; about: 'whose' | 'period' | 'by' | 'top' | 'order' | 'against'; words: readonly string[] }
  /** "by" without a breakdown. `candidates`: the question with each that there can be. */
  | { kind: 'byless'; word: string; candidates: readonly Candidate[] }
  /** "top 5" of nothing. */
  | { kind: 'topless'; word: string }
  /** "top 0", or as many groups as nobody can read. */
  | { kind: 'uncounted'; word: string }
  /** "by revenue" without the "top 5" that it says the order of. */
  | { kind: 'unranked'; word: string }
  /** "vs last month" of something else than this month. */
  | { kind: 'unlike'; word: string; unit: ComparedUnit }
  /** A day that could be of any year. */
  | { kind: 'yearless'; word: string }
  /** "me" at the command line. */
  | { kind: 'nobody'; word: string };

/** One way to understand an ambiguous word: its name, and the question rewritten so that it means just this. */
export interface Candidate {
  label: string;
  words: string;
}

/** A problem in one line: what was not understood, and what to write instead. Not yet escaped for Slack. */
export function describeProblem(problem: ParseProblem): string {
  switch (problem.kind) {
    case 'unknown': {
      const { word, suggestions } = problem;
      if (suggestions.length === 0) return text('question.unknown.alone', { word: inShort(word) });
      return text('question.unknown', { word: inShort(word), suggestions: anyOf(suggestions.map(asTyped)) });
    }
    case 'valueless': {
      const [by] = dimensionWords[problem.by];
      return text('question.valueless', { word: inShort(problem.word), by });
    }
    case 'ambiguous': {
      const { word, candidates } = problem;
      const labels = anyOf(candidates.map(({ label }) => label));
      return text('question.ambiguous', {
        word,
        labels,
        questions: anyOf(candidates.map(({ words }) => asTyped(words))),
      });
    }
    case 'leftOut': {
      const { word, candidates } = problem;
      if (candidates.length === 0) return text('question.left_out.alone', { word: inShort(word) });
      return text('question.left_out', {
        word: inShort(word),
        questions: anyOf(candidates.map(({ words }) => asTyped(words))),
      });
    }
    case 'byless':
      return text('question.byless', {
        word: problem.word,
        labels: anyOf(problem.candidates.map(({ label }) => label)),
      });
    case 'clash':
      return text(`question.clash.${problem.about}`, { words: allOf(problem.words.map(asTyped)) });
    case 'topless':
      return text('question.topless', { word: problem.word });
    case 'uncounted':
      return text('question.uncounted', { word: problem.word, most: MOST_GROUPS });
    case 'unranked':
      return text('question.unranked', { word: problem.word });
    case 'unlike':
      return text('question.unlike', { word: problem.word, period: thisUnit(problem.unit) });
    case 'yearless':
      return text('question.yearless', { word: problem.word });
    case 'nobody':
      return text('question.nobody', { word: problem.word });
  }
}

/** "this month" */
export const thisUnit = (unit: ComparedUnit): string => `${periodWords.this[0]} ${unitWords[unit][0]}`;

const LONGEST_ECHO = 80;

/** Enough of it to know which word is meant. */
const inShort = (word: string) => (word.length > LONGEST_ECHO ? `${word.slice(0, LONGEST_ECHO)}…` : word);

function asTyped(words: string): string {
  return `\`${words}\``;
}
