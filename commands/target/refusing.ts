import type { TargetPart } from '../../src/kpi/parse/parse-target.ts';
import { describeProblem, type ParseProblem } from '../../src/kpi/parse/problem.ts';
import { allOf } from '../../src/language/list.ts';
import { text } from '../../src/language/text.ts';
import type { Asked, Reply } from '../../src/slack/command.ts';
import { targetRefusal } from '../../src/slack/messages/targets.ts';
import { exampleFor } from './example.ts';

type Verb = 'set' | 'remove';

/**
 * How `/target set` and `/target remove` say no: with the reasons, a working example, and the typed words so that none
 * are lost.
 */
export const refusing =
  (verb: Verb, words: string, asked: Asked) =>
  (...reasons: string[]): Reply => {
    const example = asked.member.role === 'rep' ? null : exampleFor(asked, verb);
    const message = targetRefusal(reasons, `/target ${verb} ${words}`, example);
    return { message: () => message };
  };

/** What was not understood, and what is missing, all at once. */
export function notUnderstood(
  verb: Verb,
  { missing, problems }: { missing: readonly TargetPart[]; problems: readonly ParseProblem[] },
): string[] {
  const parts = missing.map((part) => text(`target.missing.${part}`));
  return [
    ...problems.map(describeProblem),
    ...(parts.length > 0 ? [text(`target.missing.to_${verb}`, { parts: allOf(parts) })] : []),
  ];
}
