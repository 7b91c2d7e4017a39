import { localDay } from '../../src/calendar/local-day.ts';
import { settingsFor } from '../../src/calendar/span.ts';
import { stepUnits } from '../../src/calendar/units.ts';
import { canHaveTarget, catalogue, findKpi } from '../../src/kpi/catalogue/index.ts';
import { addsUpOverTime, type Kpi } from '../../src/kpi/definition.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { loadGoalsWithin, membersOf } from '../../src/kpi/goals.ts';
import type { Vocabulary } from '../../src/kpi/parse/vocabulary.ts';
import type { Question } from '../../src/kpi/question.ts';
import { membersFrom } from '../../src/people/presence.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import type { Asked } from '../../src/slack/command.ts';
import type { ReviewedGoal } from '../../src/slack/messages/target-review.ts';
import { historyFrom } from '../../src/targets/history.ts';
import { maySet } from '../../src/targets/may-set.ts';
import { REVIEWED_PERIODS, type ReviewedPeriod, reviewGoal } from '../../src/targets/review.ts';
import { exactGoals, type TargetRow } from '../../src/targets/storage.ts';
import { PERIODS_LOOKED_AT } from '../../src/targets/suggest.ts';
import type { TargetSpan } from '../../src/targets/target-span.ts';
import { wordsToName } from './staying.ts';
import { typedGoal } from './value.ts';

interface Reviewed {
  /** The period that is over, and the one for which a change would be set. */
  span: TargetSpan;
  next: TargetSpan;
}

/** Each goal that was set for exactly the period, of the people whose goals this person sets, with what to do about it. */
export async function reviewedGoals(
  question: Question,
  { span, next }: Reviewed,
  vocabulary: Vocabulary,
  asked: Asked,
): Promise<ReviewedGoal[]> {
  const { directory } = asked;
  const memberIds = peopleOf(question, span, asked);
  const rows = await goalsOf(question, memberIds, span, asked);
  const setAlready = await goalsOf(question, memberIds, next, asked);
  const able = (id: string): Reviewable | [] => {
    const kpi = findKpi(id);
    if (!kpi || kpi.better === 'neither') return [];
    return kpi.dimensions.includes('rep') && kpi.dimensions.includes(span.unit) ? { kpi, better: kpi.better } : [];
  };
  const kpis = [...new Set(rows.map((row) => row.kpi))].flatMap(able);
  if (kpis.length === 0) return [];
  const historyOf = await loadHistories(
    kpis.map(({ kpi }) => kpi),
    question,
    span,
    asked,
  );
  const days = { startsOn: next.from.toString(), endsOn: next.to.toString() };
  const isOf =
    (memberId: string, { id }: Kpi) =>
    (row: TargetRow) =>
      row.subjectId === memberId && row.kpi === id;
  return directory.members.flatMap(({ id: memberId, name }) =>
    kpis.flatMap(({ kpi, better }): ReviewedGoal[] => {
      if (!rows.some(isOf(memberId, kpi))) return [];
      const { target, actual, periods, reached } = historyOf(memberId, kpi);
      // On leave for all of it.
      if (target === null) return [];
      const goal = { name, kpi, target, setAlready: setAlready.find(isOf(memberId, kpi)) ?? null };
      if (actual === null) return [{ ...goal, judged: null }];
      const verdict = reviewGoal(periods, reached, { better, isCounted: kpi.unit === 'count' });
      const whose = { scope: 'member' as const, memberId };
      const named = wordsToName(days, { ...question, kpis: [kpi.id], whose }, vocabulary);
      return [{ ...goal, judged: { actual, verdict, setWords: `${typedGoal(verdict.value, kpi)} ${named}` } }];
    }),
  );
}

interface Reviewable {
  kpi: Kpi;
  better: 'up' | 'down';
}

/** Those who are asked about and whose goals the person may set. */
function peopleOf({ whose }: Question, span: TargetSpan, { member, directory, workspace, now }: Asked): string[] {
  const today = localDay(now, workspace.zone).toString();
  const all =
    whose.scope === 'member'
      ? [whose.memberId]
      : whose.scope === 'team'
        ? membersOf(directory, whose.teamIds, span)
        : directory.members.map(({ id }) => id);
  // Of who has left nothing is to be changed, unless they are asked about by name.
  const there = new Set(membersFrom(directory, today).map(({ id }) => id));
  const asked = whose.scope === 'member' ? all : all.filter((id) => there.has(id));
  return asked.filter((subjectId) => maySet(member, { scope: 'member', subjectId }, directory, today));
}

function goalsOf(
  { kpis }: Question,
  memberIds: string[],
  { from, to }: TargetSpan,
  { db, workspace }: Asked,
): Promise<TargetRow[]> {
  const asking = (kpis.length > 0 ? kpis : catalogue.map(({ id }) => id)).filter(canHaveTarget);
  return exactGoals(db, workspace.id, { kpis: asking, memberIds, from: from.toString(), to: to.toString() });
}

interface History {
  /** Of the very period that is reviewed; null: on leave for all of it, and nothing recorded. */
  target: number | null;
  actual: number | null;
  /** Of the last six, those with a goal and something recorded. */
  periods: ReviewedPeriod[];
  reached: number[];
}

/**
 * What each person reached in the last twelve periods up to the one that is over, and the goals there were for the last
 * six: everybody's of each with one question, and with one look at the goals.
 */
async function loadHistories(
  kpis: readonly Kpi[],
  question: Question,
  span: TargetSpan,
  asked: Asked,
): Promise<(memberId: string, kpi: Kpi) => History> {
  const settings = settingsFor(question.period, calendarSettings(asked.workspace));
  const starts = Array.from({ length: PERIODS_LOOKED_AT }, (_, index) =>
    stepUnits(span.from, span.unit, index + 1 - PERIODS_LOOKED_AT, settings),
  );
  const [first = span.from] = starts;
  const through = span.to.subtract({ days: 1 }).toString();
  const period = { kind: 'between' as const, from: first.toString(), through };
  const ids = kpis.map(({ id }) => id);
  const whose = { scope: 'workspace' as const };
  const looked = starts.slice(-REVIEWED_PERIODS);
  const [{ groups: people }, goalsOf] = await Promise.all([
    evaluate(asked, { kpis: ids, whose, period, by: ['rep', span.unit] }),
    loadGoalsWithin({ ...asked, kpis, span: { from: looked[0] ?? span.from, to: span.to } }),
  ]);
  const goals = looked.map((from) => goalsOf({ from, to: stepUnits(from, span.unit, 1, settings), running: false }));
  return (memberId, kpi) => {
    const own = people.find(({ key }) => key === memberId);
    const values = starts.map((start) => {
      const group = own?.groups?.find(({ key }) => key === start.toString());
      const value = group?.kpis.find(({ id }) => id === kpi.id)?.value ?? null;
      // Who did nothing at all is in no group: of what is counted that is 0.
      return value === null ? (addsUpOverTime(kpi) ? 0 : null) : Number(value);
    });
    const targets = goals.map(({ goalOf }) => goalOf(kpi, { scope: 'member', memberId })?.value || null);
    const periods = values.slice(-REVIEWED_PERIODS).flatMap((actual, index): ReviewedPeriod[] => {
      const target = targets[index] ?? null;
      return target !== null && actual !== null ? [{ target, actual }] : [];
    });
    return { target: targets.at(-1) ?? null, actual: values.at(-1) ?? null, periods, reached: historyFrom(values) };
  };
}
