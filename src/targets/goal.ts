/** Which goal holds for a period, when goals were set for other spans than the one asked for. */
import { Temporal } from 'temporal-polyfill';

/** A goal as set, over the ISO days [startsOn, endsOn). */
export interface SetGoal {
  startsOn: string;
  endsOn: string;
  value: number;
}

export interface GoalWanted {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  /** Whether the KPI adds up over time, so that its goal can be split and summed; a rate's cannot. */
  addsUp: boolean;
  /** Working days between two days. */
  workingDays(from: Temporal.PlainDate, to: Temporal.PlainDate): number;
}

/**
 * The goal of exactly the period; else of the nearest longer one, by its share of working days; else of shorter ones
 * that cover the period whole, added up. Null when there is none.
 */
export function goalFor(goals: readonly SetGoal[], wanted: GoalWanted): number | null {
  const from = wanted.from.toString();
  const to = wanted.to.toString();
  const exact = goals.find((goal) => goal.startsOn === from && goal.endsOn === to);
  if (exact) return exact.value;
  const [longer] = goals
    .filter((goal) => goal.startsOn <= from && goal.endsOn >= to)
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  if (longer) return wanted.addsUp ? shareOf(longer, wanted) : longer.value;
  return wanted.addsUp ? sumOfParts(goals, from, to) : null;
}

const lengthOf = ({ startsOn, endsOn }: SetGoal) =>
  Temporal.PlainDate.from(startsOn).until(Temporal.PlainDate.from(endsOn)).days;

function shareOf(goal: SetGoal, { from, to, workingDays }: GoalWanted): number | null {
  const whole = workingDays(Temporal.PlainDate.from(goal.startsOn), Temporal.PlainDate.from(goal.endsOn));
  const asked = workingDays(from, to);
  // A Sunday has no goal, which is kinder than a goal of 0 and says the same.
  return asked === 0 || whole === 0 ? null : (goal.value * asked) / whole;
}

/** Follows goals from end to start, the longest first wherever several begin; null where every way leaves a gap. */
function sumOfParts(goals: readonly SetGoal[], from: string, to: string): number | null {
  if (from === to) return 0;
  const next = goals
    .filter((goal) => goal.startsOn === from && goal.endsOn <= to)
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  for (const goal of next) {
    const rest = sumOfParts(goals, goal.endsOn, to);
    if (rest !== null) return goal.value + rest;
  }
  return null;
}
