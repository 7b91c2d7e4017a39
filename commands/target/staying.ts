import { Temporal } from 'temporal-polyfill';
import { questionWords } from '../../src/kpi/parse/question-words.ts';
import type { Vocabulary } from '../../src/kpi/parse/vocabulary.ts';
import type { Question } from '../../src/kpi/question.ts';
import type { Asked } from '../../src/slack/command.ts';
import type { StayingGoal } from '../../src/slack/messages/staying-targets.ts';
import { type NewTarget, targetsFor } from '../../src/targets/storage.ts';

/**
 * Goals of the same person or team that a plan leaves alone, because they cover other spans of the same days. A
 * period's own goal rules for it, so a quarter's goal stays beside the sum of its months'.
 */
export async function stayingGoals(
  targets: readonly NewTarget[],
  question: Question,
  vocabulary: Vocabulary,
  { db, workspace }: Asked,
): Promise<StayingGoal[]> {
  const [first] = targets;
  const last = targets.at(-1);
  if (!first || !last) return [];
  const inForce = await targetsFor(db, workspace.id, {
    kpis: [first.kpi],
    memberIds: first.scope === 'member' && first.subjectId ? [first.subjectId] : [],
    teamIds: first.scope === 'team' && first.subjectId ? [first.subjectId] : [],
    includeWorkspace: first.scope === 'workspace',
    from: first.startsOn,
    to: last.endsOn,
  });
  const planned = new Set(targets.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`));
  return inForce
    .filter(({ startsOn, endsOn }) => !planned.has(`${startsOn} ${endsOn}`))
    .map((goal) => ({ goal, removeWords: wordsToName(goal, question, vocabulary) }));
}

/** The words for `/target remove` that name a goal by its days. */
export function wordsToName(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  question: Question,
  vocabulary: Vocabulary,
): string {
  const through = Temporal.PlainDate.from(endsOn).subtract({ days: 1 }).toString();
  return questionWords({ ...question, period: { kind: 'between', from: startsOn, through } }, vocabulary);
}
