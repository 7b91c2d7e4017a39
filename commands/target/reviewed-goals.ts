import { localDay } from '../../src/calendar/local-day.ts';
import { settingsFor } from '../../src/calendar/span.ts';
import type { Vocabulary } from '../../src/kpi/parse/vocabulary.ts';
import type { Question } from '../../src/kpi/question.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import { type GoalsAsked, judgedGoals, peopleReviewed } from '../../src/reports/review/judged-goals.ts';
import type { Asked } from '../../src/slack/command.ts';
import type { ReviewedGoal } from '../../src/slack/messages/target-review.ts';
import { maySet } from '../../src/targets/may-set.ts';
import { wordsToName } from './staying.ts';
import { typedGoal } from './value.ts';

/** The goals for exactly this period of people whose goals the asker sets, with what to do about each. */
export async function reviewedGoals(
  question: Question,
  { span, next }: Pick<GoalsAsked, 'span' | 'next'>,
  vocabulary: Vocabulary,
  asked: Asked,
): Promise<ReviewedGoal[]> {
  const { directory, member, workspace, now } = asked;
  const today = localDay(now, workspace.zone).toString();
  const memberIds = peopleReviewed(question.whose, span, directory, today).filter((subjectId) =>
    maySet(member, { scope: 'member', subjectId }, directory, today),
  );
  const settings = settingsFor(question.period, calendarSettings(workspace));
  const goals = await judgedGoals(asked, { kpis: question.kpis, memberIds, span, next, settings });
  const days = { startsOn: next.from.toString(), endsOn: next.to.toString() };
  return goals.map(({ memberId, judged, ...goal }) => {
    if (!judged) return { ...goal, judged };
    const whose = { scope: 'member' as const, memberId };
    const named = wordsToName(days, { ...question, kpis: [goal.kpi.id], whose }, vocabulary);
    return { ...goal, judged: { ...judged, setWords: `${typedGoal(judged.verdict.value, goal.kpi)} ${named}` } };
  });
}
