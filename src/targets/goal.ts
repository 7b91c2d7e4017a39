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
 * The goal of exactly the period; else shorter ones that cover it whole, added up; else of the nearest longer one and
 * its parts (a year's seasonal ones), by shares of working days. Of each counts what falls on days at work. Null when
 * there is none.
 */
export function goalFor(goals: readonly SetGoal[], wanted: GoalWanted): number | null {
  const { from, to, addsUp } = wanted;
  const around = byLength(goals.filter((goal) => goal.startsOn <= from && goal.endsOn >= to));
  const exact = around.find((goal) => goal.startsOn === from && goal.endsOn === to);
  if (!addsUp) return (exact ?? around[0])?.value ?? null;
  // A goal set for just this Sunday counts; a Sunday's share of a month does not exist.
  if (exact && wanted.workingDays(from, to) === 0) return exact.value;
  // Kinder than a goal of 0 on a Sunday or during a long leave, and it says the same.
  if (wanted.daysAtWork(from, to) === 0) return null;
  if (exact) return shareOf(exact, exact.startsOn, exact.endsOn, wanted);
  const stretches = wholeParts(goals, from, to) ?? (around[0] ? withParts(around[0], goals, from, to) : null);
  return stretches?.reduce((sum, each) => sum + shareOf(each.goal, each.from, each.to, wanted), 0) ?? null;
}

/** Days for which one goal holds. */
interface Stretch {
  goal: SetGoal;
  from: string;
  to: string;
}

const lengthOf = ({ startsOn, endsOn }: SetGoal) =>
  Temporal.PlainDate.from(startsOn).until(Temporal.PlainDate.from(endsOn)).days;

/** The shortest first. */
const byLength = (goals: readonly SetGoal[]) => goals.toSorted((a, b) => lengthOf(a) - lengthOf(b));

/** What of a goal falls on the days at work of a part of its span; all of it where no day is lost. */
function shareOf(goal: SetGoal, from: string, to: string, { workingDays, daysAtWork }: GoalWanted): number {
  const whole = workingDays(goal.startsOn, goal.endsOn);
  const counted = daysAtWork(from, to);
  return whole === counted ? goal.value : (goal.value * counted) / whole;
}

/**
 * Goals that follow each other from one day to another, the longest wherever several lead there; null where none do.
 * From the last to the first, so that each is looked at once, however many ways there are.
 */
function wholeParts(goals: readonly SetGoal[], from: string, to: string): Stretch[] | null {
  const latestFirst = byLength(goals).sort((a, b) => (a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : 0));
  const next = new Map<string, SetGoal>();
  for (const goal of latestFirst) if (goal.endsOn === to || next.has(goal.endsOn)) next.set(goal.startsOn, goal);
  const way: Stretch[] = [];
  for (let goal = next.get(from); goal; goal = next.get(goal.endsOn)) {
    way.push({ goal, from: goal.startsOn, to: goal.endsOn });
  }
  return way.length > 0 ? way : null;
}

/**
 * A longer goal's days with those of its parts: from each day on the longest part that fits holds whole, else the
 * shortest goal around the day, until it ends or another begins.
 */
function withParts(longer: SetGoal, goals: readonly SetGoal[], from: string, to: string): Stretch[] {
  const within = byLength(goals.filter((goal) => goal.startsOn >= longer.startsOn && goal.endsOn <= longer.endsOn));
  const starts = within.map(({ startsOn }) => startsOn).sort();
  const stretches: Stretch[] = [];
  for (let day = from; day < to; ) {
    const whole = within.findLast((goal) => goal.startsOn === day && goal.endsOn <= to);
    const goal = whole ?? within.find(({ startsOn, endsOn }) => startsOn <= day && day < endsOn) ?? longer;
    const next = whole ? to : (starts.find((start) => start > day) ?? to);
    const end = [goal.endsOn, to, next].reduce((a, b) => (a < b ? a : b));
    stretches.push({ goal, from: day, to: end });
    day = end;
  }
  return stretches;
}
