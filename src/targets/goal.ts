/** Which goal holds for a period, when goals were set for other spans than the one asked for. */
import { Temporal } from 'temporal-polyfill';

/** A goal as set, over the ISO days [startsOn, endsOn). */
export interface SetGoal {
  startsOn: string;
  endsOn: string;
  value: number;
}

/** Of ISO days. */
type CountDays = (from: string, to: string) => number;

export interface GoalWanted {
  /** ISO days. */
  from: string;
  to: string;
  /** Whether the KPI adds up over time, so that its goal can be split and summed; a rate's cannot. */
  addsUp: boolean;
  /** Working days between two days. */
  workingDays: CountDays;
  /** Those of them this person works: days off lower a personal goal in proportion. */
  daysAtWork: CountDays;
}

/**
 * The goal of exactly the period; else of the nearest longer one, by its share of working days; else of shorter ones
 * that cover the period whole, added up. Of each counts what falls on days at work. Null when there is none.
 */
export function goalFor(goals: readonly SetGoal[], wanted: GoalWanted): number | null {
  const { from, to } = wanted;
  const exact = goals.find((goal) => goal.startsOn === from && goal.endsOn === to);
  const [longer] = goals
    .filter((goal) => goal.startsOn <= from && goal.endsOn >= to)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  const whole = exact ?? longer;
  if (!wanted.addsUp) return whole?.value ?? null;
  if (!whole) return atLeastADay(wanted, sumOfParts(goals, from, to, wanted));
  // A goal set for just this Sunday counts; a Sunday's share of a month does not exist.
  if (exact && wanted.workingDays(from, to) === 0) return exact.value;
  return atLeastADay(wanted, shareOf(whole, wanted));
}

const lengthOf = ({ startsOn, endsOn }: SetGoal) =>
  Temporal.PlainDate.from(startsOn).until(Temporal.PlainDate.from(endsOn)).days;

/** No goal on a Sunday or during a long leave: kinder than a goal of 0, and it says the same. */
const atLeastADay = ({ from, to, daysAtWork }: GoalWanted, value: number | null) =>
  daysAtWork(from, to) === 0 ? null : value;

/** What of a goal falls on the days at work of a part of its span; all of it where no day is lost. */
function shareOf(
  goal: SetGoal,
  { workingDays, daysAtWork, ...asked }: Pick<GoalWanted, 'workingDays' | 'daysAtWork' | 'from' | 'to'>,
): number {
  const whole = workingDays(goal.startsOn, goal.endsOn);
  const counted = daysAtWork(asked.from, asked.to);
  return whole === counted ? goal.value : (goal.value * counted) / whole;
}

/** Follows goals from end to start, the longest first wherever several begin; null where every way leaves a gap. */
function sumOfParts(goals: readonly SetGoal[], from: string, to: string, wanted: GoalWanted): number | null {
  if (from === to) return 0;
  const next = goals
    .filter((goal) => goal.startsOn === from && goal.endsOn <= to)
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const goal of next) {
    const rest = sumOfParts(goals, goal.endsOn, to, wanted);
    if (rest !== null) return rest + shareOf(goal, { ...wanted, from: goal.startsOn, to: goal.endsOn });
  }
  return null;
}
