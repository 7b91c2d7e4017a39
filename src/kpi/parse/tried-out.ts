/** Nothing is offered that would not be understood. */
import type { Question } from '../question.ts';
import { canTell } from './can-tell.ts';
import type { Candidate, ParseProblem } from './problem.ts';
import { MOST_SUGGESTED } from './suggest.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A question as far as it is understood. */
export interface Reading {
  question: Question;
  /** What no choice mends. */
  problems: readonly ParseProblem[];
  open: readonly Open[];
  /** How it may have been meant, not tried yet. */
  mended: () => readonly string[];
}

/** A word that people choose a meaning of. */
export interface Open {
  kind: 'ambiguous' | 'byless';
  word: string;
  candidates: () => Iterable<Candidate>;
}

/** Of thousands with one first name nobody waits until all are tried beside each other; what was not tried is not offered. */
const MOST_TRIED = 100;

/**
 * What is wrong with a question, with only those questions offered for it that are understood themselves, or need but other
 * words settled in the same way. Beside something that no choice mends the choices wait: it is told alone.
 */
export function triedOut(
  { problems, open, mended }: Reading,
  readAnew: (words: string) => Reading,
  vocabulary: Vocabulary,
): { problems: readonly ParseProblem[]; corrected: readonly string[] } {
  const known = new Map<string, Reading>();
  const read = (words: string): Reading => {
    const found = known.get(words) ?? readAnew(words);
    known.set(words, found);
    return found;
  };
  const corrected = mended().flatMap((words) => whole({ label: words, words }).map((each) => each.words));
  return { problems: settling(), corrected: [...new Set(corrected)].slice(0, MOST_SUGGESTED) };

  function settling(): readonly ParseProblem[] {
    if (problems.length > 0) {
      return problems.map((each) =>
        each.kind === 'leftOut' ? { ...each, candidates: inLines(each.candidates) } : each,
      );
    }
    const settled = open.map(({ kind, word, candidates }) => ({
      kind,
      word,
      candidates: offered([...candidates()], leads),
    }));
    const left = settled.filter(({ candidates }) => candidates.length > 0);
    if (left.length > 0) return left;
    // Whichever is meant, the same is wrong with it.
    const wrong = open.flatMap(({ candidates }) => [...candidates()].slice(0, 1).flatMap(({ words }) => whyNot(words)));
    return wrong.length > 0 ? wrong : open.map(({ word }) => ({ kind: 'unknown', word, suggestions: [] }));
  }

  /** Whether a question is understood once a meaning of each of its words is chosen, one after the other. */
  function leads({ words }: Candidate): boolean {
    if (!known.has(words) && known.size >= MOST_TRIED) return false;
    const { problems, open } = read(words);
    if (problems.length > 0) return false;
    const [first] = open;
    if (!first) return true;
    for (const each of first.candidates()) if (leads(each)) return true;
    return false;
  }

  function isUnderstood({ words }: Candidate): boolean {
    const { problems, open } = read(words);
    return problems.length === 0 && open.length === 0;
  }

  /** What would be refused is no help beside what is not. */
  function offered(candidates: readonly Candidate[], will: (candidate: Candidate) => boolean): readonly Candidate[] {
    const leading = candidates.filter(will);
    const able = leading.filter(({ words }) => canTell(read(words).question, vocabulary));
    return able.length > 0 ? able : leading;
  }

  /** A question as it is, or with the one word settled in it that can mean several things. */
  function whole(candidate: Candidate): readonly Candidate[] {
    if (isUnderstood(candidate)) return [candidate];
    const { problems, open } = read(candidate.words);
    const [first, ...others] = open;
    if (!first || others.length > 0 || problems.length > 0) return [];
    return offered([...first.candidates()], isUnderstood).map(({ words }) => ({ label: words, words }));
  }

  /** What is told line by line: without a number of its own only by what all numbers know. */
  function inLines(candidates: readonly Candidate[]): readonly Candidate[] {
    return candidates.flatMap(whole).filter(({ words }) => {
      const { question } = read(words);
      const isKnownToAll = question.kpis.length > 0 || question.by.every((by) => by === 'rep' || by === 'team');
      return isKnownToAll && canTell(question, vocabulary);
    });
  }

  /** What is wrong with a question whatever is chosen in it. */
  function whyNot(words: string): readonly ParseProblem[] {
    const { problems, open } = read(words);
    if (problems.length > 0) return problems;
    const [next] = open.flatMap(({ candidates }) => [...candidates()].slice(0, 1));
    return next ? whyNot(next.words) : [];
  }
}
