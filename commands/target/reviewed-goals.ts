import type { Temporal } from 'temporal-polyfill';
import { localDay } from '../../src/calendar/local-day.ts';
import { settingsFor } from '../../src/calendar/span.ts';
import { stepUnits } from '../../src/calendar/units.ts';
import { canHaveTarget, catalogue, findKpi } from '../../src/kpi/catalogue/index.ts';
import type { Kpi } from '../../src/kpi/definition.ts';
import { evaluate } from '../../src/kpi/evaluate.ts';
import { loadGoals, membersOf } from '../../src/kpi/goals.ts';
import type { Vocabulary } from '../../src/kpi/parse/vocabulary.ts';
import type { Question } from '../../src/kpi/question.ts';
import { membersFrom } from '../../src/people/presence.ts';
import { calendarSettings } from '../../src/people/workspace.ts';
import type { Asked } from '../../src/slack/command.ts';
import type { ReviewedGoal } from '../../src/slack/messages/target-review.ts';
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
  const goals: ReviewedGoal[] = [];
  for (const { id: memberId, name } of directory.members) {
    const kpis = rows.flatMap((row) => (row.subjectId === memberId ? (findKpi(row.kpi) ?? []) : []));
    const able = kpis.filter((kpi) => kpi.better !== 'neither' && kpi.dimensions.includes(span.unit));
    if (able.length === 0) continue;
    const whose = { scope: 'member' as const, memberId };
    const histories = await historiesOf(able, { ...question, whose }, span, asked);
    for (const { kpi, target, actual, periods, reached } of histories) {
      if (target === null || kpi.better === 'neither') continue;
      const already = setAlready.find((row) => row.subjectId === memberId && row.kpi === kpi.id);
      const days = { startsOn: next.from.toString(), endsOn: next.to.toString() };
      const named = wordsToName(days, { ...question, kpis: [kpi.id], whose }, vocabulary);
      const goal = { name, kpi, target, setAlready: already ?? null };
      if (actual === null) {
        goals.push({ ...goal, judged: null });
        continue;
      }
      const verdict = reviewGoal(periods, reached, { better: kpi.better, isCounted: kpi.unit === 'count' });
      goals.push({ ...goal, judged: { actual, verdict, setWords: `${typedGoal(verdict.value, kpi)} ${named}` } });
    }
  }
  return goals;
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
  kpi: Kpi;
  /** Of the very period that is reviewed; null: on leave for all of it, and nothing recorded. */
  target: number | null;
  actual: number | null;
  /** Of the last six, those with a goal and something recorded. */
  periods: ReviewedPeriod[];
  reached: number[];
}

/** What a person reached in the last twelve periods up to the one that is over, and the goals there were for the last six. */
async function historiesOf(
  kpis: readonly Kpi[],
  question: Question,
  span: TargetSpan,
  asked: Asked,
): Promise<History[]> {
  const settings = settingsFor(question.period, calendarSettings(asked.workspace));
  const starts = Array.from({ length: PERIODS_LOOKED_AT }, (_, index) =>
    stepUnits(span.from, span.unit, index + 1 - PERIODS_LOOKED_AT, settings),
  );
  const [first = span.from] = starts;
  const period = {
    kind: 'between' as const,
    from: first.toString(),
    through: span.to.subtract({ days: 1 }).toString(),
  };
  const ids = kpis.map(({ id }) => id);
  const { groups } = await evaluate(asked, { ...question, kpis: ids, period, by: [span.unit] });
  const actualOf = (start: Temporal.PlainDate, { id }: Kpi) => {
    const own = groups.find(({ key }) => key === start.toString())?.kpis.find((kpi) => kpi.id === id);
    return own?.value == null ? null : Number(own.value);
  };
  const histories = kpis.map((kpi): History => {
    const values = starts.map((start) => actualOf(start, kpi));
    const began = values.findIndex((value) => value !== null && value !== 0);
    const reached = values.slice(began).filter((value) => value !== null);
    return { kpi, target: null, actual: values.at(-1) ?? null, periods: [], reached };
  });
  for (const from of starts.slice(-REVIEWED_PERIODS)) {
    const days = { from, to: stepUnits(from, span.unit, 1, settings), running: false };
    const goals = await loadGoals({ ...asked, kpis, period: days });
    for (const history of histories) {
      const target = goals.goalOf(history.kpi, question.whose)?.value || null;
      const actual = actualOf(from, history.kpi);
      if (target !== null && actual !== null) history.periods.push({ target, actual });
      if (from.equals(span.from)) history.target = target;
    }
  }
  return histories;
}
