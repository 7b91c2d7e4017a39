import { text } from '../../language/text.ts';
import { describeProblem, type ParseProblem } from './problem.ts';

/** A question that is not clear. */
export interface NotUnderstood {
  ok: false;
  problems: readonly ParseProblem[];
  /** The whole question as it may have been meant, at most three ways, each of which is understood. */
  corrected: readonly string[];
}

/** What is wrong in a line each; where several words are unknown, also what the whole may have been. Not yet escaped. */
export function describeProblems({ problems, corrected: [whole] }: Omit<NotUnderstood, 'ok'>): string[] {
  const lines = problems.map(describeProblem);
  return whole !== undefined && lines.length > 1 ? [...lines, text('question.corrected', { question: whole })] : lines;
}
