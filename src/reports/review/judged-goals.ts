import type { CalendarSettings } from '../../calendar/settings.ts';
import { stepUnits } from '../../calendar/units.ts';
import { canHaveTarget, catalogue, findKpi } from '../../kpi/catalogue/index.ts';
import { addsUpOverTime, type Kpi } from '../../kpi/definition.ts';
import { type Asking, evaluate } from '../../kpi/evaluate.ts';
import { loadGoalsWithin, membersOf } from '../../kpi/goals.ts';
import type { Whose } from '../../kpi/question.ts';
import type { Directory } from '../../people/directory.ts';
import { membersFrom } from '../../people/presence.ts';
import { historyFrom } from '../../targets/history.ts';
import { REVIEWED_PERIODS, type ReviewedPeriod, reviewGoal, type Verdict } from '../../targets/review.ts';
import { exactGoals, type TargetRow } from '../../targets/storage.ts';
import { PERIODS_LOOKED_AT } from '../../targets/suggest.ts';
import type { TargetSpan } from '../../targets/target-span.ts';

export interface GoalsAsked {
  /** Empty: all KPIs that can have a target. */
  kpis: readonly string[];
  memberIds: readonly string[];
  /** The period that is over, and the one to set new targets for. */
  span: TargetSpan;
  next: TargetSpan;
  settings: CalendarSettings;
}

/** A person's past goal, and whether it still fits. */
export interface JudgedGoal {
  memberId: string;
  name: string;
  kpi: Kpi;
  /** For the period that is over. */
  target: number;
  /** null: nothing is recorded in that period; nothing is proposed from older ones. */
  judged: Judged | null;
  /** The goal already set for the next period. */
  setAlready: Pick<TargetRow, 'value' | 'currency'> | null;
}

interface Judged {
  actual: number;
  verdict: Verdict;
  /** Those of the last six periods that have a goal and something recorded. */
  periods: readonly ReviewedPeriod[];
}

/** These people's goals for exactly the period, with what to do about each. */
export async function judgedGoals(
  asking: Asking,
  { kpis: wanted, memberIds, span, next, settings }: GoalsAsked,
): Promise<JudgedGoal[]> {
  const goalsOf = ({ from, to }: TargetSpan) =>
    exactGoals(asking.db, asking.workspace.id, {
      kpis: (wanted.length > 0 ? [...wanted] : catalogue.map(({ id }) => id)).filter(canHaveTarget),
      memberIds: [...memberIds],
      from: from.toString(),
      to: to.toString(),
    });
  const [rows, setAlready] = await Promise.all([goalsOf(span), goalsOf(next)]);
  const able = (id: string): Reviewable | [] => {
    const kpi = findKpi(id);
    if (!kpi || kpi.better === 'neither') return [];
    return kpi.dimensions.includes('rep') && kpi.dimensions.includes(span.unit) ? { kpi, better: kpi.better } : [];
  };
  const kpis = [...new Set(rows.map((row) => row.kpi))].flatMap(able);
  if (kpis.length === 0) return [];
  const historyOf = await loadHistories(
    kpis.map(({ kpi }) => kpi),
    { span, settings },
    asking,
  );
  const isOf =
    (memberId: string, { id }: Kpi) =>
    (row: TargetRow) =>
      row.subjectId === memberId && row.kpi === id;
  return asking.directory.members.flatMap(({ id: memberId, name }) =>
    kpis.flatMap(({ kpi, better }): JudgedGoal[] => {
      if (!rows.some(isOf(memberId, kpi))) return [];
      const { target, actual, periods, reached } = historyOf(memberId, kpi);
      // They were on leave for the whole period.
      if (target === null) return [];
      const goal = { memberId, name, kpi, target, setAlready: setAlready.find(isOf(memberId, kpi)) ?? null };
      if (actual === null) return [{ ...goal, judged: null }];
      const verdict = reviewGoal(periods, reached, { better, isCounted: kpi.unit === 'count' });
      return [{ ...goal, judged: { actual, verdict, periods } }];
    }),
  );
}

interface Reviewable {
  kpi: Kpi;
  better: 'up' | 'down';
}

/**
 * The people a review is about. Nothing needs changing for people who have left, so they are included only if asked for
 * by name.
 */
export function peopleReviewed(whose: Whose, span: TargetSpan, directory: Directory, today: string): string[] {
  if (whose.scope === 'member') return [whose.memberId];
  const all =
    whose.scope === 'team' ? membersOf(directory, whose.teamIds, span) : directory.members.map(({ id }) => id);
  const there = new Set(membersFrom(directory, today).map(({ id }) => id));
  return all.filter((id) => there.has(id));
}

interface History {
  /** For the period being reviewed. A null target: on leave for all of it; a null actual: nothing recorded. */
  target: number | null;
  actual: number | null;
  periods: ReviewedPeriod[];
  reached: number[];
}

/**
 * What each person reached in the last twelve periods, and their goals in the last six. One question and one look at
 * the goals serve everybody.
 */
async function loadHistories(
  kpis: readonly Kpi[],
  { span, settings }: Pick<GoalsAsked, 'span' | 'settings'>,
  asking: Asking,
): Promise<(memberId: string, kpi: Kpi) => History> {
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
    evaluate(asking, { kpis: ids, whose, period, by: ['rep', span.unit] }),
    loadGoalsWithin({ ...asking, kpis, span: { from: looked[0] ?? span.from, to: span.to } }),
  ]);
  const goals = looked.map((from) => goalsOf({ from, to: stepUnits(from, span.unit, 1, settings), running: false }));
  return (memberId, kpi) => {
    const own = people.find(({ key }) => key === memberId);
    const values = starts.map((start) => {
      const group = own?.groups?.find(({ key }) => key === start.toString());
      const value = group?.kpis.find(({ id }) => id === kpi.id)?.value ?? null;
      // A person who did nothing has no group: for KPIs that add up this means 0.
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
