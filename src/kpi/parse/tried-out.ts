/** Nothing is offered that would not be understood. */
import type { Question } from '../question.ts';
import { canTell } from './can-tell.ts';
import type { Candidate, ParseProblem } from './problem.ts';
import { MOST_SUGGESTED } from './suggest.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Read {
  question: Question;
  problems: readonly ParseProblem[];
}

type Choice = Extract<ParseProblem, { kind: 'ambiguous' | 'byless' }>;
const isChoice = (problem: ParseProblem): problem is Choice =>
  problem.kind === 'ambiguous' || problem.kind === 'byless';

/** So many words can be settled one after the other. */
const MOST_CHOICES = 3;

/**
 * What is wrong with a question, with only those questions offered for it that are understood themselves, or need but another
 * word settled in the same way. Beside something that no choice mends the choices can wait: it is told alone.
 */
export function triedOut(
  { problems, mended }: { problems: readonly ParseProblem[]; mended: readonly string[] },
  readAnew: (words: string) => Read,
  vocabulary: Vocabulary,
): { problems: readonly ParseProblem[]; corrected: readonly string[] } {
  const known = new Map<string, Read>();
  const read = (words: string): Read => {
    const found = known.get(words) ?? readAnew(words);
    known.set(words, found);
    return found;
  };
  const leads = ({ words }: Candidate, choices: number): boolean => {
    const { problems } = read(words);
    const [first] = problems;
    if (!first) return true;
    return (
      choices > 0 &&
      isChoice(first) &&
      problems.every(isChoice) &&
      first.candidates.some((each) => leads(each, choices - 1))
    );
  };
  // What would be refused is no help beside what is not.
  const offered = (candidates: readonly Candidate[], choices: number): readonly Candidate[] => {
    const leading = candidates.filter((each) => leads(each, choices));
    const able = leading.filter(({ words }) => canTell(read(words).question, vocabulary));
    return able.length > 0 ? able : leading;
  };

  // A whole question, or with the one word settled that can mean several things.
  const whole = (candidate: Candidate): readonly Candidate[] => {
    const { problems } = read(candidate.words);
    const [first] = problems;
    if (!first) return [candidate];
    const isOnlyChoice = problems.length === 1 && isChoice(first);
    return isOnlyChoice ? offered(first.candidates, 0).map(({ words }) => ({ label: words, words })) : [];
  };
  const corrected = mended.flatMap((words) => whole({ label: words, words }).map((each) => each.words));
  return { problems: settling(), corrected: [...new Set(corrected)].slice(0, MOST_SUGGESTED) };

  function settling(): readonly ParseProblem[] {
    const others = problems.filter((problem) => !isChoice(problem));
    if (others.length > 0) {
      return others.map((each) => (each.kind === 'leftOut' ? { ...each, candidates: inLines(each.candidates) } : each));
    }
    const choices = problems.filter(isChoice);
    const settled = choices.map((each) => ({ ...each, candidates: offered(each.candidates, MOST_CHOICES - 1) }));
    const open = settled.filter(({ candidates }) => candidates.length > 0);
    if (open.length > 0) return open;
    // Whichever is meant, the same is wrong with it.
    const wrong = choices.flatMap(({ candidates: [first] }) => (first ? read(first.words).problems : []));
    const plain = wrong.filter((each) => !isChoice(each));
    if (plain.length > 0) return plain;
    return choices.map(({ word }) => ({ kind: 'unknown', word, suggestions: [] }));
  }

  /** Without a number of its own a breakdown is told by what all numbers know. */
  function inLines(candidates: readonly Candidate[]): readonly Candidate[] {
    return candidates.flatMap(whole).filter(({ words }) => {
      const { question } = read(words);
      const isPlain = question.kpis.length > 0 || question.by.every((by) => by === 'rep' || by === 'team');
      return isPlain && canTell(question, vocabulary);
    });
  }
}
